import type {EnergyMarket, EnergyScenario, PriceRule, Uncertain} from "./energy.ts";
import {type EnergyPart, energyParts} from "./energy-parts.ts";

/** Something that a schema cannot say is wrong with a market. */
export interface MarketProblem {
  readonly path: PropertyKey[];
  readonly wanted: string;
}

type Kind = "economy" | "node" | "commodity" | "arc" | "demand";
type Fields = Readonly<Record<string, unknown>>;

const articled: Readonly<Record<Kind, string>> = {
  economy: "a declared economy",
  node: "a node",
  commodity: "a commodity",
  arc: "an arc",
  demand: "a demand"
};

/** Fields of parts that name something else of the market. */
const references: readonly (readonly [Kind, readonly string[]])[] = [
  ["economy", ["owner", "taxTo", "seller", "dutyTo", "operator", "holder", "rebateFrom"]],
  ["node", ["node", "from", "to"]],
  ["commodity", ["commodity", "input"]]
];

/** Lists what is wrong between the parts of a market: unknown names, ids given twice, curves said twice or not at all. */
export function marketProblems(market: EnergyMarket): MarketProblem[] {
  return [
    ...sourceProblems(market),
    ...repeatedIds(market),
    ...unknownNames(market),
    ...emptyProblems(market),
    ...curveProblems(market),
    ...crossProblems(market),
    ...market.scenarios.flatMap((scenario, i) => inside(["scenarios", i], scenarioProblems(market, scenario))),
    ...uncertainProblems(market, market.uncertain),
    ...observedProblems(market)
  ];
}

/** Numbers of an answer that can be observed, by kind of part. */
const observableNumbers = {
  supplies: ["quantity"],
  demands: ["quantity", "paid"],
  exports: ["quantity"],
  arcs: ["sent", "arrived"],
  processes: ["runs"]
} as const satisfies Readonly<Record<EnergyPart, readonly string[]>>;

function observedProblems(market: EnergyMarket): MarketProblem[] {
  return (market.observed ?? []).flatMap(({number}, i) => {
    const [part, id = "", field = ""] = number.split(".");
    const known = energyParts.find((one) => one === part);
    const fields: readonly string[] = known ? observableNumbers[known] : [];
    if (known && idsOf(market[known]).includes(id) && fields.includes(field)) return [];
    return [{path: ["observed", i, "number"], wanted: 'a number of an answer as "demands.A.paid" or "arcs.A-B.sent"'}];
  });
}

/** Lists what a scenario names that the market does not have. */
export function scenarioProblems(market: EnergyMarket, scenario: EnergyScenario): MarketProblem[] {
  const parts = energyParts.flatMap((part) => {
    const known = idsOf(market[part]);
    return Object.entries(scenario[part] ?? {}).flatMap(([id, fields]) => [
      ...(id === "*" || known.includes(id)
        ? []
        : [{path: [part, id], wanted: `one of the market's ${part}: ${known.join(", ") || "none"}`}]),
      ...inside([part, id], referenceProblems(market, fields))
    ]);
  });
  return [...parts, ...uncertainProblems(market, scenario.uncertain)];
}

/** Lists parameters that are not numbers of a market. */
export function uncertainProblems(market: EnergyMarket, uncertain: readonly Uncertain[] = []): MarketProblem[] {
  return uncertain.flatMap((one, i) => [
    ...(isParameter(market, one.parameter) ? [] : [{path: ["uncertain", i, "parameter"], wanted: parameterForm}]),
    ...distributionProblems(one, i)
  ]);
}

function distributionProblems(uncertain: Uncertain, i: number): MarketProblem[] {
  if ("range" in uncertain && uncertain.range[0] > uncertain.range[1])
    return [{path: ["uncertain", i, "range"], wanted: "the lower end first"}];
  if (!("triangular" in uncertain)) return [];
  const [low, mode, high] = uncertain.triangular;
  return low <= mode && mode <= high && low < high
    ? []
    : [
        {path: ["uncertain", i, "triangular"], wanted: "the lowest, the likeliest and the highest value, in this order"}
      ];
}

const parameterForm = 'a number of the market as "arcs.A-B.capacity" or "demands.A.price"';

const numericFields: Readonly<Record<EnergyPart, readonly string[]>> = {
  supplies: ["cost", "slope", "capacity", "minimum", "tax"],
  demands: ["intercept", "slope", "quantity", "tax", "price"],
  exports: ["price", "slope", "duty", "minimum", "maximum"],
  arcs: ["capacity", "minimum", "tariff", "surcharge", "cost", "loss", "duty"],
  processes: ["capacity", "minimum", "cost", "rebate"]
};

/** Whether a name as "arcs.A-B.capacity" is that of a number of the market. */
export function isParameter(market: Pick<EnergyMarket, EnergyPart>, name: string): boolean {
  const [part, id = "", field = "", ...rest] = name.split(".");
  const known = energyParts.find((one) => one === part);
  if (!known || rest.length > 0) return false;
  return (id === "*" || idsOf(market[known]).includes(id)) && numericFields[known].includes(field);
}

