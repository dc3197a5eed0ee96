import {describe, expect, it} from "vitest";
import {manySectorWorld} from "../../../../bench/equilibrium/worlds.ts";
import {solveOneSector} from "../one-sector.ts";
import {makeOneSectorBase} from "../one-sector-base.ts";
import {accounts} from "./accounts.ts";
import type {SectorData, SectorModel} from "./model.ts";
import {prepareSectors} from "./prepare.ts";
import {calibrate, rebase} from "./rebase.ts";
import type {SectorShock} from "./shock.ts";
import {makeSectorSolver, type SectorSolver} from "./solver.ts";

const n = 6;
const sectors = 5;
const tight = {tolerance: 1e-13};

function calibrated(data: SectorData, removeDeficits = false): SectorModel {
  const {model, solution} = calibrate(makeSectorSolver, prepareSectors(data), {removeDeficits, tolerance: 1e-13});
  expect(solution.status).toBe("converged");
  return model;
}

const world = calibrated(manySectorWorld({n, sectors, traded: 4, seed: 5}));

/** The same change of every flow across a border. */
function abroad({n, traded}: SectorModel, change: Omit<SectorShock, "cells">, value: number): SectorShock {
  const cells: number[] = [];
  for (let cell = 0; cell < traded * n * n; cell++) if (cell % n !== Math.floor(cell / n) % n) cells.push(cell);
  const filled = Object.keys(change).map((key) => [key, new Float64Array(cells.length).fill(value)]);
  return {cells: Int32Array.from(cells), ...Object.fromEntries(filled)};
}

const anyArray = new Float64Array(0);
const costs = (model: SectorModel, factor: number) => abroad(model, {cost: anyArray}, factor);

function welfareOf(solver: SectorSolver, shock: SectorShock): Float64Array {
  const solution = solver.solve(shock, tight);
  expect(solution.status).toBe("converged");
  return accounts(solver, solution).welfare;
}

function gap(found: Float64Array, wanted: ArrayLike<number>): number {
  return found.reduce((largest, value, i) => Math.max(largest, Math.abs(value / wanted[i]! - 1)), 0);
}

