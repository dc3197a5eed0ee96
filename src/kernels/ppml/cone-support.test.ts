import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {loadHighs} from "../../runtime/highs-solver.ts";
import {packColumns, type SolveProgram} from "../program/program.ts";
import {makeRandom} from "../random.ts";
import {coneSupport, type RowSpace} from "./cone-support.ts";

let solve: SolveProgram;
beforeAll(async () => {
  solve = await loadHighs();
});

/** An orthonormal basis of the columns of a matrix given by rows. */
function spaceOf(rows: readonly (readonly number[])[]): RowSpace {
  const columns: number[][] = [];
  for (let k = 0; k < (rows[0]?.length ?? 0); k++) {
    let column = rows.map((row) => row[k]!);
    for (let pass = 0; pass < 2; pass++)
      for (const other of columns) {
        const part = column.reduce((sum, value, i) => sum + value * other[i]!, 0);
        column = column.map((value, i) => value - part * other[i]!);
      }
    const length = Math.hypot(...column);
    if (length > 1e-9) columns.push(column.map((value) => value / length));
  }
  const q = Float64Array.from(rows.flatMap((_, i) => columns.map((column) => column[i]!)));
  return {q, m: rows.length, d: columns.length, noise: 1e-15};
}

/** The support by a linear program: maximise Σ s for Bc = s + t, 0 ≤ s ≤ 1, t ≥ 0. */
function byProgram(rows: readonly (readonly number[])[]): number[] {
  const m = rows.length;
  const d = rows[0]!.length;
  const free = Array.from({length: d}, (_, k) => rows.map((row, i) => [i, row[k]!] as const));
  const lifted = rows.map((_, i) => [[i, -1] as const]);
  const fill = (count: number, value: number) => new Array<number>(count).fill(value);
  const {status, primal} = solve({
    cost: Float64Array.from([...fill(d, 0), ...fill(m, -1), ...fill(m, 0)]),
    lower: Float64Array.from([...fill(d, Number.NEGATIVE_INFINITY), ...fill(2 * m, 0)]),
    upper: Float64Array.from([
      ...fill(d, Number.POSITIVE_INFINITY),
      ...fill(m, 1),
      ...fill(m, Number.POSITIVE_INFINITY)
    ]),
    rhs: new Float64Array(m),
    matrix: packColumns([...free, ...lifted, ...lifted])
  });
  expect(status).toBe("optimal");
  return rows.flatMap((_, i) => (primal[d + i]! > 0.5 ? [i] : []));
}

const product = ({q, d}: RowSpace, c: Float64Array, i: number) =>
  c.reduce((sum, value, k) => sum + value * q[i * d + k]!, 0);

describe("coneSupport()", () => {
  it("agrees with a linear program, on whole numbers with many ties", () => {
    let [none, some, all] = [0, 0, 0];
    const check = (seed: number) => {
      const {below, uniform} = makeRandom(seed);
      const [d, m] = [1 + below(7), 1 + below(22)];
      const zeros = uniform();
      const rows = Array.from({length: m}, () =>
        Array.from({length: d}, () => (uniform() < zeros ? 0 : below(5) - 2))
      ).filter((row) => row.some((value) => value !== 0));
      if (rows.length === 0) return;
      const space = spaceOf(rows);
      const found = coneSupport(space);
      expect(found.converged).toBe(true);
      expect(found.rows).toEqual(byProgram(rows));
      rows.forEach((_, i) => {
        const value = product(space, found.combination, i);
        if (found.rows.includes(i)) expect(value).toBeGreaterThan(1e-4);
        else expect(Math.abs(value)).toBeLessThan(1e-9);
      });
      if (found.rows.length === 0) ++none;
      else if (found.rows.length === rows.length) ++all;
      else ++some;
    };
    fc.assert(fc.property(fc.integer({min: 1, max: 1e9}), check), {numRuns: 500, seed: 3});
    expect(Math.min(none, some, all)).toBeGreaterThan(20);
  });

  it("agrees with a linear program on wide spaces of numbers like those of networks", () => {
    for (let seed = 1; seed <= 12; seed++) {
      const {below} = makeRandom(seed);
      const d = 30 + below(30);
      const m = d + below(3 * d);
      // Differences of two levels, as two sets of effects leave them.
      const rows = Array.from({length: m}, () => {
        const row = new Array<number>(d).fill(0);
        row[below(d)]! += 1;
        row[below(d)]! -= 1;
        return row;
      }).filter((row) => row.some((value) => value !== 0));
      const found = coneSupport(spaceOf(rows));
      expect(found.converged).toBe(true);
      expect(found.rows).toEqual(byProgram(rows));
    }
  });

  it("holds under rotation of the basis, scale of the rows and noise", () => {
    const rows = [
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, 0],
      [3, 2, 0],
      [0, 1e-5, 1],
      [0, 1, -1]
    ];
    const wanted = [2, 3, 4, 5];
    expect(coneSupport(spaceOf(rows)).rows).toEqual(wanted);
    const turned = rows.map(([a, b, c]) => [a! + b!, a! - b! + 2 * c!, c!]);
    expect(coneSupport(spaceOf(turned)).rows).toEqual(wanted);
    const {normal} = makeRandom(4);
    const space = spaceOf(rows);
    const noisy = {...space, q: space.q.map((value) => value + 1e-11 * normal()), noise: 1e-10};
    expect(coneSupport(noisy).rows).toEqual(wanted);
  });

  it("needs several vectors where one would hide rows of the next, and mixes them into one", () => {
    // z = (c1, c2 − 1000 c1, c2 − 1000 c1 − c3, c3, −c3): rows 0 to 2 above 0 at once, 3 and 4 never.
    const rows = [
      [1, 0, 0],
      [-1000, 1, 0],
      [-1000, 1, -1],
      [0, 0, 1],
      [0, 0, -1]
    ];
    const space = spaceOf(rows);
    const {rows: found, combination} = coneSupport(space);
    expect(found).toEqual([0, 1, 2]);
    expect(found.every((i) => product(space, combination, i) > 1e-6)).toBe(true);
  });

  it("answers at once for spaces of no rows or no dimension", () => {
    expect(coneSupport({q: new Float64Array(0), m: 0, d: 0, noise: 0})).toMatchObject({rows: [], converged: true});
    expect(coneSupport({q: new Float64Array(0), m: 4, d: 0, noise: 0})).toMatchObject({rows: [], converged: true});
  });
});
