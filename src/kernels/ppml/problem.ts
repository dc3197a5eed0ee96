/** One set of fixed effects: what each row's level is, and by what the effect is multiplied there. */
export interface FixedEffect {
  /** Level of each row, from 0; levels that no row has are allowed. */
  readonly codes: Int32Array;
  /** Number of levels. */
  readonly levels: number;
  /** A slope that varies by level: what the effect is multiplied by; absent for plain effects. */
  readonly slope?: Float64Array;
}

/** What is estimated: rows without gaps. All arrays have one entry a row. */
export interface Problem {
  /** What is explained: of Poisson models zero or more. */
  readonly y: Float64Array;
  /** Regressors, a column each. */
  readonly x: readonly Float64Array[];
  /** Fixed effects; a model without any must have its constant among the regressors. */
  readonly effects: readonly FixedEffect[];
  /** Weights of the rows; defaults to 1. */
  readonly weights?: Float64Array;
  /** Part of the linear predictor that is known; defaults to 0. */
  readonly offset?: Float64Array;
}

/** Throws a RangeError when an array has another length, a level is out of range, or a number is not finite. */
export function checkProblem({y, x, effects, weights, offset}: Problem, {nonNegative = false} = {}): void {
  const n = y.length;
  checkNumbers("y", y, n, nonNegative);
  x.forEach((column, k) => {
    checkNumbers(`x[${k}]`, column, n, false);
  });
  if (weights) checkNumbers("weights", weights, n, true);
  if (offset) checkNumbers("offset", offset, n, false);
  effects.forEach(({codes, levels, slope}, f) => {
    if (codes.length !== n) throw new RangeError(`Found ${codes.length} codes in effects[${f}], wanted ${n}`);
    if (slope) checkNumbers(`slope of effects[${f}]`, slope, n, false);
    const r = outOfRange(codes, levels);
    if (r >= 0) throw new RangeError(`Found level ${codes[r]} at row ${r} of effects[${f}], wanted 0 to ${levels - 1}`);
  });
}

/** The first row with a level out of range; -1 without one. */
function outOfRange(codes: Int32Array, levels: number): number {
  for (let r = 0; r < codes.length; r++) if (codes[r]! < 0 || codes[r]! >= levels) return r;
  return -1;
}

function checkNumbers(name: string, values: Float64Array, n: number, nonNegative: boolean): void {
  if (values.length !== n) throw new RangeError(`Found ${values.length} values in ${name}, wanted ${n}`);
  if (isSound(values, nonNegative)) return;
  for (let r = 0; r < n; r++) {
    const value = values[r]!;
    if (!Number.isFinite(value)) throw new RangeError(`Found ${value} at row ${r} of ${name}, wanted a finite number`);
    if (nonNegative && value < 0) throw new RangeError(`Found ${value} at row ${r} of ${name}, wanted zero or more`);
  }
}

/** Whether all values are finite, and zero or more where that is wanted: one cheap pass, as nearly all are sound. */
function isSound(values: Float64Array, nonNegative: boolean): boolean {
  let [zero, lowest] = [0, 0];
  for (let r = 0; r < values.length; r++) {
    const value = values[r]!;
    zero += value * 0; // NaN from the first value that is not finite on.
    if (value < lowest) lowest = value;
  }
  return zero === 0 && (!nonNegative || lowest === 0);
}
