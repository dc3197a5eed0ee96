import type {DeficitRule, TradeScenario} from "../../../src/base/trade-scenario.ts";
import type {DrawnOutcome, MovedParameter} from "../../../src/kernels/trade/world/draws.ts";
import type {EconomyOutcome, OutcomeChecks} from "../../../src/kernels/trade/world/outcome.ts";
import type {TradeWorld} from "../../../src/kernels/trade/world/world.ts";

/** What a solve takes as given besides the scenario. */
export interface Given {
  readonly sigma: number;
  readonly deficits: DeficitRule;
}

/** What the page asks of its worker. */
export type Request =
  | {readonly kind: "world"; readonly world: TradeWorld}
  | {readonly kind: "solve"; readonly slot: number; readonly scenario: TradeScenario; readonly given: Given}
  | {
      readonly kind: "draw";
      readonly slot: number;
      readonly scenario: TradeScenario;
      readonly given: Given;
      readonly count: number;
      readonly seed: number;
      /** Standard deviation of every elasticity, as a share of it. */
      readonly spread: number;
    };

/** A solved scenario, as the page shows it. */
export interface Solved {
  readonly economies: readonly EconomyOutcome[];
  /** Exporter × importer by rows, at border prices. */
  readonly flowsBefore: Float64Array;
  readonly flowsAfter: Float64Array;
  readonly checks: OutcomeChecks;
  readonly iterations: number;
  readonly milliseconds: number;
  readonly engine: "TypeScript" | "WASM";
}

/** What the worker answers. */
export type Reply =
  | {readonly kind: "solved"; readonly slot: number; readonly solved: Solved}
  | {
      readonly kind: "drawn";
      readonly slot: number;
      readonly drawn: DrawnOutcome;
      readonly moved: readonly MovedParameter[];
    }
  | {readonly kind: "failed"; readonly of: Request["kind"]; readonly slot: number; readonly message: string};
