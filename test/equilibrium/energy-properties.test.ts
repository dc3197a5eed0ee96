import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {seededNetwork} from "../../bench/energy-network.ts";
import type {EnergyMarket} from "../../src/base/energy.ts";
import {welfareOf} from "../../src/kernels/energy/accounts.ts";
import {applyScenario} from "../../src/kernels/energy/apply-scenario.ts";
import {makeModel} from "../../src/kernels/energy/model.ts";
import {energyResult} from "../../src/kernels/energy/result.ts";
import {type Equilibrium, solveMarket} from "../../src/kernels/energy/solve-market.ts";
import type {SolveProgram} from "../../src/kernels/program/program.ts";
import {loadHighs} from "../../src/runtime/highs-solver.ts";
import {makeMarket, shippedMarket} from "./energy-markets.ts";
import {enumerate} from "./enumerate.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

function solved(market: EnergyMarket): Equilibrium {
  const solution = solveMarket(market, solve);
  if (solution.status !== "solved") throw new Error(`Found "${solution.status}": ${JSON.stringify(solution)}`);
  return solution;
}

/** A number with three decimals, so that equal costs, which leave quantities open, are rare but shrinking reads well. */
const between = (low: number, high: number) =>
  fc.integer({min: low * 1000, max: high * 1000}).map((thousandths) => thousandths / 1000);

const nodes = ["A", "B", "C"] as const;

/** Markets on three nodes with two suppliers, two demands, a circle of three arcs with losses, and an export. */
const markets = fc
  .record({
    costs: fc.array(between(1, 50), {minLength: 2, maxLength: 2}),
    slopes: fc.array(between(0.1, 3), {minLength: 4, maxLength: 4}),
    capacities: fc.array(between(1, 80), {minLength: 4, maxLength: 4}),
    intercepts: fc.array(between(60, 200), {minLength: 2, maxLength: 2}),
    tariffs: fc.array(between(0.5, 30), {minLength: 3, maxLength: 3}),
    loss: between(0, 0.2),
    tax: between(0, 20),
    price: between(20, 150),
    duty: between(0, 30)
  })
  .map(({costs, slopes, capacities, intercepts, tariffs, loss, tax, price, duty}) =>
    makeMarket({
      nodes,
      supplies: [
        {id: "first", node: "A", commodity: "gas", cost: costs[0]!, slope: slopes[0]!, capacity: capacities[0]!, tax},
        {id: "second", node: "B", commodity: "gas", cost: costs[1]!, slope: slopes[1]!}
      ],
      demands: [
        {id: "home", node: "B", commodity: "gas", intercept: intercepts[0]!, slope: slopes[2]!},
        {id: "away", node: "C", commodity: "gas", intercept: intercepts[1]!, slope: slopes[3]!, tax: tax / 2}
      ],
      exports: [{id: "out", node: "C", commodity: "gas", price, duty, maximum: 40}],
      arcs: [
        {id: "A-B", from: "A", to: "B", commodity: "gas", tariff: tariffs[0]!, capacity: capacities[1]!, loss},
        {id: "B-C", from: "B", to: "C", commodity: "gas", tariff: tariffs[1]!, capacity: capacities[2]!, cost: 0.1},
        {id: "A-C", from: "A", to: "C", commodity: "gas", tariff: tariffs[2]!, capacity: capacities[3]!, surcharge: 0.4}
      ]
    })
  );

const close = (a: number, b: number, tolerance: number) =>
  Math.abs(a - b) <= tolerance * (1 + Math.abs(a) + Math.abs(b));

