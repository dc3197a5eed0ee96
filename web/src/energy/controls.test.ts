import {describe, expect, it} from "vitest";
import gas from "../../../docs/examples/energy/gas.json";
import type {EnergyMarket} from "../../../src/base/energy.ts";
import {controlName, controlPlace, controlsOf, withSettings} from "./controls.ts";

const market = gas as unknown as EnergyMarket;
const [s0, , s2] = market.scenarios;

describe("controlsOf()", () => {
  it("has a slider for each number that a rule is about, at its value under the scenario", () => {
    const named = Object.fromEntries(controlsOf(market, s0!).map((one) => [controlName(one), one.value]));
    expect(named).toMatchObject({
      "demands.A.price": 80,
      "demands.B.price": 140,
      "arcs.B-X.capacity": 25,
      "exports.X.duty": 30
    });
  });

  it("has none for a price that is competitive", () => {
    expect(controlsOf(market, s2!).some(({part}) => part === "demands")).toBe(false);
  });

  it("reaches beyond the value, from 0", () => {
    for (const {value, min, max, step} of controlsOf(market, s0!)) {
      expect([min, max >= 2 * value, max / step]).toEqual([0, true, 100]);
    }
  });
});

describe("controlPlace()", () => {
  it("names nodes in the language, beside the id that charts show", () => {
    const [arc] = controlsOf(market, s0!).filter(({part}) => part === "arcs");
    expect(controlPlace(market, arc!, "en")).toBe("fields of A → hub A (P-A)");
    expect(controlPlace(market, arc!, "ru")).toBe("месторождения A → узел A (P-A)");
    expect(controlPlace({...market, nodes: []}, arc!, "en")).toBe("P-A");
  });
});

describe("withSettings()", () => {
  it("keeps the scenario's other rules", () => {
    const set = withSettings(s0!, {"demands.A.price": 90, "arcs.B-X.capacity": 40});
    expect(set.demands).toEqual({A: {price: 90}, B: {price: 140}});
    expect(set.arcs).toEqual({"B-X": {capacity: 40}});
  });
});
