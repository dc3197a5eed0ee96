import type {TradeBarrier} from "../../../src/base/trade-scenario.ts";

/** Kinds of barriers in the order in which they are offered; the schema's own list would bring its checks along. */
export type BarrierType = TradeBarrier["type"];
export const barrierKinds = ["tariff", "cost", "rent"] as const satisfies readonly BarrierType[];