describe("solveMarket() on markets of three nodes", () => {
  it("finds the objective, prices and quantities that trying all bounds finds", () => {
    fc.assert(
      fc.property(markets, (market) => {
        const found = solved(market);
        const model = makeModel(market, new Map());
        const other = enumerate(model.program)!;
        expect(other).toBeDefined();
        expect(close(programValue(found), other.objective, 1e-9)).toBe(true);
        found.model.columns.forEach((_, j) => {
          expect(close(found.quantities[j]!, other.primal[j]!, 1e-6), `quantity ${j}`).toBe(true);
        });
        if (found.ranges?.size === 0)
          other.rowDual.forEach((price, i) => {
            expect(close(found.prices[i]!, price, 1e-6), `price ${i}`).toBe(true);
          });
      }),
      {numRuns: 60, seed: 20241225}
    );
  });

  it("meets all conditions, and its accounts add up to the objective", () => {
    fc.assert(
      fc.property(markets, (market) => {
        const {residuals, accounting} = solved(market);
        expect(residuals.largest).toBeLessThan(1e-9);
        expect(accounting.difference).toBeLessThan(1e-12);
      }),
      {numRuns: 60, seed: 7}
    );
  });

  it("serves regulated demands from what the others leave, at the prices that trying all bounds finds", () => {
    fc.assert(
      fc.property(markets, between(20, 60), (market, price) => {
        const ruled = applyScenario(market, {id: "r", demands: {home: {price}}});
        const solution = solveMarket(ruled, solve);
        const other = enumerate(makeModel(ruled, new Map([["home", price]])).program);
        if (solution.status === "infeasible") {
          expect(other).toBeUndefined();
          return;
        }
        if (solution.status !== "solved") throw new Error(solution.status);
        expect(solution.accounting.difference).toBeLessThan(1e-12);
        solution.quantities.forEach((quantity, j) => {
          expect(close(quantity, other!.primal[j]!, 1e-6)).toBe(true);
        });
      }),
      {numRuns: 60, seed: 11}
    );
  });

  it("never loses in total when a capacity grows, and its congestion price is what the growth is worth", () => {
    fc.assert(
      fc.property(markets, (market) => {
        const before = solved(market);
        const wider = applyScenario(market, {id: "w", arcs: {"B-C": {capacity: market.arcs![1]!.capacity! + 1e-4}}});
        const after = solved(wider);
        const objective = (one: Equilibrium) => -programValue(one);
        const gained = objective(after) - objective(before);
        expect(gained).toBeGreaterThan(-1e-9);
        const at = before.model.columns.findIndex((column) => column.kind === "arc" && column.part.id === "B-C");
        const [start, end] = [before, after].map(({bounds}) => Math.max(0, bounds[at]!)) as [number, number];
        const tolerance = 1e-5 * (1 + Math.abs(start));
        expect(gained / 1e-4).toBeLessThanOrEqual(Math.max(start, end) + tolerance);
        expect(gained / 1e-4).toBeGreaterThanOrEqual(Math.min(start, end) - tolerance);
      }),
      {numRuns: 40, seed: 3}
    );
  });
});

describe("solveMarket() on seeded networks", () => {
  it.each([5, 8, 13, 21, 34, 50, 80])("%i nodes: exact, booked, and prices inside the spans that it names", (count) => {
    const {residuals, accounting, ranges, prices} = solved(seededNetwork(count));
    expect(residuals.largest).toBeLessThan(1e-11);
    expect(accounting.difference).toBeLessThan(1e-11);
    for (const [row, {low, high}] of ranges!) {
      expect(Number.isFinite(low) && Number.isFinite(high), `row ${row}`).toBe(true);
      expect(prices[row]!).toBeGreaterThan(low - 1e-6);
      expect(prices[row]!).toBeLessThan(high + 1e-6);
    }
  });

  it("finds that another solution of the same quantities lies at each end of a span", () => {
    const market = seededNetwork(50);
    const found = solved(market);
    const [row, {low, high}] = [...found.ranges!][0]!;
    for (const at of [low - 100, high + 100]) {
      const end = solved({...market, demandSlope: {quantity: 1e-7, at}});
      expect(close(end.prices[row]!, at < low ? low : high, 1e-5)).toBe(true);
      found.quantities.forEach((quantity, j) => {
        expect(close(end.quantities[j]!, quantity, 1e-4), `quantity ${j}`).toBe(true);
      });
    }
  });
});