describe("makeSectorSolver()", () => {
  it("changes nothing without a shock", () => {
    const solver = makeSectorSolver(world);
    const found = accounts(solver, solver.solve(undefined, tight));
    const ones = new Float64Array(n).fill(1);
    for (const factor of [found.welfare, found.wage, found.priceIndex]) expect(gap(factor, ones)).toBeLessThan(1e-12);
  });

  it("is the same in any unit of money", () => {
    const data = manySectorWorld({n, sectors, seed: 8});
    const one = makeSectorSolver(calibrated(data));
    const other = makeSectorSolver(calibrated({...data, flows: data.flows.map((value) => value * 1234.5)}));
    expect(gap(welfareOf(one, costs(one.model, 0.8)), welfareOf(other, costs(other.model, 0.8)))).toBeLessThan(1e-10);
  });

  it("returns when a barrier is removed and put back", () => {
    const solver = makeSectorSolver(world);
    const there = solver.solve(costs(world, 0.8), tight);
    const second = makeSectorSolver(rebase(solver, there));
    const back = accounts(second, second.solve(costs(world, 1 / 0.8), tight));
    expect(gap(back.after.income, accounts(makeFresh(), makeFresh().solve()).before.income)).toBeLessThan(1e-9);
    const once = welfareOf(solver, costs(world, 0.8));
    expect(
      gap(
        back.welfare,
        once.map((value) => 1 / value)
      )
    ).toBeLessThan(1e-9);
  });

  function makeFresh() {
    return makeSectorSolver(world);
  }

  it("finds from any start, and after any other shock, what it finds from the baseline", () => {
    const solver = makeSectorSolver(world);
    const wanted = welfareOf(makeSectorSolver(world), costs(world, 0.9));
    const far = solver.solve(abroad(world, {tariff: anyArray}, 2), tight);
    const from = solver.solve(costs(world, 0.9), {...tight, start: far.unknowns});
    expect(gap(accounts(solver, from).welfare, wanted)).toBeLessThan(1e-10);
  });

  it("is one sector with one sector and no inputs, for all deficit rules", () => {
    const flows = Float64Array.of(100, 20, 10, 15, 200, 30, 12, 25, 300);
    const data: SectorData = {
      n: 3,
      sectors: 1,
      flows: Float64Array.from({length: 9}, (_, cell) => flows[(cell % 3) * 3 + Math.floor(cell / 3)]!),
      valueAddedShare: new Float64Array(3).fill(1),
      inputShare: new Float64Array(3),
      theta: Float64Array.of(5.03)
    };
    const solver = makeSectorSolver(calibrated(data));
    const effect = {cells: Int32Array.of(1, 3), effect: Float64Array.of(0.5, 0.5)};
    const found = accounts(solver, solver.solve(effect, tight));
    const base = makeOneSectorBase(flows, 3);
    const wanted = solveOneSector(base, {effect: Float64Array.of(0, 0.5, 0, 0.5, 0, 0, 0, 0, 0)}, {theta: 5.03});
    expect(gap(found.wage, wanted.price)).toBeLessThan(1e-10);
    expect(found.welfare[0]).toBeCloseTo(1.01843205, 8);
  });

  it("approaches autarky as the closed form with input-output links has it", () => {
    const balanced = calibrated(manySectorWorld({n: 4, sectors: 3, seed: 3}), true);
    const free = {...balanced, tariff: new Float64Array(balanced.tariff.length).fill(1)};
    const model = calibrate(makeSectorSolver, free, {tolerance: 1e-13}).model;
    const solver = makeSectorSolver(model);
    const solution = solver.solve(costs(model, 40), {tolerance: 1e-9, maxIterations: 3000});
    expect(solution.status).toBe("converged");
    expect(gap(accounts(solver, solution).realWage, autarky(model))).toBeLessThan(2e-3);
  });

  it("solves costs × 5 and tariffs of 300 points", () => {
    for (let seed = 1; seed <= 8; seed++) {
      const model = calibrated(manySectorWorld({n: 8, sectors: 6, seed}), true);
      const solver = makeSectorSolver(model);
      expect(solver.solve(costs(model, 5)).status, `costs, seed ${seed}`).toBe("converged");
      expect(solver.solve(abroad(model, {tariff: anyArray}, 4)).status, `tariffs, seed ${seed}`).toBe("converged");
    }
  });

  it("never calls what is not a number converged", () => {
    const solver = makeSectorSolver(world);
    const solution = solver.solve({cells: Int32Array.of(1), cost: Float64Array.of(Number.NaN)});
    expect(solution.status).toBe("not-finite");
    expect(solver.solve(costs(world, 0.9)).status).toBe("converged");
    expect(solver.solve(costs(world, 0.5), {maxIterations: 2}).status).toBe("not-converged");
  });

  it.each(["tariff", "importerRent", "exporterRent"] as const)("closes all markets with a new %s", (kind) => {
    const solver = makeSectorSolver(world);
    const solution = solver.solve(abroad(world, {[kind]: anyArray}, 1.25), {tolerance: 1e-12});
    const {closure, after} = accounts(solver, solution);
    expect(solution.status).toBe("converged");
    for (const value of Object.values(closure)) expect(value).toBeLessThan(1e-10);
    const column = {tariff: "tariffRevenue", importerRent: "importerRents", exporterRent: "exporterRents"} as const;
    for (const value of after[column[kind]]) expect(value).toBeGreaterThan(0);
  });
});

/** Real wages in autarky by the closed form ∏ π_nn^(…): ln P solves ln P_j = ln π_jj / θ_j + B ln w + M ln P, as π_jj goes to 1. */
function autarky({n, sectors, traded, shares, theta, valueAddedShare, use, finalShare}: SectorModel): Float64Array {
  return Float64Array.from({length: n}, (_, i) => {
    const lnPrice = new Float64Array(sectors);
    for (let round = 0; round < 2000; round++)
      for (let j = 0; j < sectors; j++) {
        const home = j < traded ? shares[(j * n + i) * n + i]! : 1;
        let cost = -Math.log(home) / theta[j]!;
        for (let k = 0; k < sectors; k++) cost += use[(i * sectors + j) * sectors + k]! * lnPrice[k]!;
        lnPrice[j] = cost;
      }
    expect(valueAddedShare[i]).toBeGreaterThan(0);
    return Math.exp(-lnPrice.reduce((sum, value, j) => sum + finalShare[i * sectors + j]! * value, 0));
  });
}
