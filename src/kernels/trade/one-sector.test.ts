import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {type OneSectorOptions, type OneSectorSolution, solveOneSector} from "./one-sector.ts";
import {makeOneSectorBase, type OneSectorBase} from "./one-sector-base.ts";

/** Eight decimals, to which the outside reference (ge_gravity2, by way of the method's notes) is given. */
const eightDecimals = 1e-8;
/** What rounding in some hundred operations leaves. */
const rounding = 1e-12;

const flows = Float64Array.of(100, 20, 10, 15, 200, 30, 12, 25, 300);

function agreement(effect = 0.5): Float64Array {
  const effects = new Float64Array(9);
  effects[1] = effect;
  effects[3] = effect;
  return effects;
}

function welfare(base: OneSectorBase, {expenditure, priceIndex}: OneSectorSolution): number[] {
  return Array.from(expenditure, (value, i) => value / base.expenditure[i]! / priceIndex[i]!);
}

function foreignCost(n: number, factor: number): Float64Array {
  return Float64Array.from({length: n * n}, (_, cell) => (Math.floor(cell / n) === cell % n ? 1 : factor));
}

/** Largest relative difference between two lists. */
function gap(found: ArrayLike<number>, wanted: ArrayLike<number>): number {
  return Array.from(found).reduce((largest, value, i) => Math.max(largest, Math.abs(value / wanted[i]! - 1)), 0);
}

function randomWorld(seed: number, n = 5): Float64Array {
  const random = makeRandom(seed);
  return Float64Array.from(
    {length: n * n},
    (_, cell) => Math.exp(random.normal()) * (Math.floor(cell / n) === cell % n ? 20 : 1)
  );
}

describe("solveOneSector() on the worked 3 × 3 case", () => {
  const base = makeOneSectorBase(flows, 3);
  const solve = (psi: number) => solveOneSector(base, {effect: agreement()}, {theta: 5.03, psi});

  it("finds prices and welfare with a fixed endowment", () => {
    const found = solve(0);
    expect(found.status).toBe("converged");
    expect(gap(found.price, [1.01044137, 0.99894256, 0.99674093])).toBeLessThan(eightDecimals);
    expect(gap(welfare(base, found), [1.01843205, 1.00908967, 0.9994465])).toBeLessThan(eightDecimals);
    expect(found.paid[1]).toBeCloseTo(29.71317, 5);
  });

  it("finds welfare with elastic supply", () => {
    const found = solve(1.24);
    expect(gap(welfare(base, found), [1.04080588, 1.02049364, 0.99917012])).toBeLessThan(eightDecimals);
  });

  it("keeps nominal deficits", () => {
    const {output, expenditure} = solve(0);
    const deficits = Array.from(expenditure, (value, i) => value - output[i]!);
    [-3, 0, 3].forEach((wanted, i) => {
      expect(Math.abs(deficits[i]! - wanted)).toBeLessThan(1e-9);
    });
  });
});

