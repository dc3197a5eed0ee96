import {beforeAll, describe, expect, it} from "vitest";
import {makeMarket, shippedMarket} from "../../../test/equilibrium/energy-markets.ts";
import type {EnergyMarket, EnergyScenario} from "../../base/energy.ts";
import {loadHighs} from "../../runtime/highs-solver.ts";
import type {SolveProgram} from "../program/program.ts";
import {applyScenario} from "./apply-scenario.ts";
import {demandCurve} from "./model.ts";
import {energyResult} from "./result.ts";
import {solveMarket} from "./solve-market.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

const gas = shippedMarket("gas");
const solved = (market: EnergyMarket, scenario: EnergyScenario = {id: "x"}) => {
  const ruled = applyScenario(market, scenario);
  const solution = solveMarket(ruled, solve);
  if (solution.status !== "solved") throw new Error(JSON.stringify(solution));
  return energyResult(ruled, scenario, solution);
};

describe("demandCurve()", () => {
  it("is calibrated to an observed point and its elasticity", () => {
    const {a, b} = demandCurve({
      id: "d",
      node: "n",
      commodity: "gas",
      reference: {price: 80, quantity: 90, elasticity: -0.4}
    });
    expect(a - b * 90).toBeCloseTo(80, 12);
    // ε = (dD/dp)(p/D) = −(1/b)(80/90).
    expect((-1 / b) * (80 / 90)).toBeCloseTo(-0.4, 12);
  });
});

