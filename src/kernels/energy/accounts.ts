import type {EnergyMarket} from "../../base/energy.ts";
import {gradient, objective} from "../program/program.ts";
import type {Column, EnergyModel} from "./model.ts";

/** Accounts of an economy, in the order in which they are shown; money. */
export const accountNames = [
  "consumers",
  "producers",
  "processors",
  "sellers",
  "network",
  "capacity",
  "treasury"
] as const;
export type AccountName = (typeof accountNames)[number];
export type Accounts = Record<AccountName, number>;

/** Who gains what in a solution, and whether that adds up. */
export interface Accounting {
  /** By economy, in the order of the market. */
  readonly economies: ReadonlyMap<string, Accounts>;
  /** Total surplus by the program: −objective, taxes and duties and margins put back; independent of prices. */
  readonly total: number;
  /** |sum of all accounts − total| relative to the accounts. */
  readonly difference: number;
}

/** Amounts that one column brings to accounts. */
type Posting = readonly [economy: string, account: AccountName, amount: number];

/** What a column does: its quantity, the prices where it begins and ends, and what it is worth or costs by the program. */
interface Flow {
  readonly x: number;
  /** Value of the λ at its rows: A'λ·x, so that these add up to 0 over the columns that balance. */
  readonly worth: number;
  /** cx + ½x(Hx): its part of the objective. */
  readonly cost: number;
  readonly paid: number | undefined;
}

/**
 * Books a solution by economy. Every unit is priced at its node's price λ; what is paid instead under a rule is the gain
 * or loss of the seller, and what the bounds of an arc are worth belongs to who holds its capacity.
 */
export function bookAccounts(
  market: EnergyMarket,
  {balances, columns, program}: EnergyModel,
  x: Float64Array,
  prices: Float64Array,
  paid: ReadonlyMap<string, number>
): Accounting {
  const home = new Map(market.nodes.map(({id, economy}) => [id, economy]));
  const economies = new Map(market.economies.map(({id}) => [id, emptyAccounts()]));
  const slope = gradient(program, x);
  const {starts, indices, values} = program.matrix;
  let transfers = 0;
  let turnover = 0;
  columns.forEach((column, j) => {
    let worth = 0;
    for (let k = starts[j]!; k < starts[j + 1]!; ++k) worth += values[k]! * prices[indices[k]!]! * x[j]!;
    const cost = 0.5 * (program.cost[j]! + slope[j]!) * x[j]!;
    const given = column.kind === "demand" ? paid.get(column.part.id) : undefined;
    const {own, others} = postings(column, {x: x[j]!, worth, cost, paid: given}, (node) => home.get(node)!);
    if (column.kind === "slope") own.push([balances[column.row]!.economy, "consumers", worth - cost]);
    for (const [economy, account, amount] of [...own, ...others]) {
      economies.get(economy)![account] += amount;
      turnover += Math.abs(amount);
    }
    for (const [, , amount] of others) transfers += amount;
  });
  const total = transfers - objective(program, x);
  const sum = [...economies.values()].reduce((all, one) => all + welfareOf(one), 0);
  return {economies, total, difference: Math.abs(sum - total) / (1 + turnover)};
}

/** An economy's accounts added up. */
export function welfareOf(accounts: Accounts): number {
  return accountNames.reduce((sum, name) => sum + accounts[name], 0);
}

function emptyAccounts(): Accounts {
  return Object.fromEntries(accountNames.map((name) => [name, 0])) as Accounts;
}

/**
 * Splits worth − cost, what a column gains in all at the prices λ, over accounts (`own`), and names what it pays to
 * treasuries and operators, a cost to it that is somebody's income (`others`).
 */
function postings(
  column: Column,
  {x, worth, cost, paid}: Flow,
  homeOf: (node: string) => string
): {own: Posting[]; others: Posting[]} {
  const gain = worth - cost;
  switch (column.kind) {
    case "supply": {
      const {node, tax = 0, taxTo, owner} = column.part;
      const home = homeOf(node);
      return {own: [[owner ?? home, "producers", gain]], others: [[taxTo ?? home, "treasury", tax * x]]};
    }
    case "demand": {
      const {node, tax = 0, taxTo, seller} = column.part;
      const home = homeOf(node);
      const tariff: Posting = [taxTo ?? home, "treasury", tax * x];
      if (paid === undefined) return {own: [[home, "consumers", gain]], others: [tariff]};
      // worth is −λD: what the seller keeps is what consumers pay less the tax and what the unit is worth at its node.
      const kept = (paid - tax) * x + worth;
      return {
        own: [
          [home, "consumers", gain - kept],
          [seller ?? home, "sellers", kept]
        ],
        others: [tariff]
      };
    }
    case "export": {
      const {node, slope = 0, duty = 0, dutyTo, seller} = column.part;
      const home = homeOf(node);
      const buyers = 0.5 * slope * x * x;
      return {
        own: [
          [home, "consumers", buyers],
          [seller ?? dutyTo ?? home, "capacity", gain - buyers]
        ],
        others: [[dutyTo ?? home, "treasury", duty * x]]
      };
    }
    case "arc": {
      const {from, tariff = 0, surcharge = 0, cost: own = tariff, duty = 0, dutyTo, operator, holder} = column.part;
      const runs = operator ?? homeOf(from);
      return {
        own: [[holder ?? runs, "capacity", gain]],
        others: [
          [runs, "network", (tariff + surcharge - own) * x],
          [dutyTo ?? homeOf(from), "treasury", duty * x]
        ]
      };
    }
    case "process": {
      const {node, rebate = 0, rebateFrom, owner} = column.part;
      const home = homeOf(node);
      return {
        own: [[owner ?? home, "processors", gain]],
        others: [[rebateFrom ?? home, "treasury", -rebate * x]]
      };
    }
    default:
      return {own: [], others: []};
  }
}
