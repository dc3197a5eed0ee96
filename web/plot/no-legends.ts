/** Stands in for the legends of Observable Plot: the charts here name their series where they end. */
export function createLegends(
  _scales: unknown,
  _context: unknown,
  options: Readonly<Record<string, {readonly legend?: unknown} | undefined>>
): never[] {
  for (const scale of ["symbol", "color", "opacity"]) if (options[scale]?.legend) refuse();
  return [];
}

/** The method `legend` of a figure. */
export const exposeLegends = () => refuse;

function refuse(): never {
  throw new Error("the web app is built without the legends of Plot (web/plot/no-legends.ts)");
}
