import {zeroDirection} from "./conjugate-gradient.ts";
import type {Design} from "./design.ts";
import {evaluateRows, type Passes} from "./passes.ts";
import type {Direction, Within} from "./within.ts";

/** The module of `wasm/ppml.ts` with its memory, as the runtime loads it; parameters are byte offsets and counts. */
export interface NativePpml {
  /** Memory of at least so many bytes; what an earlier call gave is no longer valid. */
  reserve(bytes: number): ArrayBufferLike;
  multiply(...parameters: number[]): void;
  evaluate(...parameters: number[]): void;
  diagonal(...parameters: number[]): void;
  leave(...parameters: number[]): void;
  lookUp(...parameters: number[]): void;
  against(...parameters: number[]): void;
}

/** Whether the module knows a design: exactly two plain effects beside the one that is solved exactly. */
export function fitsNative({effects, profiled}: Design): boolean {
  return profiled >= 0 && effects.length === 2 && effects.every(({slope}) => !slope);
}

/** Patterns of regressors that are told apart by a byte. */
const mostPatternColumns = 7;

/** The same passes as `makePasses`, in WASM. The design must fit; the memory is this fit's until the next one begins. */
export function makeWasmPasses(design: Design, groupSums: Float64Array, native: NativePpml): Passes {
  const {n, x, levels, groups, weights, offset} = design;
  const p = x.length;
  const {runs, runEnds} = runsOf(design);
  const patterns = weights || offset ? undefined : patternsOf(x, n);
  const at = layOut({n, p, levels, groups, runs: runs.length});
  const buffer = native.reserve(at.end);
  const f64 = (offset_: number, length: number) => new Float64Array(buffer, offset_, length);
  const [w, e, sums, u, products, direction] = [
    f64(at.w, n),
    f64(at.e, n),
    f64(at.sums, levels),
    f64(at.u, levels),
    f64(at.products, p),
    f64(at.v, p)
  ];
  const scale = f64(at.scale, groups);
  new Int32Array(buffer, at.runs, runs.length).set(runs);
  new Int32Array(buffer, at.runEnds, groups).set(runEnds);
  f64(at.groupY, groups).set(groupSums);
  x.forEach((column, k) => {
    f64(at.x + 8 * n * k, n).set(column);
  });
  if (patterns) new Uint8Array(buffer, at.patterns, n).set(patterns);
  const table = f64(at.table, 256);
  const within: Within = {design, w, groupSums};
  const logScale = new Float64Array(groups);
  const fitted = zeroDirection(levels, p);
  let known: Float64Array | undefined;
  const setFactors = (beta: Float64Array) => {
    if (known?.every((value, k) => value === beta[k])) return;
    known = beta.slice();
    if (patterns) {
      for (let pattern = 0; pattern < 1 << p; pattern++) table[pattern] = Math.exp(patternSum(beta, pattern));
      native.lookUp(n, at.patterns, at.table, at.e);
    } else rowFactors(design, beta, e);
  };
  return {
    within,
    logScale,
    fitted,
    evaluate: (v) => {
      setFactors(v.beta);
      for (let level = 0; level < levels; level++) u[level] = Math.exp(v.effects[level]!);
      native.evaluate(0, groups, at.runEnds, at.runs, at.u, at.e, at.w, at.groupY, at.scale, at.sums, levels);
      let objective = 0;
      for (let g = 0; g < groups; g++) {
        const log = Math.log(scale[g]!);
        objective += groupSums[g]! * log;
        logScale[g] = Math.log(groupSums[g]!) - log;
      }
      // Products of exponentials may leave the range of numbers where their logarithms do not.
      if (!Number.isFinite(objective)) return fallBack(within, v, {logScale, fitted, scratch: f64(at.d, n)});
      fitted.effects.set(sums);
      native.against(n, at.w, at.x, 8 * n, p, at.products);
      fitted.beta.set(products);
      return objective;
    },
    multiply: (v, into) => {
      const own = into.beta.length;
      u.set(v.effects);
      if (own > 0) direction.set(v.beta);
      native.multiply(
        ...[0, groups, at.runEnds, at.runs, at.w, at.groupY, at.u, at.sums, levels],
        ...[at.x, 8 * n, own, at.v, at.products, at.d]
      );
      into.effects.set(sums);
      if (own > 0) into.beta.set(products);
    },
    diagonal: (into) => {
      native.diagonal(0, groups, at.runEnds, at.runs, at.w, at.groupY, at.sums, levels);
      into.set(sums);
    },
    leave: (k, effects) => {
      u.set(effects);
      native.leave(0, groups, at.runEnds, at.runs, at.w, at.groupY, at.u, at.x + 8 * n * k, at.d);
      return f64(at.d, n).slice();
    }
  };
}

