import type {GrowthYear} from "../../../../src/charts/growth-chart.ts";
import type {Series} from "../../../../src/turnover/output.ts";
import {isYear} from "./trade.ts";

/** Changes on the year before that follow from the levels of a series. */
export function growthYears({growth}: Series): GrowthYear[] {
  return growth.flatMap(({period, derived}) => {
    if (!isYear(period) || derived?.value == null) return [];
    const {value, low = value, high = value, evidence} = derived;
    return [{year: Number(period), value, low, high, isVerified: evidence !== "unverified"}];
  });
}

/** Years and values that all panels share, so that they can be compared. */
export function growthFrame(series: readonly Series[]): {years: [number, number]; range: [number, number]} {
  const all = series.flatMap(growthYears);
  const years = all.map(({year}) => year);
  return {
    years: [Math.min(...years), Math.max(...years)],
    range: [Math.min(0, ...all.map(({low}) => low)), Math.max(1, ...all.map(({high}) => high))]
  };
}
