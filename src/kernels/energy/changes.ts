import type {EnergyAccounts, EnergyOutput, EnergyResult} from "../../base/energy-result.ts";
import {accountNames} from "./accounts.ts";

/** How each account differs from the first result's, by further result and economy. */
export function energyChanges(results: readonly EnergyResult[]): EnergyOutput["changes"] {
  const [base, ...others] = results;
  return others.map((result) => ({
    scenario: result.scenario,
    economies: result.economies.map(({id, accounts, welfare}, e) => {
      const before = base!.economies[e]!;
      const changed = accountNames.map((name) => [name, accounts[name] - before.accounts[name]]);
      return {id, accounts: Object.fromEntries(changed) as EnergyAccounts, welfare: welfare - before.welfare};
    }),
    total: result.total - base!.total
  }));
}
