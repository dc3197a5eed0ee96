import {type Balanced, balance, balancedFlows} from "./balance.ts";
import type {SolveStatus} from "./solve-status.ts";

/** A structural gravity model in levels. Matrices are exporter × importer by rows. */
export interface LevelsInput {
  readonly n: number;
  /** Trade costs to the power 1 − σ before: any matrix that is these up to exporter and importer factors will do. */
  readonly before: Float64Array;
  /** The same after the change. */
  readonly after: Float64Array;
  readonly output: Float64Array;
  readonly expenditure: Float64Array;
  readonly sigma: number;
  /** Economy whose inward resistance is 1; defaults to 0. */
  readonly reference?: number;
}

/** Multilateral resistances P and Π themselves (not their powers), with the flows that they give. */
export interface Resistances {
  readonly inward: Float64Array;
  readonly outward: Float64Array;
  readonly flows: Float64Array;
  readonly balanced: Balanced;
}

/**
 * The effects of given output and expenditure (Yotov, Piermartini, Monteiro and Larch 2016, An Advanced Guide to Trade
 * Policy Analysis, chapter 2; Anderson and van Wincoop 2003, doi:10.1257/000282803321455214).
 */
export interface ConditionalEffects {
  readonly status: SolveStatus;
  readonly before: Resistances;
  readonly after: Resistances;
  /** Exports abroad by economy: before, with resistances kept (partial) and with resistances solved (conditional). */
  readonly exports: {readonly before: Float64Array; readonly partial: Float64Array; readonly conditional: Float64Array};
  readonly imports: {readonly before: Float64Array; readonly partial: Float64Array; readonly conditional: Float64Array};
}

/** Solves the resistances of one trade-cost matrix. */
export function resistances(
  costs: Float64Array,
  input: LevelsInput,
  output = input.output,
  expenditure = input.expenditure
): Resistances {
  const {reference = 0, sigma} = input;
  const balanced = balance(costs, output, expenditure, {reference});
  const power = 1 / (1 - sigma);
  const unit = expenditure[reference]!;
  return {
    balanced,
    inward: expenditure.map((value, j) => (value / (balanced.columns[j]! * unit)) ** power),
    outward: output.map((value, i) => ((value * unit) / balanced.rows[i]!) ** power),
    flows: balancedFlows(costs, balanced)
  };
}

/** Partial and conditional effects of a change of trade costs: output and expenditure stay. */
export function conditionalEffects(input: LevelsInput): ConditionalEffects {
  const before = resistances(input.before, input);
  const after = resistances(input.after, input);
  const partial = balancedFlows(input.after, before.balanced);
  const {n} = input;
  const statuses = [before.balanced.status, after.balanced.status];
  return {
    status: statuses.find((status) => status !== "converged") ?? "converged",
    before,
    after,
    exports: {
      before: abroad(before.flows, n, 0),
      partial: abroad(partial, n, 0),
      conditional: abroad(after.flows, n, 0)
    },
    imports: {
      before: abroad(before.flows, n, 1),
      partial: abroad(partial, n, 1),
      conditional: abroad(after.flows, n, 1)
    }
  };
}

/** Sums of flows without domestic sales: exports by exporter (side 0) or imports by importer (side 1). */
export function abroad(flows: Float64Array, n: number, side: 0 | 1): Float64Array {
  const totals = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j) totals[side === 0 ? i : j]! += flows[i * n + j]!;
  return totals;
}