function fallBack(
  within: Within,
  v: Direction,
  {logScale, fitted, scratch}: {logScale: Float64Array; fitted: Direction; scratch: Float64Array}
): number {
  const {design, w} = within;
  const objective = evaluateRows(within, v, scratch, logScale);
  const sums = fitted.effects.fill(0);
  for (const {codes, start} of design.effects) for (let r = 0; r < w.length; r++) sums[start + codes[r]!]! += w[r]!;
  design.x.forEach((column, k) => {
    let sum = 0;
    for (let r = 0; r < w.length; r++) sum += w[r]! * column[r]!;
    fitted.beta[k] = sum;
  });
  return objective;
}

/** exp(Xβ + offset) times the row's weight. */
function rowFactors({x, weights, offset, n}: Design, beta: Float64Array, e: Float64Array): void {
  if (offset) e.set(offset);
  else e.fill(0);
  x.forEach((column, k) => {
    const value = beta[k]!;
    if (value !== 0) for (let r = 0; r < n; r++) e[r]! += value * column[r]!;
  });
  for (let r = 0; r < n; r++) e[r] = Math.exp(e[r]!);
  if (weights) for (let r = 0; r < n; r++) e[r]! *= weights[r]!;
}

function patternSum(beta: Float64Array, pattern: number): number {
  let sum = 0;
  for (let k = 0; k < beta.length; k++) if (pattern & (1 << k)) sum += beta[k]!;
  return sum;
}

/** Which regressors are 1 in each row, bit by bit; undefined where one is neither 0 nor 1. */
function patternsOf(x: readonly Float64Array[], n: number): Uint8Array | undefined {
  if (x.length > mostPatternColumns) return undefined;
  const patterns = new Uint8Array(n);
  for (let k = 0; k < x.length; k++) {
    const column = x[k]!;
    for (let r = 0; r < n; r++) {
      const value = column[r]!;
      if (value === 1) patterns[r]! |= 1 << k;
      else if (value !== 0) return undefined;
    }
  }
  return patterns;
}

/** Stretches of groups in which both levels go up by one from row to row; four numbers a run, and ends by group. */
function runsOf({groupEnds, effects, groups}: Design): {runs: Int32Array; runEnds: Int32Array} {
  const [first, second] = effects as readonly [Design["effects"][number], Design["effects"][number]];
  const [a, b] = [first.codes, second.codes];
  const runEnds = new Int32Array(groups);
  const isStart = (r: number, from: number) => r === from || a[r] !== a[r - 1]! + 1 || b[r] !== b[r - 1]! + 1;
  let count = 0;
  for (let g = 0, from = 0; g < groups; g++) {
    for (let r = from; r < groupEnds[g]!; r++) if (isStart(r, from)) ++count;
    runEnds[g] = count;
    from = groupEnds[g]!;
  }
  const runs = new Int32Array(4 * count);
  for (let g = 0, from = 0, run = -4; g < groups; g++) {
    for (let r = from; r < groupEnds[g]!; r++)
      if (isStart(r, from)) {
        run += 4;
        runs.set([r, 1, a[r]!, second.start + b[r]!], run);
      } else runs[run + 1]!++;
    from = groupEnds[g]!;
  }
  return {runs, runEnds};
}

/** Byte offsets of all arrays, each at a multiple of 64. */
function layOut(size: {n: number; p: number; levels: number; groups: number; runs: number}) {
  const {n, p, levels, groups, runs} = size;
  let end = 1024;
  const place = (bytes: number) => {
    const start = end;
    end += (bytes + 63) & ~63;
    return start;
  };
  return {
    runs: place(4 * runs),
    runEnds: place(4 * groups),
    groupY: place(8 * groups),
    scale: place(8 * groups),
    u: place(8 * levels),
    sums: place(8 * levels),
    v: place(8 * p),
    products: place(8 * p),
    table: place(8 * 256),
    w: place(8 * n),
    e: place(8 * n),
    d: place(8 * n),
    x: place(8 * n * p),
    patterns: place(n),
    get end() {
      return end;
    }
  };
}
