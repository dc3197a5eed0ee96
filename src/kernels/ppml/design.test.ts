import {describe, expect, it} from "vitest";
import {makeRandom} from "../random.ts";
import {makeDesign} from "./design.ts";
import type {Problem} from "./problem.ts";

/** Rows of `sizes.length` sets of effects, levels at random. */
function draw(n: number, sizes: readonly number[], seed: number): Problem {
  const {below, normal} = makeRandom(seed);
  const effects = sizes.map((levels) => ({codes: Int32Array.from({length: n}, () => below(levels)), levels}));
  return {y: Float64Array.from({length: n}, normal), x: [Float64Array.from({length: n}, normal)], effects};
}

describe("makeDesign()", () => {
  // Short groups take insertions, long ones counting sorts.
  it.each([
    [300, [5, 7, 80]],
    [3000, [40, 30, 4]],
    [900, [3, 2]],
    [50, [4]],
    [40, []]
  ])("orders %s rows by the effect with the most levels, then the others, then as they came", (n, sizes) => {
    const problem = draw(n, sizes, n);
    const kept = Uint8Array.from({length: n}, (_, r) => (r % 7 === 3 ? 0 : 1));
    const design = makeDesign(problem, kept);
    const most = sizes.indexOf(Math.max(...sizes));
    const order = [most, ...sizes.keys()].filter((f, at, all) => f >= 0 && all.indexOf(f) === at);
    const wanted = Array.from(problem.y.keys())
      .filter((r) => kept[r] === 1)
      .sort((a, b) => {
        const f = order.find((set) => problem.effects[set]!.codes[a] !== problem.effects[set]!.codes[b]);
        return f === undefined ? a - b : problem.effects[f]!.codes[a]! - problem.effects[f]!.codes[b]!;
      });
    expect([...design.rows]).toEqual(wanted);
    expect([...design.y]).toEqual(wanted.map((r) => problem.y[r]));
    expect([...design.x[0]!]).toEqual(wanted.map((r) => problem.x[0]![r]));
    expect(design.profiled).toBe(most);
    expect(design.groupEnds.at(-1)).toBe(wanted.length);
  });

  it("leaves the problem as it was, sorted or not", () => {
    const codes = Int32Array.of(0, 0, 1, 1);
    const other = Int32Array.of(1, 0, 1, 0);
    const y = Float64Array.of(1, 2, 3, 4);
    makeDesign(
      {
        y,
        x: [],
        effects: [
          {codes, levels: 2},
          {codes: other, levels: 2}
        ]
      },
      new Uint8Array(4).fill(1)
    );
    expect([[...codes], [...other], [...y]]).toEqual([
      [0, 0, 1, 1],
      [1, 0, 1, 0],
      [1, 2, 3, 4]
    ]);
  });

  it("numbers the levels that occur without holes", () => {
    const effects = [
      {codes: Int32Array.of(9, 4, 9, 4, 7), levels: 12},
      {codes: Int32Array.of(3, 3, 1, 1, 0), levels: 5}
    ];
    const problem = {y: new Float64Array(5).fill(1), x: [], effects};
    const {groups, effects: others, levels} = makeDesign(problem, Uint8Array.of(1, 1, 1, 1, 0));
    expect({groups, levels}).toEqual({groups: 2, levels: 2});
    expect([...others[0]!.codes]).toEqual([0, 1, 0, 1]);
  });
});
