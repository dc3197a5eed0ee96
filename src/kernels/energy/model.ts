import type {
  EnergyArc,
  EnergyDemand,
  EnergyExport,
  EnergyMarket,
  EnergyProcess,
  EnergySupply
} from "../../base/energy.ts";
import {type Program, packColumns} from "../program/program.ts";

/** A balance: one commodity at one node. */
export interface Balance {
  readonly node: string;
  readonly commodity: string;
  readonly economy: string;
}

/** What a column of the program stands for; `part` is absent for the market's demand slope. */
export type Column =
  | {readonly kind: "supply"; readonly part: EnergySupply; readonly row: number; readonly step?: number}
  | {readonly kind: "demand"; readonly part: EnergyDemand; readonly row: number; readonly step?: number}
  | {readonly kind: "export"; readonly part: EnergyExport; readonly row: number}
  | {readonly kind: "arc"; readonly part: EnergyArc; readonly from: number; readonly to: number}
  | {readonly kind: "process"; readonly part: EnergyProcess; readonly input: number; readonly outputs: Outputs}
  | {readonly kind: "slope"; readonly row: number};

type Outputs = readonly {readonly row: number; readonly share: number}[];

/** A market as a program: rows are balances, columns are quantities. */
export interface EnergyModel {
  readonly balances: readonly Balance[];
  readonly columns: readonly Column[];
  readonly program: Program;
}

/** One column as it is collected: its entries, cost and bounds. */
interface Entry {
  readonly column: Column;
  readonly entries: readonly (readonly [row: number, value: number])[];
  /** Linear and quadratic cost: c and g of cx + ½gx². */
  readonly cost: number;
  readonly curve?: number;
  readonly lower?: number;
  readonly upper?: number;
}

/**
 * Makes the program of a market: maximise what demand and exports are worth less what supply, transport and processing
 * cost, taxes and duties included, so that every balance holds (Takayama and Judge 1964, doi:10.2307/1236473; for gas
 * networks Gabriel, Kiet and Zhuang 2005, doi:10.1287/opre.1040.0199). `paid` gives the price of the demands that do not
 * pay their node's: their quantities are fixed where the demand curve meets that price.
 */
export function makeModel(market: EnergyMarket, paid: ReadonlyMap<string, number>): EnergyModel {
  const balances = balancesOf(market);
  const rows = new Map(balances.map(({node, commodity}, row) => [`${node}\n${commodity}`, row]));
  const rowOf = (node: string, commodity: string) => rows.get(`${node}\n${commodity}`)!;
  const all: Entry[] = [
    ...market.supplies.flatMap((part) => supplyEntries(part, rowOf(part.node, part.commodity))),
    ...market.demands.flatMap((part) => demandEntries(part, rowOf(part.node, part.commodity), paid.get(part.id))),
    ...(market.exports ?? []).map((part) => exportEntry(part, rowOf(part.node, part.commodity))),
    ...(market.arcs ?? []).map((part) =>
      arcEntry(part, rowOf(part.from, part.commodity), rowOf(part.to, part.commodity))
    ),
    ...(market.processes ?? []).map((part) => processEntry(part, rowOf)),
    ...slopeEntries(market, balances.length)
  ];
  const columns = all.map(({column}) => column);
  const cross = crossEntries(market, columns);
  const curves = all.map(({curve = 0}, j): [number, number][] => [
    ...(curve === 0 ? [] : [[j, curve] as [number, number]]),
    ...(cross.get(j) ?? [])
  ]);
  return {
    balances,
    columns,
    program: {
      cost: Float64Array.from(all, ({cost}) => cost),
      lower: Float64Array.from(all, ({lower = 0}) => lower),
      upper: Float64Array.from(all, ({upper = Number.POSITIVE_INFINITY}) => upper),
      rhs: new Float64Array(balances.length),
      matrix: packColumns(all.map(({entries}) => entries)),
      ...(curves.some((curve) => curve.length > 0) && {hessian: packColumns(curves)})
    }
  };
}

/** Nodes and commodities that something touches, in the order of the market. */
function balancesOf({nodes, commodities, supplies, demands, exports = [], arcs = [], processes = []}: EnergyMarket) {
  const touched = new Set<string>();
  const touch = (node: string, commodity: string) => touched.add(`${node}\n${commodity}`);
  for (const {node, commodity} of [...supplies, ...demands, ...exports]) touch(node, commodity);
  for (const {from, to, commodity} of arcs) touch(from, commodity).add(`${to}\n${commodity}`);
  for (const {node, input, yields = {}} of processes)
    for (const commodity of [input, ...Object.keys(yields)]) touch(node, commodity);
  return nodes.flatMap(({id: node, economy}) =>
    commodities.filter(({id}) => touched.has(`${node}\n${id}`)).map(({id}): Balance => ({node, commodity: id, economy}))
  );
}

