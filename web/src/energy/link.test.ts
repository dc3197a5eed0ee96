import {describe, expect, it} from "vitest";
import gas from "../../../docs/examples/energy/gas.json";
import type {EnergyMarket} from "../../../src/base/energy.ts";
import {choiceToHash, hashToChoice} from "./link.ts";

const markets = [gas] as unknown as readonly EnergyMarket[];
const choice = {market: "gas-two-hubs", from: "S0", settings: {"arcs.B-X.capacity": 40, "demands.A.price": 90.5}};

describe("choiceToHash()", () => {
  it("comes back as it was, and can be read by people", () => {
    const hash = choiceToHash(choice);
    expect(hash).toBe("market=gas-two-hubs&from=S0&arcs.B-X.capacity=40&demands.A.price=90.5");
    expect(hashToChoice(`#${hash}`, markets)).toEqual(choice);
  });
});

describe("hashToChoice()", () => {
  it("starts from the first scenario, and forgets what is as the scenario has it", () => {
    expect(hashToChoice("#market=gas-two-hubs&demands.A.price=80", markets)).toEqual({...choice, settings: {}});
  });

  it.each([
    ["", "names no market"],
    ["#market=moon", "names none that is shipped"],
    ["#market=gas-two-hubs&from=S9", "names a scenario that it does not have"],
    ["#market=gas-two-hubs&from=S2&demands.A.price=80", "sets a price that is competitive there"],
    ["#market=gas-two-hubs&demands.A.price=-1", "lies beyond the slider"],
    ["#market=gas-two-hubs&demands.A.price=", "is empty"],
    ["#market=gas-two-hubs&demands.A.price=x", "is no number"]
  ])("is undefined where the address %s %s", (hash) => {
    expect(hashToChoice(hash, markets)).toBeUndefined();
  });
});
