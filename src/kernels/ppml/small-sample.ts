import type {Fit} from "./fit.ts";

/** How many parameters the fixed effects take of the sample, as small-sample factors count them. */
export function effectParameters(
  {design}: Pick<Fit, "design">,
  effects: readonly {readonly codes: Int32Array; readonly levels: number}[],
  clusters: readonly Int32Array[]
): number {
  const counted = effects.map(({codes}, f) => {
    const isNested = clusters.some((cluster) => nested(codes, cluster, design.rows));
    return isNested ? 0 : levelsOf(design, f);
  });
  const alive = counted.filter((levels) => levels > 0).length;
  const total = counted.reduce((sum, levels) => sum + levels, 0);
  // The first set of effects holds the constant; each further one repeats it once.
  const repeated = counted.length === alive ? alive - 1 : alive;
  return total - Math.max(0, repeated);
}

function levelsOf({profiled, groups, effects, effectPlaces}: Fit["design"], f: number): number {
  return f === profiled ? groups : effects[effectPlaces.indexOf(f)]!.levels;
}

/** Whether all rows of a level are in one cluster. */
export function nested(codes: Int32Array, cluster: Int32Array, rows: Int32Array): boolean {
  const home = new Map<number, number>();
  for (const row of rows) {
    const [level, here] = [codes[row]!, cluster[row]!];
    const known = home.get(level);
    if (known === undefined) home.set(level, here);
    else if (known !== here) return false;
  }
  return true;
}