function supplyEntries(part: EnergySupply, row: number): Entry[] {
  const {cost = 0, slope = 0, capacity, minimum, steps, tax = 0} = part;
  if (steps)
    return steps.map((one, step) => ({
      column: {kind: "supply", part, row, step},
      entries: [[row, 1]],
      cost: one.cost + tax,
      upper: one.quantity
    }));
  return [
    {
      column: {kind: "supply", part, row},
      entries: [[row, 1]],
      cost: cost + tax,
      curve: slope,
      ...bounds(minimum, capacity)
    }
  ];
}

/** Bounds where they are given. */
function bounds(lower: number | undefined, upper: number | undefined): Pick<Entry, "lower" | "upper"> {
  return {...(lower !== undefined && {lower}), ...(upper !== undefined && {upper})};
}

/** The linear inverse demand p = a − bD of a demand; from an observed point b = p₀/(|ε|D₀), a = p₀(1 + 1/|ε|). */
export function demandCurve({intercept, slope = 0, reference}: EnergyDemand): {a: number; b: number} {
  if (!reference) return {a: intercept ?? 0, b: slope};
  const size = Math.abs(reference.elasticity);
  return {a: reference.price * (1 + 1 / size), b: reference.price / (size * reference.quantity)};
}

/** Quantity that a demand curve takes at a price; a flat curve takes nothing above its level and has no answer at it. */
export function quantityAt(part: EnergyDemand, price: number): number {
  const {a, b} = demandCurve(part);
  return Math.max(0, (a - price) / b);
}

function demandEntries(part: EnergyDemand, row: number, paid: number | undefined): Entry[] {
  const {steps, quantity, tax = 0} = part;
  const entries = [[row, -1]] as const;
  if (steps)
    return steps.map((one, step) => {
      const taken = paid === undefined || one.value >= paid ? one.quantity : 0;
      return {
        column: {kind: "demand", part, row, step},
        entries,
        cost: tax - one.value,
        upper: taken,
        ...(paid !== undefined && {lower: taken})
      };
    });
  const column = {kind: "demand", part, row} as const;
  if (quantity !== undefined) return [{column, entries, cost: tax, lower: quantity, upper: quantity}];
  const {a, b} = demandCurve(part);
  const fixed = paid === undefined ? undefined : quantityAt(part, paid);
  return [{column, entries, cost: tax - a, curve: b, ...bounds(fixed, fixed)}];
}

function exportEntry(part: EnergyExport, row: number): Entry {
  const {price = 0, slope = 0, duty = 0, minimum, maximum} = part;
  return {
    column: {kind: "export", part, row},
    entries: [[row, -1]],
    cost: duty - price,
    curve: slope,
    ...bounds(minimum, maximum)
  };
}

function arcEntry(part: EnergyArc, from: number, to: number): Entry {
  const {loss = 0, capacity, minimum} = part;
  return {
    column: {kind: "arc", part, from, to},
    entries:
      from === to
        ? [[from, -loss]]
        : [
            [from, -1],
            [to, 1 - loss]
          ],
    cost: arcCharge(part),
    ...bounds(minimum, capacity)
  };
}

/** What a unit sent by an arc pays: tariff, surcharge and duty. */
export function arcCharge({tariff = 0, surcharge = 0, duty = 0}: EnergyArc): number {
  return tariff + surcharge + duty;
}

function processEntry(part: EnergyProcess, rowOf: (node: string, commodity: string) => number): Entry {
  const {node, input: commodity, yields = {}, cost = 0, rebate = 0, capacity, minimum} = part;
  const input = rowOf(node, commodity);
  const outputs = Object.entries(yields).map(([to, share]) => ({row: rowOf(node, to), share}));
  const entries = new Map([[input, -1]]);
  for (const {row, share} of outputs) entries.set(row, (entries.get(row) ?? 0) + share);
  return {
    column: {kind: "process", part, input, outputs},
    entries: [...entries],
    cost: cost - rebate,
    ...bounds(minimum, capacity)
  };
}

/**
 * At every balance a demand s = −quantity·(λ − at): a column without bounds, worth at·s − s²/(2·quantity). It counts in
 * units of √quantity, which leaves a curve of 1: solvers fail on curves of 1/quantity.
 */
function slopeEntries({demandSlope}: EnergyMarket, count: number): Entry[] {
  if (!demandSlope) return [];
  const unit = Math.sqrt(demandSlope.quantity);
  return Array.from({length: count}, (_, row) => ({
    column: {kind: "slope", row},
    entries: [[row, -unit]],
    cost: -unit * (demandSlope.at ?? 0),
    curve: 1,
    lower: Number.NEGATIVE_INFINITY
  }));
}

/** Entries of the Hessian below its diagonal, by column. */
function crossEntries({cross = []}: EnergyMarket, columns: readonly Column[]): Map<number, [number, number][]> {
  const entries = new Map<number, [number, number][]>();
  for (const {node, side, commodities, slope} of cross) {
    const [first = 0, second = 0] = commodities
      .map((commodity) =>
        columns.findIndex((one) => one.kind === side && one.part.node === node && one.part.commodity === commodity)
      )
      .sort((a, b) => a - b);
    entries.set(first, [...(entries.get(first) ?? []), [second, slope]]);
  }
  return entries;
}
