import type {EnergyMarket, EnergyScenario} from "../../../src/base/energy.ts";
import type {EnergyResult} from "../../../src/base/energy-result.ts";

/** What the page asks of its worker: one market under several scenarios. */
export interface EnergyRequest {
  readonly id: number;
  readonly market: EnergyMarket;
  readonly scenarios: readonly EnergyScenario[];
}

/** One scenario's answer, or a sentence that says why there is none. */
export type EnergyAnswer = {readonly result: EnergyResult} | {readonly failure: string};

/** What the worker answers, in the order of the scenarios. */
export interface EnergyReply {
  readonly id: number;
  readonly answers: readonly EnergyAnswer[];
  readonly milliseconds: number;
}
