import {describe, expect, it} from "vitest";
import {commandOf, hashToShared, type Shared, sharedToHash, untouched} from "./link.ts";

const scenarios = [
  {name: "a", barriers: []},
  {name: "b", barriers: []}
];
const shared: Shared = {scenarios, data: "matrix", sigma: 7.5, deficits: "removed", spread: 0.2, active: 1};

describe("sharedToHash()", () => {
  it("carries all that the numbers depend on", () => {
    const hash = sharedToHash(shared);
    expect(hash).toMatch(/^s=[\w-]+&data=matrix&sigma=7\.5&deficits=removed&spread=0\.2&active=1$/);
    expect(hashToShared(`#${hash}`)).toEqual(shared);
  });

  it("names only what differs from the page as it begins", () => {
    const hash = sharedToHash({scenarios, ...untouched});
    expect(hash).toMatch(/^s=[\w-]+$/);
    expect(hashToShared(`#${hash}`)).toEqual({scenarios, ...untouched});
  });

  it("is undefined where something in the address cannot be meant", () => {
    const hash = sharedToHash({scenarios, ...untouched});
    for (const more of ["data=moon", "sigma=1", "sigma=x", "deficits=odd", "spread=9", "active=2", "active=-1"])
      expect(hashToShared(`#${hash}&${more}`), more).toBeUndefined();
    expect(hashToShared("#sigma=4")).toBeUndefined();
  });
});

describe("commandOf()", () => {
  it("names every parameter that the page sets, and quotes files", () => {
    expect(commandOf(shared, "", "one")).toBe(
      "concord simulate trade docs/examples/trade/islands.csv --scenario one.yaml --deficits removed --sigma 7.5"
    );
    expect(commandOf({...shared, data: "own"}, "my trade.csv", "союз")).toBe(
      "concord simulate trade 'my trade.csv' --scenario союз.yaml --deficits removed --sigma 7.5"
    );
    expect(commandOf({...untouched}, "", "one")).not.toContain("sigma");
  });
});
