import {balance} from "./balance.ts";
import {abroad, type LevelsInput} from "./resistances.ts";
import type {SolveReport} from "./solve-status.ts";

/** What the fixed-shares system says; change factors by economy, prices relative to the reference's index. */
export interface FixedSharesResult extends SolveReport {
  readonly price: Float64Array;
  readonly inward: Float64Array;
  readonly outward: Float64Array;
  /** Price over inward resistance. */
  readonly realOutput: Float64Array;
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  readonly domestic: Float64Array;
  /** Flows before and after, exporter × importer. */
  readonly flowsBefore: Float64Array;
  readonly flows: Float64Array;
}

/**
 * The system that the Python package gegravity calls full general equilibrium (Herman 2021, OneSectorGE): prices move,
 * p = 1/Π up to the reference, while the shares of world output and expenditure in the resistances stay as they were. It is kept
 * to reproduce that program's numbers and to be laid beside the consistent solution; see docs/trade-models.md.
 */
export function fixedShares(input: LevelsInput): FixedSharesResult {
  const {n, sigma, reference = 0, output, expenditure} = input;
  const power = 1 / (1 - sigma);
  const outputShares = shares(output);
  const expenditureShares = shares(expenditure);
  const before = balance(input.before, outputShares, expenditureShares, {reference});
  const after = balance(input.after, outputShares, expenditureShares, {reference});
  const price = after.rows.map((value, i) => (value / before.rows[i]!) ** power);
  const inward = after.columns.map((value, j) => (before.columns[j]! / value) ** power);
  const outward = price.map((value) => 1 / value);
  const flowsBefore = flowsOf(input.before, output, expenditure, before);
  const raised = (values: Float64Array) => values.map((value, i) => value * price[i]!);
  const flows = flowsOf(input.after, raised(output), raised(expenditure), after, outputShares, expenditureShares);
  const change = (side: 0 | 1) => ratio(abroad(flows, n, side), abroad(flowsBefore, n, side));
  return {
    status: before.status === "converged" ? after.status : before.status,
    iterations: before.iterations + after.iterations,
    residual: Math.max(before.residual, after.residual),
    price,
    inward,
    outward,
    realOutput: ratio(price, inward),
    exports: change(0),
    imports: change(1),
    domestic: Float64Array.from({length: n}, (_, i) => flows[i * n + i]! / flowsBefore[i * n + i]!),
    flowsBefore,
    flows
  };
}

/** Y_i E_j / Y · t_ij^(1−σ) / (Π_i P_j)^(1−σ), with the resistances that balance the baseline's shares. */
function flowsOf(
  costs: Float64Array,
  output: Float64Array,
  expenditure: Float64Array,
  {rows, columns}: {rows: Float64Array; columns: Float64Array},
  outputShares = shares(output),
  expenditureShares = shares(expenditure)
): Float64Array {
  const n = output.length;
  const world = total(output);
  return costs.map((value, cell) => {
    const i = Math.floor(cell / n);
    const j = cell % n;
    const balanced = (value * rows[i]! * columns[j]!) / (outputShares[i]! * expenditureShares[j]!);
    return ((output[i]! * expenditure[j]!) / world) * balanced;
  });
}

function shares(values: Float64Array): Float64Array {
  const sum = total(values);
  return values.map((value) => value / sum);
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function ratio(after: Float64Array, before: Float64Array): Float64Array {
  return after.map((value, i) => value / before[i]!);
}
