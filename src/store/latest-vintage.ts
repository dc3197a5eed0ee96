import {basisKey, type Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {latestDay, parsePeriod} from "../base/period.ts";

/**
 * Of the figures with one basis, period and base, from one reporter, or where none is stated from the same sources,
 * the newest by `known`. Figures known on the same day stay side by side, in the order given. An unverified figure
 * never takes the place of a sourced one, nor a derived figure that of one with another formula.
 */
export function latestVintage(figures: readonly Figure[]): Figure[] {
  const newest = new Map<string, number>();
  for (const [key, group] of groupBy(figures, vintageKey))
    newest.set(key, Math.max(...group.map(({known}) => latestDay(known))));
  return figures.filter((figure) => latestDay(figure.known) === newest.get(vintageKey(figure)));
}

function vintageKey({basis, period, base, sources, evidence, status, formula}: Figure): string {
  const voice = basis.reporter ?? [...sources].sort().join(" ");
  return JSON.stringify([
    basisKey(basis),
    parsePeriod(period).text,
    base === undefined ? "" : parsePeriod(base).text,
    voice,
    evidence,
    status === "derived" ? (formula ?? "") : ""
  ]);
}
