import {accounts, type MoneyAccounts} from "../sectors/accounts.ts";
import {decomposeWelfare} from "../sectors/decompose.ts";
import type {SectorSolution, SectorSolver} from "../sectors/solver.ts";
import {changeOf, type EconomyMoney, type TradeOutcome} from "./outcome.ts";

/** Reads the accounts of the many-sector solution that a solver found last. */
export function sectorsOutcome(names: readonly string[], solver: SectorSolver, solution: SectorSolution): TradeOutcome {
  const found = accounts(solver, solution);
  const first = decomposeWelfare(solver, found);
  const {closure, wage, priceIndex, welfare} = found;
  const {status, iterations, residual} = solution;
  return {
    economies: names.map((id, i) => {
      const before = moneyOf(found.before, i);
      const after = moneyOf(found.after, i);
      const income = (one: EconomyMoney) => one.factorIncome + one.tariffRevenue + one.rents;
      const percent = (values: Float64Array) => 100 * values[i]!;
      return {
        id,
        welfare: 100 * (welfare[i]! - 1),
        realIncome: changeOf(income(after) / priceIndex[i]!, income(before)),
        price: 100 * (wage[i]! - 1),
        consumerPrice: 100 * (priceIndex[i]! - 1),
        exports: changeOf(after.exports, before.exports),
        imports: changeOf(after.imports, before.imports),
        revenue: (100 * (after.tariffRevenue - before.tariffRevenue)) / income(before),
        rents: (100 * (after.rents - before.rents)) / income(before),
        before,
        after,
        firstOrder: {
          termsOfTrade: percent(first.termsOfTrade),
          volumeOfTrade: percent(first.volumeOfTrade),
          welfare: percent(first.welfare)
        }
      };
    }),
    flowsBefore: found.before.flows,
    flowsAfter: found.after.flows,
    checks: {
      residual: Math.max(residual, closure.tradeBalance, closure.laborMarkets),
      worldBudget: closure.worldBudget,
      walras: closure.walras,
      converged: status === "converged"
    },
    report: {status, iterations, residual},
    start: solution.unknowns
  };
}

function moneyOf(money: MoneyAccounts, i: number): EconomyMoney {
  return {
    factorIncome: money.valueAdded[i]!,
    tariffRevenue: money.tariffRevenue[i]!,
    rents: money.importerRents[i]! + money.exporterRents[i]!,
    deficit: -money.surplus[i]!,
    spending: money.income[i]!,
    exports: money.exports[i]!,
    imports: money.imports[i]!
  };
}
