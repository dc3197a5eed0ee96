import {describe, expect, it} from "vitest";
import {accounts} from "../../src/kernels/trade/sectors/accounts.ts";
import {decomposeWelfare} from "../../src/kernels/trade/sectors/decompose.ts";
import {prepareSectors} from "../../src/kernels/trade/sectors/prepare.ts";
import {calibrate} from "../../src/kernels/trade/sectors/rebase.ts";
import {makeSectorSolver} from "../../src/kernels/trade/sectors/solver.ts";
import {blocTariffs, nafta, readCaliendoParro} from "./caliendo-parro-data.ts";
import {oracle} from "./shared.ts";

const {isHere, read} = oracle("caliendo_parro");

/** Percentage points that the published values are given to, and those of imports from the bloc. */
const tolerance = 0.002;
const toleranceImports = 0.05;
/** Each market must close far below what the values themselves would show. */
const closed = 1e-9;

describe.skipIf(!isHere)("Caliendo and Parro's NAFTA", () => {
  const expected = isHere ? JSON.parse(read("expected.json")) : {layout: {}};
  const world = isHere ? readCaliendoParro(read, expected.layout.economies) : undefined!;

  function answer(removeDeficits: boolean) {
    const raw = prepareSectors(world.data);
    const {model, solution: baseline} = calibrate(makeSectorSolver, raw, {removeDeficits});
    const solver = makeSectorSolver(model);
    const solution = solver.solve(blocTariffs(world, model, nafta), {tolerance: 1e-12});
    const found = accounts(solver, solution);
    return {raw, baseline, solution, found, first: decomposeWelfare(solver, found)};
  }

  it("is found in all its 18 values", () => {
    const {raw, baseline, solution, found, first} = answer(true);
    expect(raw.negativeShares).toBe(185);
    expect(raw.traded).toBe(20);
    expect([baseline.status, solution.status]).toEqual(["converged", "converged"]);
    for (const name of nafta) {
      const i = world.names.indexOf(name);
      const wanted = expected.expected_percent[name];
      const near = (value: number, key: string, by = tolerance) =>
        expect(Math.abs(100 * value - wanted[key]), `${name} ${key}`).toBeLessThan(by);
      near(found.realWage[i]! - 1, "real_wage");
      near(first.termsOfTrade[i]!, "terms_of_trade");
      near(first.volumeOfTrade[i]!, "volume_of_trade");
      near(first.welfare[i]!, "first_order_welfare");
      near(found.welfare[i]! - 1, "exact_welfare");
      near(fromBloc(found.after.flows, i) / fromBloc(found.before.flows, i) - 1, "imports_from_bloc", toleranceImports);
    }
  });

  it.each([true, false])("closes every market to 1e-9, deficits removed: %s", (removeDeficits) => {
    const {found, solution} = answer(removeDeficits);
    expect(solution.residual).toBeLessThan(closed);
    expect(found.closure.tradeBalance).toBeLessThan(closed);
    expect(found.closure.laborMarkets).toBeLessThan(closed);
    expect(found.closure.worldBudget).toBeLessThan(closed);
    expect(found.closure.walras).toBeLessThan(closed);
  });

  it("is found with nominal deficits held", () => {
    const {found} = answer(false);
    for (const name of nafta) {
      const wanted = expected.expected_percent_with_nominal_deficits_held.exact_welfare[name];
      const value = 100 * (found.welfare[world.names.indexOf(name)]! - 1);
      expect(Math.abs(value - wanted), name).toBeLessThan(tolerance);
    }
  });

  function fromBloc(flows: Float64Array, importer: number): number {
    const n = world.names.length;
    return nafta.reduce((sum, name) => {
      const i = world.names.indexOf(name);
      return i === importer ? sum : sum + flows[i * n + importer]!;
    }, 0);
  }
});
