import {isYear} from "../../../src/charts/drawn-series.ts";
import type {ChartPoint} from "../../../src/charts/points.ts";
import type {Series} from "../../../src/turnover/output.ts";

/** Changes on the year before that follow from the levels of a series. */
export function growthPoints({growth}: Pick<Series, "growth">): ChartPoint[] {
  return growth.flatMap(({period, derived}) => {
    if (!isYear(period) || derived?.value == null) return [];
    const {value, low = value, high = value, evidence} = derived;
    const mark = evidence === "unverified" ? ("cross" as const) : ("filled" as const);
    return [{year: Number(period), value, low, high, mark, style: "solid" as const, figure: derived}];
  });
}

/** Years and values that all panels share, so that they can be compared. */
export function growthFrame(series: readonly Series[]): {years: [number, number]; domain: [number, number]} {
  const points = series.flatMap(growthPoints);
  const years = points.map(({year}) => year);
  return {
    years: [Math.min(...years), Math.max(...years)],
    domain: [1.1 * Math.min(0, ...points.map(({low}) => low)), 1.1 * Math.max(1, ...points.map(({high}) => high))]
  };
}
