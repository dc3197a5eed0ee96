import {canonicalBasis, type Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Knowledge} from "../../base/pack.ts";
import {makeBoundedMap} from "../http/bounded-map.ts";
import {turnoverAnswer} from "../turnover/answer.ts";
import {computedFigures, firstInput, storedFigures} from "./computed.ts";

/** Pairs whose computed figures are kept for one day's knowledge. */
const pairsKept = 32;
const computed = new WeakMap<Knowledge, ReturnType<typeof makeBoundedMap<string, ReadonlyMap<string, Figure>>>>();

/** The figures that are worked out of the trade of a figure's two sides and product, by id. */
export function computedBeside(
  {basis}: Pick<Figure, "basis">,
  knowledge: Knowledge,
  gazetteer: Gazetteer
): ReadonlyMap<string, Figure> {
  const {economy, partner, product} = canonicalBasis(basis);
  if (!economy || !partner) return new Map();
  let known = computed.get(knowledge);
  if (!known) {
    known = makeBoundedMap<string, ReadonlyMap<string, Figure>>(pairsKept);
    computed.set(knowledge, known);
  }
  const [first, second] = [economy, partner].sort() as [string, string];
  const key = JSON.stringify([first, second, product]);
  let figures = known.get(key);
  if (!figures) {
    const ways = [
      [first, second],
      [second, first]
    ] as const;
    // Gaps and balances have a direction: asked both ways, every one that a page can show is found.
    const answers = ways.map(([a, b]) =>
      turnoverAnswer(knowledge, {economy: a, partner: b, ...(product && {product})}, {gazetteer, language: "en"})
    );
    figures = new Map(answers.flatMap(computedFigures).map((figure) => [figure.id, figure]));
    known.set(key, figures);
  }
  return figures;
}

/** A figure by its id, of a pack or computed, as known on the day of the knowledge. */
export function findFigure(id: string, knowledge: Knowledge, gazetteer: Gazetteer): Figure | undefined {
  const stored = storedFigures(knowledge);
  const own = stored.get(id);
  if (own) return own;
  const input = firstInput(id, stored);
  return input && computedBeside(input, knowledge, gazetteer).get(id);
}
