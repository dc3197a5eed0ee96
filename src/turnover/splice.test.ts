import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {figure} from "../../test/turnover/figures.ts";
import {basisKey} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {rounding} from "../base/interval.ts";
import {type ClaimedPoint, findSplices, type SpliceResult} from "./splice.ts";

const own = {reporter: "AAA"} as const;
const theirs = {reporter: "BBB"} as const;
const wide = {reporter: "AAA", coverage: "goods+services"} as const;
const said = (period: string, billions: number, step = 0.1): ClaimedPoint => ({
  period,
  claimed: rounding(billions * 1e9, step * 1e9)
});

/** The row of a text that moves from one set of books to the other and then to a wider coverage. */
const candidates: Figure[] = [
  figure("own-2019", "2019", 35.7, own),
  figure("own-2020", "2020", 29.5, own),
  figure("own-2021", "2021", 40, own),
  figure("own-2022", "2022", 45.8, own),
  figure("theirs-2019", "2019", 33.3, theirs, {evidence: "unverified", sources: []}),
  figure("theirs-2020", "2020", 28.6, theirs),
  figure("theirs-2021", "2021", 38.5, theirs),
  figure("wide-2022", "2022", 49.9, wide, {bound: "about"}),
  figure("wide-2023", "2023", 54, wide, {bound: "about"})
];
const row = [said("2019", 33.3), said("2020", 29.5), said("2021", 40, 1), said("2022", 50, 1), said("2023", 53.9)];

describe("findSplices()", () => {
  it("finds the fewest changes of basis and what rests on unverified figures", () => {
    const {path, splices, oneBasis, holds} = findSplices(row, candidates);
    expect(path.map((step) => step?.figure.id)).toEqual([
      "theirs-2019",
      "own-2020",
      "own-2021",
      "wide-2022",
      "wide-2023"
    ]);
    expect(path.map((step) => step?.verified)).toEqual([false, true, true, true, true]);
    expect(splices).toBe(2);
    expect(oneBasis).toEqual([]);
    expect(holds.map((at) => at.length)).toEqual([1, 1, 1, 1, 1]);
  });

  it("names every basis that contains all numbers", () => {
    const twins = [
      ...candidates.slice(0, 3),
      ...candidates.slice(0, 3).map((f) => ({...f, id: `${f.id}-b`, basis: {...f.basis, valuation: "mixed"} as const}))
    ];
    const {oneBasis, splices} = findSplices([said("2019", 35.7), said("2020", 29.5)], twins);
    expect(oneBasis).toEqual([basisKey(twins[0]!.basis), basisKey(twins[3]!.basis)]);
    expect(splices).toBe(0);
  });

  it("steps over numbers that no basis contains", () => {
    const {path, splices, oneBasis} = findSplices(
      [said("2019", 35.7), said("2020", 99), said("2021", 40, 1)],
      candidates
    );
    expect(path.map((step) => step?.figure.id ?? null)).toEqual(["own-2019", null, "own-2021"]);
    expect(splices).toBe(0);
    expect(oneBasis).toEqual([]);
  });

  it("prefers verified steps among paths with as many splices", () => {
    const rivals = [
      figure("weak", "2020", 10, theirs, {evidence: "unverified", sources: []}),
      figure("sure", "2020", 10, own)
    ];
    expect(findSplices([said("2020", 10)], rivals).path[0]?.figure.id).toBe("sure");
  });

  it("reads periods in any form and an empty row", () => {
    expect(findSplices([said("2020-H1", 10)], [figure("half", "2020-S1", 10)]).path[0]?.figure.id).toBe("half");
    expect(findSplices([], candidates)).toEqual({holds: [], path: [], splices: 0, oneBasis: []});
  });
});

/** Every path, by brute force: its splices and its unverified steps, the least of both. */
function leastCost(choices: readonly (readonly {key: string; verified: boolean}[])[]): [number, number] {
  const held = choices.filter((at) => at.length > 0);
  const paths = held.reduce<{key: string; verified: boolean}[][]>(
    (all, at) => all.flatMap((path) => at.map((choice) => [...path, choice])),
    [[]]
  );
  const costs = paths.map((path): [number, number] => [
    path.filter(({key}, index) => index > 0 && key !== path[index - 1]!.key).length,
    path.filter(({verified}) => !verified).length
  ]);
  return costs.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])[0]!;
}

function costOf({path, splices}: SpliceResult): [number, number] {
  return [splices, path.filter((step) => step?.verified === false).length];
}

describe("findSplices() against brute force", () => {
  const books = ["AAA", "BBB", "CCC", "DDD"];
  const table = fc.array(
    fc.record({
      holders: fc.uniqueArray(fc.constantFrom(...books), {maxLength: 4}),
      weak: fc.uniqueArray(fc.constantFrom(...books), {maxLength: 4})
    }),
    {minLength: 1, maxLength: 6}
  );

  it("finds a path as cheap as any, and counts the splices it shows", () => {
    fc.assert(
      fc.property(table, (years) => {
        const points = years.map((_, index) => said(String(2000 + index), 10));
        const all = years.flatMap(({holders, weak}, index) =>
          books.map((reporter) =>
            figure(
              `${reporter.toLowerCase()}-${index}`,
              String(2000 + index),
              holders.includes(reporter) ? 10 : 20,
              {reporter},
              {
                evidence: weak.includes(reporter) ? "unverified" : "sourced"
              }
            )
          )
        );
        const result = findSplices(points, all);
        const choices = years.map(({holders, weak}) => holders.map((key) => ({key, verified: !weak.includes(key)})));
        expect(costOf(result)).toEqual(leastCost(choices));
        const keys = result.path.flatMap((step) => step?.basisKey ?? []);
        expect(keys.filter((key, index) => index > 0 && key !== keys[index - 1]).length).toBe(result.splices);
      }),
      {numRuns: 200}
    );
  });
});
