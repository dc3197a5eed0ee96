import {groupBy} from "../../base/group-by.ts";
import type {Draft} from "../connector.ts";
import type {Award} from "./package.ts";

/** An award of which it is known who bought and who sold. */
type Placed = Award & {readonly buyer: string; readonly suppliers: readonly string[]};

const countRule =
  "awards with a supplier of another economy, of awards whose buyer and suppliers all state their economy";
const valueRule =
  "value of awards with a supplier of another economy, of the value of awards in this currency whose buyer and suppliers all state their economy";

/**
 * Shares of procurement that crosses borders, by buyer's economy and year: of all awards, and of their value in each
 * currency; for all foreign suppliers together and for each economy of suppliers.
 */
export function procurementShares(awards: readonly Award[], url: string): Draft[] {
  const placed = awards.filter((award): award is Placed => award.buyer !== undefined && award.suppliers !== undefined);
  const cells = groupBy(placed, ({buyer, year}) => `${buyer} ${year}`);
  return [...cells.values()].flatMap((cell) => [
    ...sharesOf(cell, "procurement_cross_border_awards", () => 1, countRule, url),
    ...[...groupBy(cell.filter(hasValue), ({currency}) => currency!)].flatMap(([currency, all]) =>
      sharesOf(all, `procurement_cross_border_value_${currency.toLowerCase()}`, ({amount}) => amount!, valueRule, url)
    )
  ]);
}

function hasValue({amount, currency}: Award): boolean {
  return amount !== undefined && amount >= 0 && currency !== undefined && /^[A-Z]{3}$/.test(currency);
}

function sharesOf(
  cell: readonly Placed[],
  indicator: string,
  weight: (award: Award) => number,
  rule: string,
  url: string
): Draft[] {
  const [{buyer, year}] = cell as [Placed, ...Placed[]];
  const sum = (awards: readonly Award[]) => awards.reduce((total, award) => total + weight(award), 0);
  const denominator = sum(cell);
  if (denominator === 0) return [];
  const foreign = new Set(cell.flatMap(({suppliers}) => suppliers.filter((id) => id !== buyer)));
  const share = (numerator: number, partner?: string): Draft => ({
    basis: {indicator, kind: "share", economy: buyer, ...(partner && {partner}), unit: "%"},
    period: year,
    value: (100 * numerator) / denominator,
    of: {numerator, denominator, rule},
    status: "derived",
    formula: "100 * numerator / denominator",
    url
  });
  return [
    share(sum(cell.filter(({suppliers}) => suppliers.some((id) => id !== buyer)))),
    ...[...foreign].sort().map((id) => share(sum(cell.filter(({suppliers}) => suppliers.includes(id))), id))
  ];
}
