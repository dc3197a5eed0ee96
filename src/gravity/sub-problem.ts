import {takeRows} from "../kernels/ppml/take-rows.ts";
import type {GravityProblem} from "./read-problem.ts";

/** A problem without some of its rows; levels keep their codes, and lists that are one stay one. */
export function withoutRows(from: GravityProblem, isOut: (row: number) => boolean): GravityProblem {
  const rows = rowsIn(from.rows.length, isOut);
  if (rows.length === from.rows.length) return from;
  const take = (values: Float64Array) => takeRows(values, rows, Float64Array);
  const taken = new Map<Int32Array, Int32Array>();
  const takeCodes = (codes: Int32Array) => {
    const known = taken.get(codes) ?? takeRows(codes, rows, Int32Array);
    taken.set(codes, known);
    return known;
  };
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

function rowsIn(count: number, isOut: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) if (!isOut(row)) rows[kept++] = row;
  return rows.subarray(0, kept);
}
