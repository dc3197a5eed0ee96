import {describe, expect, it} from "vitest";
import {type TradeBarrier, tradeScenarioSchema} from "../../../src/base/trade-scenario.ts";
import {drawnPlaces, scaleEnds, shadeOf, signed, tick} from "./results.ts";
import {barrierOf, slide, sliderOf} from "./sliders.ts";

const pair = {exporter: "A", importer: "B"} as const;

describe("sliderOf()", () => {
  it.each([
    {...pair, type: "tariff", scale: 0.4},
    {...pair, type: "tariff", from: 30, to: 75},
    {...pair, type: "tariff", points: -3},
    {...pair, type: "cost", times: 7},
    {...pair, type: "cost", effect: 0.5}
  ] as TradeBarrier[])("holds the barrier's own size, and slides it: %o", (barrier) => {
    const slider = sliderOf(barrier)!;
    expect(slider.value).toBeGreaterThanOrEqual(slider.min);
    expect(slider.value).toBeLessThanOrEqual(slider.max);
    const slid = slide(barrier, slider, slider.min);
    expect(sliderOf(slid)!.value).toBeCloseTo(slider.min, 12);
    expect(tradeScenarioSchema.safeParse({name: "x", barriers: [slid]}).success).toBe(true);
  });

  it("is none where the size is estimated or the trade ends", () => {
    expect(sliderOf({...pair, type: "cost", times: "prohibitive"})).toBeUndefined();
    expect(sliderOf({...pair, type: "cost", estimate: {variable: "rta", change: 1}})).toBeUndefined();
  });
});

describe("barrierOf()", () => {
  it("makes barriers of each kind at rest, which the schema knows", () => {
    for (const type of ["tariff", "cost", "rent"] as const)
      for (const hasTariffs of [true, false]) {
        const barrier = barrierOf(type, {...pair, bothWays: true, sector: "x"}, hasTariffs);
        const slider = sliderOf(barrier)!;
        expect(slider.value).toBe(slider.rest);
        expect(tradeScenarioSchema.safeParse({name: "x", barriers: [barrier]}).success).toBe(true);
      }
  });
});

describe("results", () => {
  it("signed() never shows a minus before nothing", () => {
    expect([1.704, -0.05, 0, 123.4, -0.001, 1e-12].map((value) => signed(value, "en"))).toEqual([
      "+1.70",
      "−0.05",
      "0",
      "+123",
      "−0",
      "0"
    ]);
    expect(signed(-1.5, "ru")).toBe("−1,50");
    expect(tick(-0.5, "ru")).toBe("−0,5");
  });

  it("scaleEnds() hold all values, and 0", () => {
    expect(scaleEnds([-0.3, 1.4])).toEqual({low: -0.5, high: 2});
    expect(scaleEnds([3])).toEqual({low: 0, high: 5});
    expect(scaleEnds([0, 0])).toEqual({low: -1, high: 1});
  });

  it("drawnPlaces() take as many losers as gainers", () => {
    const economies = Array.from({length: 30}, (_, k) => ({welfare: k < 25 ? k : -k}) as never);
    const places = drawnPlaces(economies);
    expect(places).toHaveLength(12);
    expect(places.filter((place) => place >= 25)).toHaveLength(5);
    expect(places[0]).toBe(24);
  });

  it("shadeOf() is the same strength on both sides", () => {
    expect([0.1, 1, -1, 5, -5, 40, -40].map(shadeOf)).toEqual([
      "none",
      "more-1",
      "less-1",
      "more-2",
      "less-2",
      "more-3",
      "less-3"
    ]);
  });
});