describe("solveOneSector() keeps what must not change", () => {
  const rules = ["held", "proportional", "removed"] as const;

  it.each(rules)("without a shock nothing changes, deficits %s", (deficits) => {
    const balanced = Float64Array.of(100, 20, 10, 20, 200, 30, 10, 30, 300);
    const base = makeOneSectorBase(deficits === "removed" ? balanced : flows, 3);
    const found = solveOneSector(base, {}, {theta: 4, psi: 0.7, deficits});
    expect(gap(found.price, [1, 1, 1])).toBeLessThan(rounding);
    expect(gap(found.priceIndex, [1, 1, 1])).toBeLessThan(rounding);
    expect(gap(welfare(base, found), [1, 1, 1])).toBeLessThan(rounding);
  });

  it("is the same in any unit of money", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), fc.double({min: 1e-6, max: 1e6, noNaN: true}), (seed, unit) => {
        const world = randomWorld(seed);
        const cost = foreignCost(5, 0.9);
        const one = solveOneSector(makeOneSectorBase(world, 5), {cost}, {theta: 4});
        const other = solveOneSector(
          makeOneSectorBase(
            world.map((value) => value * unit),
            5
          ),
          {cost},
          {theta: 4}
        );
        expect(gap(one.price, other.price)).toBeLessThan(1e-11);
      }),
      {numRuns: 40}
    );
  });

  it("is the same by any order of the economies", () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 1e6}), (seed) => {
        const n = 5;
        const order = [3, 0, 4, 1, 2];
        const world = randomWorld(seed);
        const effect = Float64Array.from({length: n * n}, (_, cell) => (cell % 7) / 10);
        for (let i = 0; i < n; i++) effect[i * n + i] = 0;
        const moved = (values: Float64Array) =>
          Float64Array.from({length: n * n}, (_, cell) => values[order[Math.floor(cell / n)]! * n + order[cell % n]!]!);
        const one = solveOneSector(makeOneSectorBase(world, n), {effect}, {theta: 4});
        const other = solveOneSector(makeOneSectorBase(moved(world), n), {effect: moved(effect)}, {theta: 4});
        expect(
          gap(
            other.price,
            order.map((i) => one.price[i]!)
          )
        ).toBeLessThan(1e-11);
      }),
      {numRuns: 40}
    );
  });

  it("has real results that do not depend on the numeraire", () => {
    const base = makeOneSectorBase(flows, 3);
    // Another start is another scale of all prices: the same equilibrium must come out.
    const options: OneSectorOptions = {theta: 5, deficits: "proportional"};
    const one = solveOneSector(base, {effect: agreement()}, options);
    const other = solveOneSector(base, {effect: agreement()}, {...options, start: Float64Array.of(3, 3, 3)});
    expect(gap(welfare(base, one), welfare(base, other))).toBeLessThan(1e-11);
  });

  it("treats identical economies identically", () => {
    const twins = Float64Array.of(100, 10, 20, 10, 100, 20, 25, 25, 300);
    const found = solveOneSector(makeOneSectorBase(twins, 3), {cost: foreignCost(3, 0.8)}, {theta: 4, psi: 0.5});
    expect(Math.abs(found.price[0]! / found.price[1]! - 1)).toBeLessThan(rounding);
  });

  it("returns when a barrier is removed and put back", () => {
    const base = makeOneSectorBase(flows, 3);
    const there = solveOneSector(base, {cost: foreignCost(3, 0.7)}, {theta: 4, psi: 0.3});
    const back = solveOneSector(
      makeOneSectorBase(there.border, 3),
      {cost: foreignCost(3, 1 / 0.7)},
      {theta: 4, psi: 0.3}
    );
    expect(gap(back.paid, flows)).toBeLessThan(1e-10);
  });

  it("closes budgets and markets with tariffs, rents and elastic supply", () => {
    const tariff = Float64Array.of(1, 1.1, 1.2, 1.05, 1, 1.1, 1.3, 1.2, 1);
    const exporterRent = Float64Array.of(1, 1.2, 1, 1, 1, 1, 1.1, 1, 1);
    const importerRent = Float64Array.of(1, 1, 1.15, 1, 1, 1, 1, 1.05, 1);
    const base = makeOneSectorBase(flows, 3, {tariff, exporterRent, importerRent});
    for (const deficits of rules) {
      const found = solveOneSector(
        base,
        {wedges: {tariff: tariff.map((t) => 1 + (t - 1) / 2)}},
        {theta: 5, psi: 1, deficits}
      );
      expect(found.status).toBe("converged");
      const world = found.output.reduce((a, b) => a + b);
      for (let i = 0; i < 3; i++) {
        const sales = [0, 1, 2].reduce((sum, j) => sum + found.received[i * 3 + j]!, 0);
        expect(Math.abs(sales / found.output[i]! - 1)).toBeLessThan(rounding);
      }
      const imbalance = [0, 1, 2].map((i) =>
        [0, 1, 2].reduce((sum, j) => sum + found.border[j * 3 + i]! - found.border[i * 3 + j]!, 0)
      );
      const wanted = deficits === "held" ? base.deficit : deficits === "removed" ? [0, 0, 0] : imbalance;
      imbalance.forEach((value, i) => {
        expect(Math.abs(value - wanted[i]!) / world).toBeLessThan(1e-11);
      });
    }
  });
});

describe("solveOneSector() far from the baseline", () => {
  it.each([
    [0, 4],
    [1.5, 6]
  ])("approaches autarky as the closed form has it, ψ = %s, θ = %s", (psi, theta) => {
    const balanced = Float64Array.of(100, 20, 10, 20, 200, 30, 10, 30, 300);
    const base = makeOneSectorBase(balanced, 3);
    const found = solveOneSector(base, {cost: foreignCost(3, 50)}, {theta, psi});
    const closed = [0, 1, 2].map((i) => base.shares[4 * i]! ** ((1 + psi) / theta));
    expect(found.status).toBe("converged");
    expect(gap(welfare(base, found), closed)).toBeLessThan(1e-5);
  });

  it("solves barriers × 5 and tariffs of 300 points", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const base = makeOneSectorBase(randomWorld(seed, 12), 12);
      expect(solveOneSector(base, {cost: foreignCost(12, 5)}, {theta: 4}).status).toBe("converged");
      const tariffs = solveOneSector(base, {wedges: {tariff: foreignCost(12, 4)}}, {theta: 4, psi: 0.5});
      expect(tariffs.status).toBe("converged");
    }
  });

  it("never calls what is not a number converged", () => {
    const base = makeOneSectorBase(flows, 3);
    const broken = agreement();
    broken[2] = Number.NaN;
    const found = solveOneSector(base, {effect: broken}, {theta: 4});
    expect(found.status).toBe("not-finite");
    expect(found.residual).toBeNaN();
    expect(solveOneSector(base, {effect: agreement()}, {theta: 4, maxIterations: 1}).status).toBe("not-converged");
  });
});

describe("wedges decide who gains", () => {
  const pair = (rate: number) => Float64Array.of(1, 1, 1, rate, 1, 1, 1, 1, 1);
  const cut = (kind: "tariff" | "importerRent" | "exporterRent") => {
    const base = makeOneSectorBase(flows, 3, {[kind]: pair(1.2)});
    return welfare(base, solveOneSector(base, {wedges: {[kind]: pair(1)}}, {theta: 5}));
  };

  it("a tariff and a rent held by the importer are the same to real spending", () => {
    expect(gap(cut("tariff"), cut("importerRent"))).toBeLessThan(rounding);
  });

  it("a rent of the exporter is lost by the exporter, and a cost by nobody", () => {
    const base = makeOneSectorBase(flows, 3);
    const cost = welfare(base, solveOneSector(base, {cost: pair(1 / 1.2)}, {theta: 5}));
    const [, exporterAlone] = cut("exporterRent");
    expect(exporterAlone!).toBeLessThan(cut("tariff")[1]!);
    expect(cost[0]!).toBeGreaterThan(cut("tariff")[0]!);
  });
});
