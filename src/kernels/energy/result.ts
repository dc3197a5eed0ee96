import type {EnergyArc, EnergyMarket, EnergyScenario} from "../../base/energy.ts";
import type {EnergyResult} from "../../base/energy-result.ts";
import {objective} from "../program/program.ts";
import {welfareOf} from "./accounts.ts";
import {arcCharge, type Column} from "./model.ts";
import type {Equilibrium} from "./solve-market.ts";

/** Residuals up to this are taken for those of an exact solution. */
export const residualTolerance = 1e-7;
/** A shadow price below this, relative to the prices, is taken for 0. */
const noticeable = 1e-9;

/** A solved market in the words of the market: ids instead of rows and columns. */
export function energyResult(
  market: EnergyMarket,
  scenario: Pick<EnergyScenario, "id" | "names" | "notes">,
  equilibrium: Equilibrium
): EnergyResult {
  const {model, quantities, accounting, residuals, ranges, formulaResidual, iterations} = equilibrium;
  const {largest, ...each} = residuals;
  const demands = demandsOf(market, equilibrium);
  const flows = flowsOf(equilibrium);
  return {
    scenario: scenario.id,
    ...(scenario.names && {names: scenario.names}),
    ...(scenario.notes && {notes: scenario.notes}),
    economies: economiesOf(market, equilibrium, demands, flows),
    total: [...accounting.economies.values()].reduce((sum, one) => sum + welfareOf(one), 0),
    objective: objective(model.program, quantities),
    nodes: nodesOf(equilibrium),
    demands,
    supplies: quantitiesOf(equilibrium, "supply"),
    exports: quantitiesOf(equilibrium, "export"),
    flows,
    processes: processesOf(equilibrium),
    convergence: convergenceOf(market, demands),
    checks: {
      residual: largest,
      ...each,
      accounts: accounting.difference,
      formulas: formulaResidual,
      uniquePrices: ranges === undefined ? null : ranges.size === 0,
      converged:
        largest < residualTolerance && accounting.difference < residualTolerance && formulaResidual < residualTolerance,
      iterations
    }
  };
}

function nodesOf({model, prices, ranges}: Equilibrium): EnergyResult["nodes"] {
  const end = (value: number) => (Number.isFinite(value) ? value : null);
  return model.balances.map(({node, commodity, economy}, row) => {
    const range = ranges?.get(row);
    return {node, commodity, economy, price: prices[row]!, ...(range && {range: [end(range.low), end(range.high)]})};
  });
}

function demandsOf(market: EnergyMarket, {model, quantities, prices, paid}: Equilibrium): EnergyResult["demands"] {
  return market.demands.map(({id, node, commodity, tax = 0}) => {
    const row = model.balances.findIndex((one) => one.node === node && one.commodity === commodity);
    const quantity = sumOf(model.columns, quantities, "demand", id);
    const marginal = prices[row]! + tax;
    const price = paid.get(id) ?? marginal;
    return {id, node, commodity, quantity, paid: price, marginal, transfer: (marginal - price) * quantity};
  });
}

/** Columns of a part of the market, which are several where it has steps. */
function sumOf(columns: readonly Column[], values: Float64Array, kind: "supply" | "demand", id: string): number {
  return columns.reduce((sum, column, j) => sum + (column.kind === kind && column.part.id === id ? values[j]! : 0), 0);
}

function quantitiesOf({model, quantities, bounds}: Equilibrium, kind: "supply" | "export"): EnergyResult["supplies"] {
  const found = new Map<string, {quantity: number; shadowPrice: number}>();
  model.columns.forEach((column, j) => {
    if (column.kind !== kind) return;
    const before = found.get(column.part.id);
    // Of several steps the last one that is used says what more would be worth.
    const shadowPrice = quantities[j]! > 0 || !before ? clean(bounds[j]!) : before.shadowPrice;
    found.set(column.part.id, {quantity: (before?.quantity ?? 0) + quantities[j]!, shadowPrice});
  });
  return [...found].map(([id, one]) => ({id, ...one, shadowPrice: one.quantity > 0 ? one.shadowPrice : 0}));
}

/** Rounding noise around 0 is 0. */
function clean(value: number): number {
  return Math.abs(value) < noticeable ? 0 : value;
}

