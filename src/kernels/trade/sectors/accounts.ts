import type {SectorModel} from "./model.ts";
import {wedgesAfter, wedgesBefore} from "./shock.ts";
import type {SectorSolution, SectorSolver} from "./solver.ts";
import type {Workspace} from "./workspace.ts";

/** Money of each economy, at one point in time; border prices. */
export interface MoneyAccounts {
  readonly valueAdded: Float64Array;
  readonly tariffRevenue: Float64Array;
  /** Rents earned at home on imports, and on exports. */
  readonly importerRents: Float64Array;
  readonly exporterRents: Float64Array;
  readonly surplus: Float64Array;
  /** Value added, revenue and rents less the surplus: what is finally spent. */
  readonly income: Float64Array;
  readonly exports: Float64Array;
  readonly imports: Float64Array;
  /** Flows at border prices, all traded sectors; exporter × importer. */
  readonly flows: Float64Array;
}

/** The accounts of an equilibrium. Factors are after over before. */
export interface SectorAccounts {
  readonly before: MoneyAccounts;
  readonly after: MoneyAccounts;
  readonly wage: Float64Array;
  /** Price index of final expenditure. */
  readonly priceIndex: Float64Array;
  readonly realWage: Float64Array;
  /** Exact: income over the price index. */
  readonly welfare: Float64Array;
  readonly closure: SectorClosure;
}

/** How well an equilibrium closes, found again from its flows and not from the iteration. */
export interface SectorClosure {
  /** Largest gap of an economy's trade balance, relative to its value added. */
  readonly tradeBalance: number;
  /** Largest gap between what producers pay to labour and what it earns, relative. */
  readonly laborMarkets: number;
  /** What the world spends less what it earns, relative to value added. */
  readonly worldBudget: number;
  /** Excess demands of all labour markets together, relative to value added. */
  readonly walras: number;
}

/** Reads the accounts of the solution that a solver found last. */
export function accounts({model, space}: SectorSolver, solution: SectorSolution): SectorAccounts {
  const {n, traded} = model;
  const wage = space.u.slice(2 * n * traded).map(Math.exp);
  const before = moneyBefore(model);
  const after = moneyAfter(space, solution, wage);
  const priceIndex = finalPrices(space, wage);
  return {
    before,
    after,
    wage,
    priceIndex,
    realWage: wage.map((value, i) => value / priceIndex[i]!),
    welfare: after.income.map((value, i) => value / before.income[i]! / priceIndex[i]!),
    closure: closureOf(space, after)
  };
}

function emptyMoney(n: number, valueAdded: Float64Array, surplus: Float64Array): MoneyAccounts {
  const zero = () => new Float64Array(n);
  return {
    valueAdded: Float64Array.from(valueAdded),
    tariffRevenue: zero(),
    importerRents: zero(),
    exporterRents: zero(),
    surplus: Float64Array.from(surplus),
    income: zero(),
    exports: zero(),
    imports: zero(),
    flows: new Float64Array(n * n)
  };
}

function moneyBefore(model: SectorModel): MoneyAccounts {
  const {n, traded, shares, expenditure, valueAdded, surplus} = model;
  const money = emptyMoney(n, valueAdded, surplus);
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++)
      for (let i = 0; i < n; i++) {
        const cell = (j * n + m) * n + i;
        const paid = shares[cell]! * expenditure[m * traded + j]!;
        if (paid > 0) addFlow(money, i, m, paid, wedgesBefore(model, cell));
      }
  return withIncome(money);
}

function moneyAfter(space: Workspace, {shock}: SectorSolution, wage: Float64Array): MoneyAccounts {
  const {model, pull, power, total, u, expenditure0, surplus} = space;
  const {n, traded, valueAdded} = model;
  const money = emptyMoney(
    n,
    valueAdded.map((value, i) => value * wage[i]!),
    surplus
  );
  const changed = new Map<number, number>();
  shock.cells.forEach((cell, at) => {
    changed.set(cell, at);
  });
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++) {
      const spent = u[n * traded + m * traded + j]! * expenditure0[m * traded + j]!;
      const sum = total[j * n + m]!;
      for (let i = 0; i < n; i++) {
        const cell = (j * n + m) * n + i;
        const weight = pull[cell]! * power[j * n + i]!;
        if (weight === 0) continue;
        const at = changed.get(cell);
        const wedges = at === undefined ? wedgesBefore(model, cell) : wedgesAfter(model, shock, at);
        addFlow(money, i, m, (weight / sum) * spent, wedges);
      }
    }
  return withIncome(money);
}

