import {monthsIn, parsePeriod} from "../base/period.ts";
import {scaleFor, type UnitScale} from "../charts/words.ts";
import type {Series} from "../turnover/output.ts";

/** Series of turnover in current prices, the ones a brief lays side by side. */
export function nominalTurnover(series: readonly Series[]): Series[] {
  return series.filter(
    ({basis}) => basis.indicator === "turnover" && basis.kind === "level" && typeof basis.prices !== "object"
  );
}

/** The scale at which all numbers of some series are written. */
export function commonScale(series: readonly Series[]): UnitScale {
  return scaleFor(series.flatMap(({figures}) => figures.flatMap(({value}) => value ?? [])));
}

/** Whether a period is a calendar year. */
export function isYear(period: string): boolean {
  return /^\d{4}$/.test(period) && monthsIn(parsePeriod(period)) === 12;
}
