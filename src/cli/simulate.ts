import {buildRouteMap} from "@stricli/core";
import {simulateTradeCommand} from "./simulate/trade.ts";

/** `concord simulate`. */
export const simulateRoutes = buildRouteMap({
  routes: {trade: simulateTradeCommand},
  docs: {brief: "What would change if a barrier fell or a market were joined"}
});