function addFlow(
  money: MoneyAccounts,
  i: number,
  m: number,
  paid: number,
  {tariff, importerRent, exporterRent}: ReturnType<typeof wedgesBefore>
): void {
  const n = money.exports.length;
  const border = paid / (tariff * importerRent);
  money.tariffRevenue[m]! += border * (tariff - 1);
  money.importerRents[m]! += border * tariff * (importerRent - 1);
  money.exporterRents[i]! += border * (1 - 1 / exporterRent);
  money.flows[i * n + m]! += border;
  if (i === m) return;
  money.exports[i]! += border;
  money.imports[m]! += border;
}

function withIncome(money: MoneyAccounts): MoneyAccounts {
  const {valueAdded, tariffRevenue, importerRents, exporterRents, surplus, income} = money;
  for (let i = 0; i < income.length; i++)
    income[i] = valueAdded[i]! + tariffRevenue[i]! + importerRents[i]! + exporterRents[i]! - surplus[i]!;
  return money;
}

/** Π P^α of each economy: traded sectors from their shares, the others by what they cost. */
function finalPrices({model, reduced, theta, total}: Workspace, wage: Float64Array): Float64Array {
  const {n, sectors, traded, finalShare} = model;
  const rest = sectors - traded;
  const lnPrice = new Float64Array(traded);
  return Float64Array.from({length: n}, (_, i) => {
    let index = 0;
    for (let j = 0; j < traded; j++) {
      const sum = total[j * n + i]!;
      lnPrice[j] = sum === 0 ? 0 : -Math.log(sum) / theta[j]!;
      index += finalShare[i * sectors + j]! * lnPrice[j]!;
    }
    for (let r = 0; r < rest; r++) {
      let price = reduced.laborCostU[i * rest + r]! * Math.log(wage[i]!);
      for (let k = 0; k < traded; k++) price += reduced.useU[(i * rest + r) * traded + k]! * lnPrice[k]!;
      index += finalShare[i * sectors + traded + r]! * price;
    }
    return Math.exp(index);
  });
}

function closureOf(space: Workspace, money: MoneyAccounts): SectorClosure {
  const {n, sectors, traded, finalShare} = space.model;
  const rest = sectors - traded;
  let tradeBalance = 0;
  let laborMarkets = 0;
  let world = 0;
  let excessLabor = 0;
  let overspent = 0;
  for (let i = 0; i < n; i++) {
    const earned = money.valueAdded[i]!;
    let paidToLabor = 0;
    let bought = 0;
    let used = 0;
    let finalTraded = 0;
    for (let j = 0; j < traded; j++) {
      const cell = i * traded + j;
      const sales = space.sales[j * n + i]! * space.power[j * n + i]!;
      paidToLabor += sales * space.laborCost[cell]!;
      used += sales * (1 - space.laborCost[cell]!);
      bought += space.u[n * traded + cell]! * space.expenditure0[cell]!;
      finalTraded += space.finalShare[cell]!;
    }
    for (let r = 0; r < rest; r++)
      paidToLabor += money.income[i]! * finalShare[i * sectors + traded + r]! * space.reduced.laborCostU[i * rest + r]!;
    tradeBalance = Math.max(
      tradeBalance,
      Math.abs((money.exports[i]! - money.imports[i]! - money.surplus[i]!) / earned)
    );
    laborMarkets = Math.max(laborMarkets, Math.abs(paidToLabor / earned - 1));
    world += earned;
    excessLabor += paidToLabor - earned;
    overspent += bought - used - finalTraded * money.income[i]!;
  }
  return {tradeBalance, laborMarkets, worldBudget: Math.abs(overspent) / world, walras: Math.abs(excessLabor) / world};
}
