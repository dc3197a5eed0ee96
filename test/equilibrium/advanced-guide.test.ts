import {describe, expect, it} from "vitest";
import {guideLoop} from "../../src/kernels/trade/guide-loop.ts";
import {conditionalEffects} from "../../src/kernels/trade/resistances.ts";
import {borderRemoval, type GuideEstimates, type NamedLevels, nafta} from "./guide-data.ts";
import {column, csvRows, largestGap, oracle, perCent, type Row} from "./shared.ts";

const {isHere, read} = oracle("agtpa");

/** Percentage points from the published Stata columns; Hong Kong's tiny domestic sales make its exports the hardest. */
const tolerance = 1e-3;
const toleranceHongKong = 2e-3;

describe.skipIf(!isHere)("the Advanced Guide's chapter 2", () => {
  const panel = isHere ? read("agtpa_panel.csv.gz") : "";
  const estimates = (isHere ? JSON.parse(read("agtpa_expected_ch2.json")) : {}) as GuideEstimates;

  describe("trade without borders, 2006", () => {
    const levels = isHere ? borderRemoval(panel, estimates) : ({} as NamedLevels);
    const stata = isHere ? csvRows(read("ch2_app1_trade_without_border_stata.csv")) : [];
    const published = (name: string) => column(stata, "country", levels.names, name);

    it("conditionalEffects() agree with Stata", () => {
      const found = conditionalEffects(levels);
      expect(found.status).toBe("converged");
      const exports = perCent(found.exports.conditional, found.exports.before);
      expect(largestGap(exports, published("change_Xi_CDL"), levels.names, ["HKG"]).gap).toBeLessThan(tolerance);
      expect(largestGap(exports, published("change_Xi_CDL"), levels.names).gap).toBeLessThan(toleranceHongKong);
      const inward = perCent(found.after.inward, found.before.inward);
      expect(largestGap(inward, published("change_IMR_CDL"), levels.names).gap).toBeLessThan(tolerance);
      const outward = perCent(found.after.outward, found.before.outward);
      expect(largestGap(outward, published("change_OMR_CDL"), levels.names).gap).toBeLessThan(tolerance);
    });

    it("guideLoop() agrees with Stata, stopped where its program stops", () => {
      const found = guideLoop(levels);
      const ones = new Float64Array(levels.n).fill(1);
      expect(found.rounds).toBe(5);
      expect(largestGap(perCent(found.price, ones), published("change_price_FULL"), levels.names).gap).toBeLessThan(
        tolerance
      );
      const exports = perCent(found.exports, found.exportsBefore);
      expect(largestGap(exports, published("change_Xi_FULL"), levels.names, ["HKG"]).gap).toBeLessThan(tolerance);
      expect(largestGap(exports, published("change_Xi_FULL"), levels.names).gap).toBeLessThan(toleranceHongKong);
      expect(largestGap(perCent(found.inward, ones), published("change_IMR_FULL"), levels.names).gap).toBeLessThan(
        tolerance
      );
      const real = perCent(published("rGDP_FULL"), published("rGDP_BLN"));
      expect(largestGap(perCent(found.realOutput, ones), real, levels.names).gap).toBeLessThan(tolerance);
    });
  });

  describe("NAFTA, 1994", () => {
    const levels = isHere ? nafta(panel, estimates) : ({} as NamedLevels);
    const stata = isHere ? csvRows(read("ch2_app2_nafta_stata.csv")) : [];
    const published = (name: string) => column(stata, "country", levels.names, name);
    /** The programs report what having NAFTA does: the world with it against the one without. */
    const having = (factor: Float64Array) => factor.map((value) => 100 * (1 / value - 1));
    const ratio = (a: Float64Array, b: Float64Array) => a.map((value, i) => value / b[i]!);

    it("conditionalEffects() agree with Stata", () => {
      const found = conditionalEffects(levels);
      expect(found.status).toBe("converged");
      const exports = having(ratio(found.exports.conditional, found.exports.before));
      expect(largestGap(exports, published("change_Xi_CDL"), levels.names).gap).toBeLessThan(tolerance);
      const inward = having(ratio(found.after.inward, found.before.inward));
      expect(largestGap(inward, published("change_IMR_CDL"), levels.names).gap).toBeLessThan(tolerance);
    });

    it("guideLoop() agrees with Stata", () => {
      const found = guideLoop(levels);
      // Prices are relative to the world with NAFTA, which the programs do not turn round as they do the other columns.
      const prices = found.price.map((value) => 100 * (1 - value));
      expect(largestGap(prices, published("change_price_FULL"), levels.names).gap).toBeLessThan(tolerance);
      const exports = having(ratio(found.exports, found.exportsBefore));
      expect(largestGap(exports, published("change_Xi_FULL"), levels.names).gap).toBeLessThan(tolerance);
      const rows = stata as readonly Row[];
      const real = perCent(
        column(rows, "country", levels.names, "rGDP_BLN"),
        column(rows, "country", levels.names, "rGDP_FULL")
      );
      expect(largestGap(having(found.realOutput), real, levels.names).gap).toBeLessThan(tolerance);
    });
  });
});
