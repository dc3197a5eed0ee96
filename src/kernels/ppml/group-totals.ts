import type {Design} from "./design.ts";

/** Sums of values of rows by group; zeros where the rows are one free group. */
export function groupTotals({groups, groupEnds, profiled}: Design, values: Float64Array): Float64Array {
  const sums = new Float64Array(groups);
  if (profiled < 0) return sums;
  for (let g = 0, from = 0; g < groups; g++) {
    let sum = 0;
    for (let r = from; r < groupEnds[g]!; r++) sum += values[r]!;
    sums[g] = sum;
    from = groupEnds[g]!;
  }
  return sums;
}
