import type {Design} from "./design.ts";
import {type Direction, predict} from "./within.ts";

/** The widest range within a group that a step changes the linear predictor by; of one free group the range with 0. */
export function rangeOf(design: Design, by: Direction): number {
  const {groupEnds, profiled, n} = design;
  const d = new Float64Array(n);
  predict(design, by, d);
  let widest = 0;
  for (let g = 0, from = 0; g < groupEnds.length; g++) {
    let [low, high] = profiled >= 0 ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [0, 0];
    for (let r = from; r < groupEnds[g]!; r++) {
      const value = d[r]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high - low > widest) widest = high - low;
    from = groupEnds[g]!;
  }
  return widest;
}

/**
 * The part of a Newton step that can be trusted where the whole one does not keep its promise: log(1 + r)/r by the step's
 * range r. The objective is a sum of log-sum-exps, which an overlong step takes to where one row holds nearly all of its
 * group and curvature is lost, though the objective still falls; of generalised self-concordant functions this part
 * keeps it (Sun and Tran-Dinh 2019, doi:10.1007/s10107-018-1282-4).
 */
export function dampedStep(range: number): number {
  return range > 0 ? Math.min(1, Math.log1p(range) / range) : 1;
}
