// The rows of Poisson models in WebAssembly; twin of the plain TypeScript in src/kernels/ppml, which calls it.

import {correlation, outcome, partial, scores, setFactors} from "./ppml/moments";
import {diagonal, evaluate, multiply, range} from "./ppml/passes";
import {Slot, place} from "./ppml/plan";
import {layOut, sortTies} from "./ppml/prepare";
import {multiplyAdd} from "./ppml/products";
import {diagonalScattered, evaluateScattered, multiplyScattered} from "./ppml/scattered";

export {sumOfSquares, sweptSquares} from "./ppml/moments";
export {pairLevels} from "./ppml/passes";
export {
  countCodes, dropEmpty, firstOutOfRange, firstUnsound, foldDummy, isDummy, keepMarked, layOutOther, listKept, markKept,
  markPositive, numberMarked, sortByCodes
} from "./ppml/prepare";

/** What a thread does for a range of groups or of rows; the host counts the same way. */
const enum Job { sortTies, layOut, evaluate, multiply, multiplyLevels, diagonal, partial, scores, outcome, setFactors, range, multiplyAdd, correlation }

export function run(job: Job, from: i32, to: i32, thread: i32): void {
  const isScattered = place(Slot.firstLevels) != 0;
  if (job == Job.multiply || job == Job.multiplyLevels) {
    const withRegressors = job == Job.multiply;
    if (isScattered) multiplyScattered(from, to, thread, withRegressors);
    else multiply(from, to, thread, withRegressors);
  } else if (job == Job.evaluate) {
    if (isScattered) evaluateScattered(from, to, thread);
    else evaluate(from, to, thread);
  } else if (job == Job.diagonal) {
    if (isScattered) diagonalScattered(from, to, thread);
    else diagonal(from, to, thread);
  } else if (job == Job.partial) partial(from, to, thread);
  else if (job == Job.scores) scores(from, to, thread);
  else if (job == Job.outcome) outcome(from, to, thread);
  else if (job == Job.setFactors) setFactors(from, to);
  else if (job == Job.range) range(from, to, thread);
  else if (job == Job.multiplyAdd) multiplyAdd(from, to);
  else if (job == Job.correlation) correlation(from, to, thread);
  else if (job == Job.sortTies) sortTies(from, to, thread);
  else layOut(from, to, thread);
}
