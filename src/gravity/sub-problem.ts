import type {GravityProblem} from "./read-problem.ts";

/** A problem without some of its rows; levels keep their codes. */
export function withoutRows(from: GravityProblem, isOut: (row: number) => boolean): GravityProblem {
  const kept: number[] = [];
  for (let row = 0; row < from.rows.length; row++) if (!isOut(row)) kept.push(row);
  if (kept.length === from.rows.length) return from;
  const rows = Int32Array.from(kept);
  const take = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  const takeCodes = (codes: Int32Array) => Int32Array.from(rows, (row) => codes[row]!);
  const {y, x, effects, weights, offset} = from.problem;
  return {
    ...from,
    problem: {
      y: take(y),
      x: x.map(take),
      effects: effects.map(({codes, levels, slope}) => ({
        codes: takeCodes(codes),
        levels,
        ...(slope && {slope: take(slope)})
      })),
      ...(weights && {weights: take(weights)}),
      ...(offset && {offset: take(offset)})
    },
    clusters: from.clusters.map((cluster) => ({...cluster, codes: takeCodes(cluster.codes)})),
    rows: take(from.rows),
    roles: Object.fromEntries(
      Object.entries(from.roles).map(([role, {codes, levels}]) => [role, {codes: takeCodes(codes), levels}])
    )
  };
}
