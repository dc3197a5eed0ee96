import {formatCsvRecord} from "../../base/csv.ts";
import type {TradeSimulation} from "../../equilibrium/trade/output.ts";
import {tradeAccounts} from "../../kernels/trade/world/accounts.ts";

const money = ["factorIncome", "tariffRevenue", "rents", "deficit", "spending", "exports", "imports"] as const;

/** Simulations as CSV: one row an economy and scenario, with changes in per cent and money before and after. */
export function tradeCsv(simulations: readonly TradeSimulation[]): string {
  const header = [
    "scenario",
    "model",
    "economy",
    ...tradeAccounts,
    ...money.map((name) => `before_${name}`),
    ...money.map((name) => `after_${name}`)
  ];
  const rows = simulations.flatMap(({scenario, model, economies}) =>
    economies.map((economy) => {
      const before = "before" in economy ? economy.before : undefined;
      const after = "after" in economy ? economy.after : undefined;
      return [
        scenario.name,
        model,
        economy.id,
        ...tradeAccounts.map((name) => String(economy[name])),
        ...money.map((name) => (before ? String(before[name]) : "")),
        ...money.map((name) => (after ? String(after[name]) : ""))
      ];
    })
  );
  return `${[header, ...rows].map(formatCsvRecord).join("\n")}\n`;
}
