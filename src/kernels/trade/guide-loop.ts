import {balance, balancedFlows} from "./balance.ts";
import {abroad, type LevelsInput, type Resistances, resistances} from "./resistances.ts";

/** Options of `guideLoop`. */
export interface GuideLoopOptions {
  /** The loop ends when neither the standard deviation nor the maximum of the price steps exceeds it; defaults to 0.01. */
  readonly stop?: number;
  readonly maxRounds?: number;
}

/** What the loop ends with; factors and levels by economy, prices relative to the reference's index. */
export interface GuideLoopResult {
  readonly rounds: number;
  readonly ended: boolean;
  /** Largest price step of the last round but one: what the loop's own rule looked at. */
  readonly lastStep: number;
  /** Factory-gate price, p. */
  readonly price: Float64Array;
  /** Change factor of the inward resistance. */
  readonly inward: Float64Array;
  readonly outward: Float64Array;
  readonly exportsBefore: Float64Array;
  readonly exports: Float64Array;
  readonly importsBefore: Float64Array;
  readonly imports: Float64Array;
  readonly output: Float64Array;
  /** Change factor of output over the inward resistance. */
  readonly realOutput: Float64Array;
}

/**
 * The loop of the Advanced Guide's own programs for full endowment effects (Yotov, Piermartini, Monteiro and Larch 2016,
 * chapter 2, applications 1 and 2), kept as it is so that its published numbers can be reproduced. Its limit is no
 * equilibrium: expenditure is a fixed multiple of output there, which closes no world budget; see docs/trade-models.md.
 */
export function guideLoop(input: LevelsInput, {stop = 0.01, maxRounds = 4000}: GuideLoopOptions = {}): GuideLoopResult {
  const {n, after, output, expenditure, sigma, reference = 0} = input;
  const power = 1 / (1 - sigma);
  const ratio = expenditure.map((value, i) => value / output[i]!);
  const before = resistances(input.before, input);
  let current: Resistances = resistances(after, input);
  let flows = current.flows;
  let unit = expenditure[reference]!;
  const rowsBefore = before.balanced.rows;
  let price = current.balanced.rows.map((value, i) => (value / rowsBefore[i]!) ** power);
  let earlier = new Float64Array(n);
  let outwardStep = new Float64Array(n).fill(1);
  let inwardStep = new Float64Array(n).fill(1);
  let spent = expenditure;
  let rounds = 0;
  let lastStep = Number.POSITIVE_INFINITY;
  let ended = false;
  while (!ended && rounds < maxRounds && Number.isFinite(unit)) {
    rounds++;
    // a. Trade at the new prices and resistances, then output from its sums
    const {rowSums, columnSums} = sumsOf(flows, price, outwardStep, inwardStep, sigma);
    // b. Resistances for these sums: the programs estimate PPML with fixed effects again
    const balanced = balance(after, rowSums, columnSums, {reference, tolerance: 1e-13});
    flows = balancedFlows(after, balanced);
    spent = rowSums.map((value, i) => ratio[i]! * value);
    const nextUnit = spent[reference]!;
    // c. Price steps, from the exporters' effects
    const rows = current.balanced.rows;
    const nextPrice = balanced.rows.map((value, i) => (value / rows[i]! / (nextUnit / unit)) ** power);
    const next: Resistances = {
      balanced,
      flows,
      outward: balanced.rows.map((value, i) => ((rowSums[i]! * nextUnit) / value) ** power),
      inward: balanced.columns.map((value, j) => (spent[j]! / (value * nextUnit)) ** power)
    };
    outwardStep = next.outward.map((value, i) => value / current.outward[i]!);
    inwardStep = next.inward.map((value, i) => value / current.inward[i]!);
    lastStep = price.reduce((largest, value, i) => Math.max(largest, Math.abs(value - earlier[i]!)), 0);
    ended = isSmall(price, earlier, stop);
    earlier = price;
    price = nextPrice;
    current = next;
    unit = nextUnit;
  }
  return {rounds, ended, lastStep, ...levelsAtEnd(input, before, current, ratio, unit, spent)};
}

function sumsOf(flows: Float64Array, price: Float64Array, outward: Float64Array, inward: Float64Array, sigma: number) {
  const n = price.length;
  const rowSums = new Float64Array(n);
  const columnSums = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const value =
        (flows[i * n + j]! * price[i]! * price[j]!) / (outward[i]! ** (1 - sigma) * inward[j]! ** (1 - sigma));
      rowSums[i]! += value;
      columnSums[j]! += value;
    }
  return {rowSums, columnSums};
}

/** The programs' own rule: the sample standard deviation and the largest (signed) step. */
function isSmall(price: Float64Array, earlier: Float64Array, stop: number): boolean {
  const n = price.length;
  const steps = price.map((value, i) => value - earlier[i]!);
  let mean = 0;
  for (const step of steps) mean += step / n;
  let variance = 0;
  let largest = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    variance += (step - mean) ** 2 / (n - 1);
    largest = Math.max(largest, step);
  }
  return Math.sqrt(variance) <= stop && Math.abs(largest) <= stop;
}

function levelsAtEnd(
  input: LevelsInput,
  before: Resistances,
  {balanced}: Resistances,
  ratio: Float64Array,
  unit: number,
  spent: Float64Array
) {
  const {n, sigma, reference = 0} = input;
  const power = 1 / (1 - sigma);
  const rise = unit / input.expenditure[reference]!;
  const price = balanced.rows.map((value, i) => (value / before.balanced.rows[i]! / rise) ** power);
  const output = price.map((value, i) => value * input.output[i]!);
  const outwardPower = balanced.rows.map((value, i) => (output[i]! * unit) / value);
  const inwardPower = balanced.columns.map((value, j) => spent[j]! / (value * unit));
  const flows = input.after.map((value, cell) => {
    const i = Math.floor(cell / n);
    const j = cell % n;
    return (output[i]! * ratio[j]! * output[j]! * value) / (inwardPower[j]! * outwardPower[i]!);
  });
  const inward = inwardPower.map((value, j) => value ** power / before.inward[j]!);
  return {
    price,
    output,
    inward,
    outward: outwardPower.map((value, i) => value ** power / before.outward[i]!),
    exportsBefore: abroad(before.flows, n, 0),
    exports: abroad(flows, n, 0),
    importsBefore: abroad(before.flows, n, 1),
    imports: abroad(flows, n, 1),
    realOutput: price.map((value, i) => value / inward[i]!)
  };
}
