import {groupBy} from "../base/group-by.ts";
import {scaleFor, type UnitScale} from "../charts/words.ts";
import type {Series} from "../turnover/output.ts";

/** Series of turnover in current prices and the unit that most of them are in: the ones a brief lays side by side. */
export function nominalTurnover(series: readonly Series[]): Series[] {
  const [first = []] = turnoverByUnit(series);
  return first;
}

/** Series of turnover in current prices by unit, the unit of most series first. */
export function turnoverByUnit(series: readonly Series[]): Series[][] {
  const nominal = series.filter(isNominalTurnover);
  return [...groupBy(nominal, ({basis}) => basis.unit).values()].sort((a, b) => b.length - a.length);
}

function isNominalTurnover({basis}: Series): boolean {
  return basis.indicator === "turnover" && basis.kind === "level" && typeof basis.prices !== "object";
}

/** The scale at which all numbers of some series are written. */
export function commonScale(series: readonly Series[]): UnitScale {
  return scaleFor(series.flatMap(({figures}) => figures.flatMap(({value}) => value ?? [])));
}
