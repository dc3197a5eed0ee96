import {beforeAll, describe, expect, it} from "vitest";
import {shippedMarket} from "../../../test/equilibrium/energy-markets.ts";
import type {EnergyMarket, Uncertain} from "../../base/energy.ts";
import {loadHighs} from "../../runtime/highs-solver.ts";
import type {SolveProgram} from "../program/program.ts";
import {drawMarket, quantiles} from "./draw.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

const gas = shippedMarket("gas");
const [s0, , s2, , s4] = gas.scenarios;
const uncertain: Uncertain[] = [
  {parameter: "exports.X.price", range: [180, 220]},
  {parameter: "supplies.fields.cost", normal: {mean: 20, deviation: 3}},
  {parameter: "arcs.B-X.capacity", triangular: [15, 25, 35]}
];
const market: EnergyMarket = {...gas, uncertain};
const drawn = (options: {draws?: number; seed?: number} = {}, from = market, scenarios = [s0!, s2!]) =>
  drawMarket(from, scenarios, {draws: 200, seed: 1, ...options, solve});

describe("quantiles()", () => {
  it("interpolate between the sorted values", () => {
    expect(quantiles([4, 1, 3, 2, 5])).toEqual({p5: 1.2, p25: 2, p50: 3, p75: 4, p95: 4.8});
    expect(quantiles([7])).toEqual({p5: 7, p25: 7, p50: 7, p75: 7, p95: 7});
    expect(quantiles([]).p50).toBeNull();
  });
});

describe("drawMarket()", () => {
  it("is the same for the same seed and another for another", () => {
    expect(drawn({draws: 20})).toEqual(drawn({draws: 20}));
    expect(drawn({draws: 20, seed: 2})[0]!.total.p50).not.toBe(drawn({draws: 20})[0]!.total.p50);
  });

  it("spreads around the solution at the medians, and all draws are solved", () => {
    const [, competitive] = drawn();
    expect(competitive!.failed).toBe(0);
    const {p5, p50, p95} = competitive!.total;
    expect(p5!).toBeLessThan(15_498.8);
    expect(p95!).toBeGreaterThan(15_498.8);
    expect(Math.abs(p50! - 15_498.8)).toBeLessThan(150);
  });

  it("compares scenarios draw by draw: the competitive one never has the smaller total", () => {
    const [base, competitive] = drawn();
    expect(base!.economies[0]!.change).toBeUndefined();
    // Economy B pays less under competition than its contract in every draw.
    expect(competitive!.economies[1]!.gains).toBe(1);
    expect(competitive!.economies[1]!.change!.p5!).toBeGreaterThan(0);
  });

  it("does not draw what a scenario sets itself", () => {
    const widened = drawn({draws: 30}, {...gas, uncertain: [{parameter: "arcs.B-X.capacity", range: [20, 30]}]}, [s4!]);
    expect(widened[0]!.total.p5).toBe(widened[0]!.total.p95);
  });

  it("draws what a scenario names after its own rules", () => {
    const scenario = {...s4!, uncertain: [{parameter: "arcs.B-X.capacity", range: [20, 30]} as Uncertain]};
    const [only] = drawn({draws: 30}, gas, [scenario]);
    expect(only!.total.p95! - only!.total.p5!).toBeGreaterThan(1);
  });

  it("counts what cannot be solved by reason, and draws nothing again", () => {
    const wild: EnergyMarket = {
      ...gas,
      uncertain: [
        {parameter: "supplies.fields.capacity", range: [0, 400]},
        {parameter: "arcs.A-B.loss", range: [-0.5, 0.5]}
      ]
    };
    const [only] = drawn({draws: 400}, wild, [s0!]);
    expect(only!.draws).toBe(400);
    expect(Object.keys(only!.reasons).sort()).toEqual(["arcs.A-B.loss outside 0 to 1", "infeasible"]);
    const {infeasible = 0, "arcs.A-B.loss outside 0 to 1": outside = 0} = only!.reasons;
    expect(only!.failed).toBe(infeasible + outside);
    // Half of the losses are below 0; of the rest the share is infeasible whose capacity is less than 110 and a little.
    expect(Math.abs(outside - 200)).toBeLessThan(40);
    expect(infeasible).toBeGreaterThan(30);
  });

  it("orders the bars of the tornado by width, with the others at their medians", () => {
    const [, competitive] = drawn({draws: 1});
    const bars = competitive!.tornado;
    expect(bars.map(({parameter}) => parameter).sort()).toEqual(uncertain.map(({parameter}) => parameter).sort());
    const widths = bars.map(({low, high}) =>
      Math.max(...low.welfare!.map((value, e) => Math.abs(high.welfare![e]! - value)))
    );
    expect([...widths].sort((a, b) => b - a)).toEqual(widths);
    const price = bars.find(({parameter}) => parameter === "exports.X.price")!;
    expect([price.low.value, price.high.value].map((value) => Math.round(value * 10) / 10)).toEqual([182, 218]);
    const cost = bars.find(({parameter}) => parameter === "supplies.fields.cost")!;
    expect(cost.low.value).toBeCloseTo(20 - 1.6449 * 3, 3);
  });
});