function flowsOf({model, quantities, prices, bounds}: Equilibrium): EnergyResult["flows"] {
  const scale = 1 + prices.reduce((most, price) => Math.max(most, Math.abs(price)), 0);
  return model.columns.flatMap((column, j) => {
    if (column.kind !== "arc") return [];
    const {id, from, to, commodity, capacity = null, minimum = 0, loss = 0} = column.part;
    const sent = quantities[j]!;
    const worth = Math.abs(bounds[j]!) > noticeable * scale ? bounds[j]! : 0;
    const isFull = capacity !== null && sent >= capacity * (1 - noticeable);
    // What nobody would send by a closed arc has a negative worth too, and is no minimum that binds.
    const shadowPrice = (isFull && worth > 0) || (minimum > 0 && worth < 0) ? worth : 0;
    return {
      id,
      from,
      to,
      commodity,
      sent,
      arrived: (1 - loss) * sent,
      capacity,
      charge: arcCharge(column.part),
      binding: shadowPrice !== 0,
      shadowPrice,
      rent: shadowPrice * sent
    };
  });
}

function processesOf({model, quantities, prices, bounds}: Equilibrium): EnergyResult["processes"] {
  return model.columns.flatMap((column, j) => {
    if (column.kind !== "process") return [];
    const {id, cost = 0, rebate = 0} = column.part;
    const output = column.outputs.reduce((sum, {row, share}) => sum + share * prices[row]!, 0);
    const runs = quantities[j]!;
    return {
      id,
      runs,
      margin: output - prices[column.input]! - cost + rebate,
      shadowPrice: runs > 0 ? clean(bounds[j]!) : 0
    };
  });
}

function economiesOf(
  market: EnergyMarket,
  {model, quantities, accounting}: Equilibrium,
  demands: EnergyResult["demands"],
  flows: EnergyResult["flows"]
): EnergyResult["economies"] {
  const home = new Map(market.nodes.map(({id, economy}) => [id, economy]));
  return market.economies.map(({id, names}) => {
    const accounts = accounting.economies.get(id)!;
    const commodities = market.commodities.map(({id: commodity}) => {
      const eaten = demands.filter((one) => one.commodity === commodity && home.get(one.node) === id);
      const consumption = total(eaten, ({quantity}) => quantity);
      const spent = total(eaten, ({quantity, paid}) => quantity * paid);
      const border = flows.filter((one) => one.commodity === commodity && home.get(one.from) !== home.get(one.to));
      const production = market.supplies
        .filter((one) => one.commodity === commodity && home.get(one.node) === id)
        .reduce((sum, one) => sum + sumOf(model.columns, quantities, "supply", one.id), 0);
      return {
        commodity,
        consumption,
        price: consumption > 0 ? spent / consumption : null,
        production,
        exports: total(border, ({from, sent}) => (home.get(from) === id ? sent : 0)),
        imports: total(border, ({to, arrived}) => (home.get(to) === id ? arrived : 0))
      };
    });
    const welfare = welfareOf(accounts);
    return {id, ...(names && {names}), accounts, welfare, revenue: accounts.treasury, commodities};
  });
}

function total<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + value(row), 0);
}

/** Pairs of demands in different economies, in the direction in which transport between them is possible. */
function convergenceOf(market: EnergyMarket, demands: EnergyResult["demands"]): EnergyResult["convergence"] {
  const home = new Map(market.nodes.map(({id, economy}) => [id, economy]));
  return demands.flatMap((one, i) =>
    demands.slice(i + 1).flatMap((other) => {
      if (one.commodity !== other.commodity || home.get(one.node) === home.get(other.node)) return [];
      const isForward = transportCost(market, one, other.node) !== undefined;
      const [from, to] =
        isForward || transportCost(market, other, one.node) === undefined ? [one, other] : [other, one];
      const transport = transportCost(market, from, to.node) ?? null;
      const back = transportCost(market, to, from.node) ?? Number.POSITIVE_INFINITY;
      const difference = to.paid - from.paid;
      const held = transport === null ? 0 : Math.min(Math.max(difference, -back), transport);
      const unexplained = transport === null ? null : difference - held;
      return {commodity: one.commodity, from: from.id, to: to.id, difference, transport, unexplained};
    })
  );
}

/** What it takes to bring a unit from a demand's node to another at its price: charges and losses on the cheapest way. */
function transportCost(
  {arcs = [], nodes}: EnergyMarket,
  {node, commodity, paid}: EnergyResult["demands"][number],
  target: string
): number | undefined {
  const delivered = new Map([[node, paid]]);
  const open = arcs.filter((arc: EnergyArc) => arc.commodity === commodity && arc.capacity !== 0);
  for (let round = 0; round < nodes.length; ++round)
    for (const arc of open) {
      const here = delivered.get(arc.from);
      if (here === undefined) continue;
      const there = (here + arcCharge(arc)) / (1 - (arc.loss ?? 0));
      if (there < (delivered.get(arc.to) ?? Number.POSITIVE_INFINITY)) delivered.set(arc.to, there);
    }
  const end = delivered.get(target);
  return end === undefined ? undefined : end - paid;
}
