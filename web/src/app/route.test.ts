import {describe, expect, it} from "vitest";
import {parsePath, pathOf, type Route, withParameters} from "./route.ts";

const routes: readonly Route[] = [
  {page: "home"},
  {page: "trade", economy: "BLR", partner: "RUS"},
  {page: "trade", economy: "Союз/1", partner: "a b"},
  {page: "check"},
  {page: "record"},
  {page: "item", id: "us.forum.regions.10"},
  {page: "why", id: "growth.a.b"},
  {page: "whatif"},
  {page: "energy"}
];

describe("parsePath", () => {
  it.each(routes)("reads what pathOf writes: $page", (route) => {
    expect(parsePath(pathOf(route))).toEqual({route, embedded: false});
    expect(parsePath(`/embed${pathOf(route)}`)).toEqual({route, embedded: true});
  });

  it("takes trade without a pair for the first page, which is about it", () => {
    expect(parsePath("/trade").route.page).toBe("home");
  });

  it.each(["/trade/BLR", "/trade/A/B/C", "/nope", "/record/a/b", "/check/x", "/why/", "/%E0%A4%A"])(
    "knows no page at %s",
    (path) => {
      expect(parsePath(path).route.page).toBe("unknown");
    }
  );
});

describe("withParameters", () => {
  it("sets, replaces and removes, and leaves the others", () => {
    expect(withParameters("?a=1&b=2", {b: "3", c: "x,y"})).toBe("?a=1&b=3&c=x,y");
    expect(withParameters("?a=1", {a: undefined})).toBe("");
    expect(withParameters("?a=1&b=2", {a: ""})).toBe("?b=2");
  });
});
