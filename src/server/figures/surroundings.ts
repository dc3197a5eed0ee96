import {basisKey, canonicalBasis} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {groupBy} from "../../base/group-by.ts";
import type {Knowledge} from "../../base/pack.ts";
import {parsePeriod} from "../../base/period.ts";
import {type BoundedMap, makeBoundedMap} from "../http/bounded-map.ts";
import {turnoverAnswer} from "../turnover/answer.ts";
import {computedFigures, storedFigures} from "./computed.ts";

/** What stands beside a figure: all that packs hold, and what is worked out of the trade of its two sides. */
export interface Surroundings {
  /** By id. */
  readonly computed: ReadonlyMap<string, Figure>;
  /** By `statementKey`: the vintages of one number. */
  readonly statements: ReadonlyMap<string, readonly Figure[]>;
  /** By `thingKey`: one thing on all its bases. */
  readonly things: ReadonlyMap<string, readonly Figure[]>;
}

/** Pairs and products whose surroundings are kept for one day's knowledge. */
const pairsKept = 32;
const kept = new WeakMap<Knowledge, BoundedMap<string, Surroundings>>();

/** The surroundings of a figure; worked out once for one knowledge, pair and product. */
export function surroundingsOf(
  {basis}: Pick<Figure, "basis">,
  knowledge: Knowledge,
  gazetteer: Gazetteer
): Surroundings {
  let known = kept.get(knowledge);
  if (!known) {
    known = makeBoundedMap<string, Surroundings>(pairsKept);
    kept.set(knowledge, known);
  }
  const {economy, partner, product} = basis;
  const sides = economy && partner ? ([economy, partner].sort() as [string, string]) : undefined;
  const key = JSON.stringify([sides, sides && product]);
  let around = known.get(key);
  if (!around) {
    around = makeSurroundings(sides ? computedOf(sides, product, knowledge, gazetteer) : [], knowledge);
    known.set(key, around);
  }
  return around;
}

/** Gaps and balances have a direction: asked both ways, every one that a page can show is found. */
function computedOf(
  [first, second]: readonly [string, string],
  product: Figure["basis"]["product"],
  knowledge: Knowledge,
  gazetteer: Gazetteer
): Figure[] {
  const ways = [
    {economy: first, partner: second},
    {economy: second, partner: first}
  ];
  return ways.flatMap((way) =>
    computedFigures(turnoverAnswer(knowledge, {...way, ...(product && {product})}, {gazetteer, language: "en"}))
  );
}

function makeSurroundings(figures: readonly Figure[], knowledge: Knowledge): Surroundings {
  const computed = new Map(figures.map((figure) => [figure.id, figure]));
  const all = [...new Map([...computed, ...storedFigures(knowledge)]).values()];
  return {computed, statements: groupBy(all, statementKey), things: groupBy(all, thingKey)};
}

/** Equal for statements of one number: basis, period and what a change is measured from. */
export function statementKey({basis, period, base}: Figure): string {
  return [basisKey(basis), parsePeriod(period).text, base === undefined ? "" : parsePeriod(base).text].join(" ");
}

/** Equal for one thing of the same sides and period, whatever the basis. */
export function thingKey({basis, period, base}: Figure): string {
  const {indicator, kind, about, economy, partner, product} = canonicalBasis(basis);
  const from = base === undefined ? "" : parsePeriod(base).text;
  return JSON.stringify([indicator, kind, about, economy, partner, product, parsePeriod(period).text, from]);
}
