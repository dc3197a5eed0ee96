import type {Language} from "../../base/label.ts";
import type {DeficitRule} from "../../base/trade-scenario.ts";
import type {CliContext} from "../context.ts";
import type {ColorMode} from "../terminal/style.ts";

/** Options of `concord simulate trade`. */
export interface SimulateTradeFlags {
  readonly scenario: readonly string[];
  readonly model?: "exact" | "levels" | "guide-loop" | "fixed-shares";
  readonly sigma?: number;
  readonly supply?: number;
  readonly deficits?: DeficitRule;
  readonly reference?: string;
  readonly fit?: string;
  readonly draws?: number;
  readonly seed: number;
  readonly tornado?: string;
  readonly language: Language;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly color: ColorMode;
}

/** Answers `concord simulate trade DATA`. */
export async function runSimulateTrade(this: CliContext, _flags: SimulateTradeFlags, _data: string): Promise<void> {}
