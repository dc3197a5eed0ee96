import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {canonicalBasis} from "../../base/basis-key.ts";
import type {Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {groupBy} from "../../base/group-by.ts";
import type {Knowledge} from "../../base/pack.ts";
import {comparePeriods, parsePeriod} from "../../base/period.ts";
import type {Catalogue} from "../catalogue.ts";
import {asOfParameter} from "../http/parameters.ts";
import {makeRouter, responses} from "../http/router.ts";
import {type EconomiesAnswer, economiesSchema, type PairsAnswer, pairsSchema} from "./output.ts";

const query = z.strictObject({asOf: asOfParameter});

const economiesRoute = createRoute({
  method: "get",
  path: "/economies",
  tags: ["Economies"],
  summary: "Who the packs are about",
  description: "Every economy, bloc, region and organisation that a figure or an item names, in English and Russian.",
  request: {query},
  responses: responses("The economies, by English name", {"application/json": {schema: economiesSchema}})
});

const pairsRoute = createRoute({
  method: "get",
  path: "/pairs",
  tags: ["Economies"],
  summary: "Whose trade there are figures of",
  request: {query},
  responses: responses("The pairs, those with most figures first", {"application/json": {schema: pairsSchema}})
});

/** `/economies` and `/pairs`. */
export function economiesRoutes(catalogue: Catalogue): OpenAPIHono {
  const {gazetteer, today} = catalogue;
  const router = makeRouter();
  router.openapi(economiesRoute, (c) => {
    const knowledge = catalogue.knowledge(c.req.valid("query").asOf ?? today());
    return c.json(economiesAnswer(knowledge, gazetteer), 200);
  });
  router.openapi(pairsRoute, (c) => {
    const knowledge = catalogue.knowledge(c.req.valid("query").asOf ?? today());
    return c.json(pairsAnswer(knowledge, gazetteer), 200);
  });
  return router;
}

function economiesAnswer({asOf, figures, register, profile}: Knowledge, gazetteer: Gazetteer): EconomiesAnswer {
  const traded = new Set(figures.filter(isTrade).flatMap(({basis}) => [basis.economy!, basis.partner!]));
  const named = [
    ...profile.economies,
    ...figures.flatMap(({basis}) => [basis.economy, basis.partner, basis.reporter]),
    ...register.items.flatMap(({scope}) => [...scope.parties, ...(scope.regions ?? [])])
  ];
  const ids = [...new Set(named.filter((id) => id !== undefined))];
  const economies = ids.flatMap((id) => {
    const entity = gazetteer.get(id);
    if (!entity) return [];
    const members = entity.kind === "bloc" ? gazetteer.members(id, asOf) : [];
    return [{id, kind: entity.kind, names: bothNames(id, gazetteer), hasTrade: traded.has(id), members}];
  });
  return {asOf, economies: economies.sort((a, b) => a.names.en.localeCompare(b.names.en, "en"))};
}

function bothNames(id: string, gazetteer: Gazetteer): {en: string; ru: string} {
  return {en: gazetteer.name(id, "en"), ru: gazetteer.name(id, "ru")};
}

function isTrade({basis: {economy, partner, coverage, kind}}: Figure): boolean {
  return economy !== undefined && partner !== undefined && coverage !== undefined && kind === "level";
}

function pairsAnswer({asOf, figures, profile}: Knowledge, gazetteer: Gazetteer): PairsAnswer {
  const pairs = groupBy(figures.filter(isTrade), ({basis}) => [basis.economy!, basis.partner!].sort().join(" "));
  const answers = [...pairs].map(([key, members]) => pairAnswer(key, members, profile.economies, gazetteer));
  return {asOf, pairs: answers.sort((a, b) => b.figures - a.figures)};
}

function pairAnswer(
  key: string,
  figures: readonly Figure[],
  leading: readonly string[],
  gazetteer: Gazetteer
): PairsAnswer["pairs"][number] {
  const rank = (id: string) => (leading.includes(id) ? leading.indexOf(id) : leading.length);
  const [economy, partner] = key.split(" ").sort((a, b) => rank(a) - rank(b)) as [string, string];
  const bases = figures.map(({basis}) => canonicalBasis(basis));
  const periods = figures.map(({period}) => parsePeriod(period)).sort(comparePeriods);
  const isPair = [economy, partner].every((id) => gazetteer.get(id)?.kind === "economy");
  return {
    economy,
    partner,
    names: {economy: bothNames(economy, gazetteer), partner: bothNames(partner, gazetteer)},
    kind: isPair ? "pair" : "bloc",
    indicators: [...new Set(bases.map(({indicator}) => indicator))],
    coverages: [...new Set(bases.flatMap(({coverage}) => coverage ?? []))],
    reporters: [...new Set(bases.flatMap(({reporter}) => reporter ?? []))],
    products: [...new Set(bases.flatMap(({product}) => (product ? [`${product.scheme}:${product.code}`] : [])))],
    from: periods[0]!.text,
    to: periods.at(-1)!.text,
    figures: figures.length
  };
}