describe("solveMarket()", () => {
  it("finds a formula price that agrees with the competitive price that it refers to", () => {
    // p_B = 1.48 p_A + 10; D_A = (260 − p)/2, D_B = (300 − p_B)/8, E = 45, Q = 2(p − 40).
    const result = solved(gas, {id: "f", demands: {B: {price: {of: "A", times: 1.48, plus: 10}}}});
    const p = (130 + 290 / 8 + 45 + 80) / (2 + 0.5 + 1.48 / 8);
    expect(result.demands[0]!.paid).toBeCloseTo(p, 8);
    expect(result.demands[1]!.paid).toBeCloseTo(1.48 * p + 10, 8);
    expect(result.checks.formulas).toBeLessThan(1e-9);
    expect(result.checks.converged).toBe(true);
  });

  it("a contract that follows the hub price plus transport is the competitive market", () => {
    const [free, contract] = [
      solved(gas),
      solved(gas, {id: "f", demands: {B: {price: {of: "A", tariffsOf: ["A-B"]}}}})
    ];
    expect(contract.demands[1]!.paid).toBeCloseTo(free.demands[1]!.paid, 8);
    expect(contract.economies[0]!.accounts.sellers).toBeCloseTo(0, 6);
  });

  it("loses a share on the way: prices differ by charge and loss", () => {
    const result = solved(gas, {id: "l", arcs: {"A-B": {loss: 0.05, surcharge: 3}}});
    const price = (node: string) => result.nodes.find((one) => one.node === node)!.price;
    expect(price("B")).toBeCloseTo((price("A") + 13) / 0.95, 9);
    const flow = result.flows.find(({id}) => id === "A-B")!;
    expect(flow.arrived).toBeCloseTo(0.95 * flow.sent, 12);
    // The surcharge is no cost: it is the operator's margin.
    expect(result.economies[0]!.accounts.network).toBeCloseTo(3 * flow.sent, 9);
  });

  it("step demand and supply meet where the steps cross", () => {
    const market = makeMarket({
      nodes: ["N"],
      supplies: [
        {
          id: "s",
          node: "N",
          commodity: "gas",
          steps: [
            {quantity: 5, cost: 10},
            {quantity: 5, cost: 30},
            {quantity: 5, cost: 50}
          ]
        }
      ],
      demands: [
        {
          id: "d",
          node: "N",
          commodity: "gas",
          steps: [
            {quantity: 7, value: 60},
            {quantity: 9, value: 20}
          ]
        }
      ]
    });
    const result = solved(market);
    expect(result.nodes[0]!.price).toBe(30);
    expect(result.demands[0]!.quantity).toBe(7);
    expect(result.supplies[0]!.quantity).toBe(7);
    expect(result.economies[0]!.accounts).toMatchObject({consumers: 210, producers: 100});
    // At 20 both steps are served, 16 units, and only 15 can be made; at 25 the first alone is.
    const regulated = (price: number) => solveMarket(applyScenario(market, {id: "r", demands: {d: {price}}}), solve);
    expect(regulated(20).status).toBe("infeasible");
    const served = solved(market, {id: "r", demands: {d: {price: 25}}});
    expect(served.demands[0]).toMatchObject({quantity: 7, paid: 25, marginal: 30, transfer: 35});
    expect(served.economies[0]!.accounts).toMatchObject({consumers: 245, sellers: -35});
  });

  it("books taxes, losses of a minimum flow and export quotas to those who bear them", () => {
    const result = solved(gas, {
      id: "q",
      supplies: {fields: {tax: 5}},
      exports: {X: {maximum: 30, seller: "B"}},
      arcs: {"A-X": {minimum: 20}}
    });
    expect(result.exports[0]!.quantity).toBeCloseTo(30, 9);
    expect(result.exports[0]!.shadowPrice).toBeGreaterThan(0);
    const [a, b] = result.economies;
    expect(b!.accounts.capacity).toBeCloseTo(30 * result.exports[0]!.shadowPrice, 6);
    const forced = result.flows.find(({id}) => id === "A-X")!;
    expect(forced).toMatchObject({sent: 20, binding: true});
    expect(forced.shadowPrice).toBeCloseTo(-10, 9);
    expect(a!.accounts.treasury).toBeCloseTo(5 * result.supplies[0]!.quantity + 30 * 30, 6);
    expect(result.checks.accounts).toBeLessThan(1e-12);
  });

  it("couples gas and electricity through a power station", () => {
    const market = makeMarket({
      nodes: ["N"],
      commodities: ["gas", "power"],
      supplies: [{id: "gas", node: "N", commodity: "gas", cost: 10, slope: 1}],
      demands: [
        {id: "heat", node: "N", commodity: "gas", intercept: 100, slope: 1},
        {id: "light", node: "N", commodity: "power", intercept: 200, slope: 2}
      ],
      processes: [{id: "station", node: "N", input: "gas", yields: {power: 0.5}, cost: 4}]
    });
    const {nodes, processes} = solved(market);
    expect(nodes[1]!.price).toBeCloseTo((nodes[0]!.price + 4) / 0.5, 9);
    expect(processes[0]!.margin).toBeCloseTo(0, 9);
  });

  it("tells infeasible, unbounded and unruled markets apart", () => {
    const status = (market: EnergyMarket, scenario: EnergyScenario) =>
      solveMarket(applyScenario(market, scenario), solve).status;
    expect(status(gas, {id: "i", exports: {X: {minimum: 50}}})).toBe("infeasible");
    expect(status(gas, {id: "n", demands: {A: {price: {of: "A"}}}})).toBe("unruled");
    const open = makeMarket({
      nodes: ["N"],
      supplies: [{id: "s", node: "N", commodity: "gas", cost: 10}],
      exports: [{id: "x", node: "N", commodity: "gas", price: 20}]
    });
    expect(status(open, {id: "u"})).toBe("unbounded");
  });

  it("refuses commodities that depend on each other more than on themselves", () => {
    const crossed = (slope: number) =>
      makeMarket({
        nodes: ["N"],
        commodities: ["gas", "power"],
        supplies: ["gas", "power"].map((commodity) => ({id: commodity, node: "N", commodity, cost: 10, slope: 1})),
        demands: ["gas", "power"].map((commodity) => ({id: commodity, node: "N", commodity, intercept: 100, slope: 2})),
        cross: [{node: "N", side: "demand", commodities: ["gas", "power"], slope}]
      });
    // Both alike: 100 − 2D − sD = 10 + D.
    for (const slope of [0, 0.5, -1, 2])
      expect(solved(crossed(slope)).nodes[0]!.price).toBeCloseTo(10 + 90 / (3 + slope), 9);
    const found = solveMarket(crossed(2.1), solve);
    expect(found).toEqual({
      status: "unruled",
      problems: ['The cross slopes of demand at node "N" outweigh the own slopes of gas and power']
    });
  });

  it("a solver that calls a wrong point optimal fails the checks of the result", () => {
    const broken: SolveProgram = (program) => {
      const solution = solve(program);
      return {...solution, primal: solution.primal.map((value, j) => (j === 0 ? value + 1 : value))};
    };
    const solution = solveMarket(gas, broken);
    if (solution.status !== "solved") throw new Error(solution.status);
    const {checks} = energyResult(gas, {id: "b"}, solution);
    expect(checks.residual).toBeGreaterThan(1e-3);
    expect(checks.converged).toBe(false);
  });
});