function idsOf(parts: readonly {readonly id: string}[] = []): string[] {
  return parts.map(({id}) => id);
}

function inside(path: readonly PropertyKey[], problems: readonly MarketProblem[]): MarketProblem[] {
  return problems.map((one) => ({...one, path: [...path, ...one.path]}));
}

function sourceProblems({status, sources = []}: EnergyMarket): MarketProblem[] {
  if (status !== "sourced" || sources.length > 0) return [];
  return [{path: ["sources"], wanted: "at least one source of a sourced market"}];
}

function repeatedIds(market: EnergyMarket): MarketProblem[] {
  return (["economies", "commodities", "nodes", ...energyParts, "scenarios"] as const).flatMap((part) => {
    const ids = idsOf(market[part]);
    return ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [{path: [part, index, "id"], wanted: "an id of its own"}] : []
    );
  });
}

function unknownNames(market: EnergyMarket): MarketProblem[] {
  const nodes = market.nodes.flatMap(({economy}, i) => refer(market, "economy", economy, ["nodes", i, "economy"]));
  const parts = energyParts.flatMap((part) =>
    (market[part] ?? []).flatMap((one, i) => inside([part, i], referenceProblems(market, one)))
  );
  return [...nodes, ...parts];
}

/** What the fields of one part name that the market does not have. */
function referenceProblems(market: EnergyMarket, fields: Fields): MarketProblem[] {
  const named = references.flatMap(([kind, names]) =>
    names.flatMap((name) => refer(market, kind, fields[name], [name]))
  );
  const yields = Object.keys((fields.yields as object | undefined) ?? {});
  const outputs = yields.flatMap((commodity) => refer(market, "commodity", commodity, ["yields", commodity]));
  const rules = ruleNames(fields.price as PriceRule | undefined);
  return [...named, ...outputs, ...rules.flatMap(([kind, id]) => refer(market, kind, id, ["price"]))];
}

function refer(market: EnergyMarket, kind: Kind, id: unknown, path: PropertyKey[]): MarketProblem[] {
  const known = idsOf(
    {
      economy: market.economies,
      node: market.nodes,
      commodity: market.commodities,
      arc: market.arcs ?? [],
      demand: market.demands
    }[kind]
  );
  if (id === undefined || known.includes(id as string)) return [];
  const all = known.length > 0 ? `: ${known.join(", ")}` : "";
  return [{path, wanted: `the id of ${articled[kind]}${all}`}];
}

/** The arcs and demands that a price rule names. */
function ruleNames(rule: PriceRule | undefined): (readonly ["arc" | "demand", string])[] {
  if (typeof rule !== "object") return [];
  if ("netback" in rule) return rule.netback.map((arc) => ["arc", arc] as const);
  return [["demand", rule.of], ...(rule.tariffsOf ?? []).map((arc) => ["arc", arc] as const)];
}

function emptyProblems({supplies, demands, exports = []}: EnergyMarket): MarketProblem[] {
  return [
    ...(supplies.length > 0 ? [] : [{path: ["supplies"], wanted: "at least one supply"}]),
    ...(demands.length + exports.length > 0 ? [] : [{path: ["demands"], wanted: "at least one demand or export"}])
  ];
}

function curveProblems({supplies, demands, exports = [], processes = []}: EnergyMarket): MarketProblem[] {
  const count = (...values: readonly unknown[]) => values.filter((value) => value !== undefined).length;
  const stepped = supplies.flatMap(({steps, slope, capacity, minimum}, i) =>
    steps && count(slope, capacity, minimum) > 0
      ? [{path: ["supplies", i, "steps"], wanted: "steps alone, without slope, capacity or minimum"}]
      : []
  );
  const lacking = <One>(part: EnergyPart, all: readonly One[], has: (one: One) => boolean, wanted: string) =>
    all.flatMap((one, i) => (has(one) ? [] : [{path: [part, i], wanted}]));
  return [
    ...stepped,
    ...lacking("supplies", supplies, ({cost, steps}) => count(cost, steps) === 1, 'either "cost" or "steps"'),
    ...lacking(
      "demands",
      demands,
      ({intercept, reference, steps, quantity}) => count(intercept, reference, steps, quantity) === 1,
      'one of "intercept", "reference", "steps" or "quantity"'
    ),
    ...lacking("exports", exports, ({price}) => price !== undefined, 'a member "price"'),
    ...lacking("processes", processes, ({yields}) => yields !== undefined, 'a member "yields"')
  ];
}

function crossProblems({cross = [], demands, supplies}: EnergyMarket): MarketProblem[] {
  return cross.flatMap(({node, side, commodities}, i) =>
    commodities.flatMap((commodity, at) => {
      const parts: readonly {node: string; commodity: string; slope?: number}[] =
        side === "demand" ? demands : supplies;
      const met = parts.filter((one) => one.node === node && one.commodity === commodity);
      if (met.length === 1 && met[0]!.slope !== undefined) return [];
      const wanted = `a commodity with exactly one ${side} with a slope at node "${node}"`;
      return [{path: ["cross", i, "commodities", at], wanted}];
    })
  );
}
