import {energyMarketShape} from "./energy.ts";
import {marketProblems} from "./energy-problems.ts";

/** A market of energy: who supplies, who demands, and what lies between them; one file of `energy/` in a pack. */
export const energyMarketSchema = energyMarketShape.superRefine((market, context) => {
  for (const {path, wanted} of marketProblems(market)) context.addIssue({code: "custom", path, message: wanted});
});
