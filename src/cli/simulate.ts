import {buildRouteMap} from "@stricli/core";
import {simulateEnergyCommand} from "./simulate/energy.ts";
import {simulateTradeCommand} from "./simulate/trade.ts";

/** `concord simulate`. */
export const simulateRoutes = buildRouteMap({
  routes: {trade: simulateTradeCommand, energy: simulateEnergyCommand},
  docs: {brief: "What would change if a barrier fell or a market were joined"}
});
