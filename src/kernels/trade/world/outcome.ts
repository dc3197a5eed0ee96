import type {SolveReport} from "../solve-status.ts";

/** Money of one economy at one time, at border prices, in the money of the data (world output or value added held). */
export interface EconomyMoney {
  /** What producing earns: output in one sector, value added in many. */
  readonly factorIncome: number;
  readonly tariffRevenue: number;
  /** Rents earned at home, on imports and on exports. */
  readonly rents: number;
  /** What is spent beyond income: imports less exports. */
  readonly deficit: number;
  readonly spending: number;
  readonly exports: number;
  readonly imports: number;
}

/** What changes for one economy, in per cent. */
export interface EconomyOutcome {
  readonly id: string;
  /** Real spending: what is spent over the price index; exact. */
  readonly welfare: number;
  /** Real income: the same without the deficit. */
  readonly realIncome: number;
  /** Price that producers receive; in many sectors the wage. */
  readonly price: number;
  /** Price index of what is bought. */
  readonly consumerPrice: number;
  readonly exports: number;
  readonly imports: number;
  /** Tariff revenue: its change as a share of income before. */
  readonly revenue: number;
  /** Rents: their change as a share of income before. */
  readonly rents: number;
  readonly before: EconomyMoney;
  readonly after: EconomyMoney;
  /** Many sectors only: first-order effects at initial values, which are no substitute for welfare. */
  readonly firstOrder?: {readonly termsOfTrade: number; readonly volumeOfTrade: number; readonly welfare: number};
}

/** Whether an equilibrium is one. */
export interface OutcomeChecks {
  readonly residual: number;
  readonly worldBudget: number;
  readonly walras: number;
  readonly converged: boolean;
}

/** One solved scenario. */
export interface TradeOutcome {
  readonly economies: readonly EconomyOutcome[];
  /** Flows at border prices; exporter × importer by rows. */
  readonly flowsBefore: Float64Array;
  readonly flowsAfter: Float64Array;
  readonly checks: OutcomeChecks;
  readonly report: SolveReport;
  /** The unknowns, to start from when something nearby is solved next. */
  readonly start: Float64Array;
}

/** Largest residual, budget gap or violation of Walras' law that an answer may have. */
export const largestGap = 1e-6;

/** Whether all checks hold; what is not a number never does. */
export function passes({residual, worldBudget, walras, converged}: OutcomeChecks): boolean {
  return converged && residual <= largestGap && worldBudget <= largestGap && walras <= largestGap;
}

/** A change in per cent; nothing before and after is no change. */
export function changeOf(after: number, before: number): number {
  return after === before ? 0 : 100 * (after / before - 1);
}
