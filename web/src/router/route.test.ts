import {describe, expect, it} from "vitest";
import {address, placeOf} from "./route.ts";

describe("placeOf", () => {
  it("reads the pages and what their paths name", () => {
    expect(placeOf("/trade/BLR/RUS").route).toEqual({page: "trade", economy: "BLR", partner: "RUS"});
    expect(placeOf("/record/us.market.gas").route).toEqual({page: "item", id: "us.market.gas"});
    expect(placeOf("/").route).toEqual({page: "start"});
  });

  it("tells embeds", () => {
    expect(placeOf("/embed/trade/BLR/RUS")).toMatchObject({isEmbed: true, route: {page: "trade"}});
  });

  it("leads unknown, overlong and broken paths to the page that says so", () => {
    for (const path of ["/nowhere", "/trade/BLR", "/check/x", "/record/a/b", "/why", "/why/%E0%A4%A"])
      expect(placeOf(path).route, path).toEqual({page: "lost", path});
  });

  it("reads back what address wrote, whatever the names hold", () => {
    const id = "share.a/b?c#d%.ü";
    expect(placeOf(address(["why", id])).route).toEqual({page: "why", id});
  });
});

describe("address", () => {
  it("leaves out parameters that say nothing", () => {
    expect(address(["record"], {kind: "market", q: "", asOf: undefined})).toBe("/record?kind=market");
  });
});