function programValue({model, quantities}: Equilibrium): number {
  const {cost, hessian} = model.program;
  return quantities.reduce((sum, x, j) => {
    const start = hessian?.starts[j] ?? 0;
    const curve = (hessian?.starts[j + 1] ?? 0) > start ? hessian!.values[start]! : 0;
    return sum + cost[j]! * x + 0.5 * curve * x * x;
  }, 0);
}

describe("invariants of the worked gas case", () => {
  const market = shippedMarket("gas");
  const scenarios = market.scenarios.map((scenario) => [scenario.id, applyScenario(market, scenario)] as const);
  const result = (one: EnergyMarket) => energyResult(one, {id: "x"}, solved(one));
  const welfare = (one: EnergyMarket) => [...solved(one).accounting.economies.values()].map(welfareOf);

  it("a scenario without changes changes nothing", () => {
    const same = applyScenario(market, {id: "none"});
    expect(solved(same).quantities).toEqual(solved(market).quantities);
    expect(welfare(same)).toEqual(welfare(market));
  });

  it.each(scenarios)("%s: another unit of money scales prices and money alone", (_, ruled) => {
    const times = 90;
    const scaled = scaleMoney(ruled, times);
    const [before, after] = [result(ruled), result(scaled)];
    before.nodes.forEach(({price}, i) => {
      expect(close(after.nodes[i]!.price, times * price, 1e-10)).toBe(true);
    });
    before.flows.forEach(({sent}, i) => {
      expect(close(after.flows[i]!.sent, sent, 1e-10)).toBe(true);
    });
    expect(close(after.total, times * before.total, 1e-10)).toBe(true);
  });

  it.each(scenarios)("%s: another unit of quantity scales quantities and money alone", (_, ruled) => {
    const times = 35.3;
    const [before, after] = [result(ruled), result(scaleQuantity(ruled, times))];
    before.nodes.forEach(({price}, i) => {
      expect(close(after.nodes[i]!.price, price, 1e-10)).toBe(true);
    });
    before.flows.forEach(({sent}, i) => {
      expect(close(after.flows[i]!.sent, times * sent, 1e-10)).toBe(true);
    });
    expect(close(after.total, times * before.total, 1e-10)).toBe(true);
  });

  it.each(scenarios)("%s: the order of nodes, arcs and demands does not matter", (_, ruled) => {
    const turned: EnergyMarket = {
      ...ruled,
      nodes: [...ruled.nodes].reverse(),
      arcs: [...ruled.arcs!].reverse(),
      demands: [...ruled.demands].reverse(),
      economies: [...ruled.economies].reverse()
    };
    const [before, after] = [result(ruled), result(turned)];
    for (const {node, price} of before.nodes)
      expect(close(after.nodes.find((one) => one.node === node)!.price, price, 1e-11)).toBe(true);
    for (const {id, welfare: own} of before.economies)
      expect(close(after.economies.find((one) => one.id === id)!.welfare, own, 1e-11)).toBe(true);
  });

  it.each(scenarios)("%s: an arc in two halves is the arc", (_, ruled) => {
    const arcs = ruled.arcs!.flatMap((arc) => {
      if (arc.id !== "B-X") return [arc];
      const capacity = arc.capacity! / 2;
      return [
        {...arc, capacity},
        {...arc, capacity, id: "B-X-2"}
      ];
    });
    // Rules that name the arc keep their meaning, as the halves charge the same.
    const [before, after] = [result(ruled), result({...ruled, arcs})];
    const halves = after.flows.filter(({id}) => id.startsWith("B-X"));
    expect(close(halves[0]!.sent + halves[1]!.sent, before.flows.find(({id}) => id === "B-X")!.sent, 1e-9)).toBe(true);
    before.nodes.forEach(({price}, i) => {
      expect(close(after.nodes[i]!.price, price, 1e-9)).toBe(true);
    });
    before.economies.forEach((economy, i) => {
      expect(close(after.economies[i]!.welfare, economy.welfare, 1e-9)).toBe(true);
    });
  });

  it.each(scenarios)("%s: capacity that was slack may grow without effect", (_, ruled) => {
    const before = result(ruled);
    const slack = before.flows.filter(({binding}) => !binding).map(({id}) => id);
    const wider = Object.fromEntries(slack.map((id) => [id, {capacity: 10_000}]));
    const after = result(applyScenario(ruled, {id: "w", arcs: wider}));
    expect(close(after.total, before.total, 1e-11)).toBe(true);
    before.nodes.forEach(({price}, i) => {
      expect(close(after.nodes[i]!.price, price, 1e-11)).toBe(true);
    });
  });

  it("congestion fades as capacity grows: its price never rises, the total never falls", () => {
    const widths = [0, 5, 10, 20, 25, 40, 60, 90, 120, 150, 300];
    const steps = widths.map((capacity) => result(applyScenario(market, {id: "w", arcs: {"B-X": {capacity}}})));
    const price = steps.map(({flows}) => flows.find(({id}) => id === "B-X")!.shadowPrice);
    for (let k = 1; k < steps.length; ++k) {
      expect(price[k]!).toBeLessThanOrEqual(price[k - 1]! + 1e-9);
      expect(steps[k]!.total).toBeGreaterThanOrEqual(steps[k - 1]!.total - 1e-9);
    }
    expect(price[0]!).toBeGreaterThan(0);
    expect(price.at(-1)).toBe(0);
  });

  it("two economies that are alike stay alike, and an end of trade is that of each alone", () => {
    const twin = (capacity: number) =>
      makeMarket({
        nodes: ["A", "B"],
        supplies: ["A", "B"].map((node) => ({id: node, node, commodity: "gas", cost: 10, slope: 1})),
        demands: ["A", "B"].map((node) => ({id: node, node, commodity: "gas", intercept: 100, slope: 2})),
        arcs: [
          {id: "A-B", from: "A", to: "B", commodity: "gas", tariff: 1, capacity},
          {id: "B-A", from: "B", to: "A", commodity: "gas", tariff: 1, capacity}
        ]
      });
    const [open, closed] = [result(twin(50)), result(twin(0))];
    // p = 100 − 2D = 10 + D.
    for (const {nodes: all} of [open, closed]) for (const {price} of all) expect(price).toBeCloseTo(40, 10);
    expect(open.economies[0]!.welfare).toBeCloseTo(open.economies[1]!.welfare, 10);
    expect(open.total).toBeCloseTo(closed.total, 10);
    expect(open.flows.every(({sent}) => Math.abs(sent) < 1e-9)).toBe(true);
  });
});

/** The market in another unit of money. */
function scaleMoney(market: EnergyMarket, times: number): EnergyMarket {
  const by = <One extends object>(one: One, fields: readonly string[]): One => ({
    ...one,
    ...Object.fromEntries(
      Object.entries(one).flatMap(([name, value]) =>
        fields.includes(name) && typeof value === "number" ? [[name, times * value]] : []
      )
    )
  });
  return {
    ...market,
    supplies: market.supplies.map((one) => by(one, ["cost", "slope", "tax"])),
    demands: market.demands.map((one) => by(one, ["intercept", "slope", "tax", "price"])),
    exports: market.exports!.map((one) => by(one, ["price", "slope", "duty"])),
    arcs: market.arcs!.map((one) => by(one, ["tariff", "surcharge", "cost", "duty"]))
  };
}

/** The market in another unit of quantity. */
function scaleQuantity(market: EnergyMarket, times: number): EnergyMarket {
  return {
    ...market,
    supplies: market.supplies.map((one) => ({...one, slope: one.slope! / times, capacity: one.capacity! * times})),
    demands: market.demands.map((one) => ({...one, slope: one.slope! / times})),
    arcs: market.arcs!.map((one) => ({...one, capacity: one.capacity! * times}))
  };
}
