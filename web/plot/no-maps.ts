/** Stands in for the projections of Observable Plot: no chart here is a map. A chart that asks for one fails aloud. */
export function createProjection({projection}: {readonly projection?: unknown} = {}): undefined {
  if (projection != null) refuse();
}

export const hasProjection = (): boolean => false;

/** Without a projection nothing but the width decides the height. */
export const projectionAspectRatio = (): undefined => undefined;

function refuse(): never {
  throw new Error("the web app is built without the projections of Plot (web/plot/no-maps.ts)");
}

export {refuse as applyPosition, refuse as getGeometryChannels, refuse as project, refuse as xyProjection};
