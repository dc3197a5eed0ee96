import type {OneSectorSolution} from "../one-sector.ts";
import type {OneSectorBase, Wedges} from "../one-sector-base.ts";
import {changeOf, type EconomyMoney, type EconomyOutcome, type OutcomeChecks, type TradeOutcome} from "./outcome.ts";

/** Reads the accounts of a one-sector solution. */
export function oneSectorOutcome(
  names: readonly string[],
  base: OneSectorBase,
  solution: OneSectorSolution,
  wedges: Wedges
): TradeOutcome {
  const {n} = base;
  const flowsBefore = borderBefore(base);
  const before = money(n, flowsBefore, base.output, base.expenditure, base.wedges);
  const after = money(n, solution.border, solution.output, solution.expenditure, wedges);
  const economies = names.map((id, i): EconomyOutcome => {
    const b = before[i]!;
    const a = after[i]!;
    const income = (one: EconomyMoney) => one.factorIncome + one.tariffRevenue + one.rents;
    const price = solution.priceIndex[i]!;
    return {
      id,
      welfare: changeOf(a.spending / price, b.spending),
      realIncome: changeOf(income(a) / price, income(b)),
      price: 100 * (solution.price[i]! - 1),
      consumerPrice: 100 * (price - 1),
      exports: changeOf(a.exports, b.exports),
      imports: changeOf(a.imports, b.imports),
      revenue: (100 * (a.tariffRevenue - b.tariffRevenue)) / income(b),
      rents: (100 * (a.rents - b.rents)) / income(b),
      before: b,
      after: a
    };
  });
  const {status, iterations, residual} = solution;
  return {
    economies,
    flowsBefore,
    flowsAfter: solution.border,
    checks: checksOf(base, solution, after),
    report: {status, iterations, residual},
    start: solution.price.map(Math.log)
  };
}

function borderBefore({n, shares, expenditure, wedges}: OneSectorBase): Float64Array {
  return shares.map(
    (share, cell) =>
      (share * expenditure[cell % n]!) / ((wedges.tariff?.[cell] ?? 1) * (wedges.importerRent?.[cell] ?? 1))
  );
}

function money(
  n: number,
  border: Float64Array,
  output: Float64Array,
  spending: Float64Array,
  {tariff, importerRent, exporterRent}: Wedges
): EconomyMoney[] {
  const all = Array.from({length: n}, (_, i) => ({
    factorIncome: output[i]!,
    tariffRevenue: 0,
    rents: 0,
    deficit: 0,
    spending: spending[i]!,
    exports: 0,
    imports: 0
  }));
  for (let i = 0; i < n; i++)
    for (let m = 0; m < n; m++) {
      const cell = i * n + m;
      const flow = border[cell]!;
      const rate = tariff?.[cell] ?? 1;
      all[m]!.tariffRevenue += flow * (rate - 1);
      all[m]!.rents += flow * rate * ((importerRent?.[cell] ?? 1) - 1);
      all[i]!.rents += flow * (1 - 1 / (exporterRent?.[cell] ?? 1));
      if (i === m) continue;
      all[i]!.exports += flow;
      all[m]!.imports += flow;
    }
  for (const one of all) one.deficit = one.spending - one.factorIncome - one.tariffRevenue - one.rents;
  return all;
}

/** Found again from the flows: sales against output, imports against what was to be spent on them, and their sums. */
function checksOf(base: OneSectorBase, solution: OneSectorSolution, after: readonly EconomyMoney[]): OutcomeChecks {
  const {n} = base;
  const {received, paid, output, expenditure, status} = solution;
  const world = output.reduce((sum, value) => sum + value, 0);
  let residual = 0;
  let excess = 0;
  let spent = 0;
  let earned = 0;
  for (let i = 0; i < n; i++) {
    let sales = 0;
    let purchases = 0;
    for (let m = 0; m < n; m++) {
      sales += received[i * n + m]!;
      purchases += paid[m * n + i]!;
    }
    residual = Math.max(residual, Math.abs(sales / output[i]! - 1), Math.abs(purchases / expenditure[i]! - 1));
    excess += sales - output[i]!;
    const {factorIncome, tariffRevenue, rents} = after[i]!;
    earned += factorIncome + tariffRevenue + rents;
    spent += purchases;
  }
  return {
    residual,
    worldBudget: Math.abs(spent - earned) / world,
    walras: Math.abs(excess) / world,
    converged: status === "converged"
  };
}
