import type {FixedEffect, Problem} from "./problem.ts";

/** An effect of a design: levels that occur, numbered without holes. */
export interface DesignEffect {
  readonly codes: Int32Array;
  readonly levels: number;
  readonly slope?: Float64Array;
  /** Where its levels start in a vector over all effects that are iterated. */
  readonly start: number;
}

/**
 * Rows in the order in which they are worked on: sorted by the level of the effect that is solved exactly, then by the
 * other effects, so that a sum does not depend on the order in which rows came.
 */
export interface Design {
  readonly n: number;
  /** Row of the problem that stands at each place. */
  readonly rows: Int32Array;
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly weights: Float64Array | undefined;
  readonly offset: Float64Array | undefined;
  /** Rows of group g are ends[g - 1] (or 0) to ends[g] - 1. */
  readonly groupEnds: Int32Array;
  readonly groups: number;
  /** Which of the problem's effects is solved exactly; -1 where the model has none and the rows are one free group. */
  readonly profiled: number;
  /** The other effects, with their places in the problem. */
  readonly effects: readonly DesignEffect[];
  readonly effectPlaces: readonly number[];
  /** Length of a vector over all levels of the other effects. */
  readonly levels: number;
}

/** Lays out the kept rows of a problem; the plain effect with the most levels is the one solved exactly. */
export function makeDesign({y, x, effects, weights, offset}: Problem, kept: Uint8Array): Design {
  const used = effects.map((effect) => compact(effect, kept));
  const profiled = used.reduce(
    (best, effect, f) => (!effect.slope && (best < 0 || effect.levels > used[best]!.levels) ? f : best),
    -1
  );
  const places = used.flatMap((_, f) => (f === profiled ? [] : [f]));
  const keys = [...places.map((f) => used[f]!).reverse(), ...(profiled < 0 ? [] : [used[profiled]!])];
  const rows = canonicalOrder(kept, keys);
  let start = 0;
  const designed = places.map((f): DesignEffect => {
    const {codes, levels, slope} = used[f]!;
    const effect = {codes: takeCodes(codes, rows), levels, start, ...(slope && {slope: take(slope, rows)})};
    start += levels;
    return effect;
  });
  const group = profiled < 0 ? undefined : used[profiled]!;
  return {
    n: rows.length,
    rows,
    y: take(y, rows),
    x: x.map((column) => take(column, rows)),
    weights: weights && take(weights, rows),
    offset: offset && take(offset, rows),
    groupEnds: group ? endsOf(group, rows) : Int32Array.of(rows.length),
    groups: group?.levels ?? 1,
    profiled,
    effects: designed,
    effectPlaces: places,
    levels: start
  };
}

/** Renumbers the levels that kept rows have, in their order. */
function compact({codes, levels, slope}: FixedEffect, kept: Uint8Array): FixedEffect {
  const number = new Int32Array(levels).fill(-1);
  for (let r = 0; r < codes.length; r++) if (kept[r]) number[codes[r]!] = 0;
  let count = 0;
  for (let level = 0; level < levels; level++) if (number[level] === 0) number[level] = count++;
  if (count === levels) return {codes, levels, ...(slope && {slope})};
  const renumbered = new Int32Array(codes.length);
  for (let r = 0; r < codes.length; r++) renumbered[r] = kept[r] ? number[codes[r]!]! : 0;
  return {codes: renumbered, levels: count, ...(slope && {slope})};
}

/**
 * Kept rows in an order that does not depend on how they came. The last two effects nearly always tell all rows apart
 * (a pair and a year), and sorting by the others first is then lost work.
 */
function canonicalOrder(kept: Uint8Array, keys: readonly FixedEffect[]): Int32Array {
  if (keys.length < 3) return sortedRows(kept, keys);
  const last = keys.slice(-2);
  const rows = sortedRows(kept, last);
  return isToldApart(rows, last) ? rows : sortedRows(kept, keys);
}

/** Whether no two neighbours share the levels of all effects. */
function isToldApart(rows: Int32Array, effects: readonly FixedEffect[]): boolean {
  const [minor, major] = effects.map(({codes}) => takeCodes(codes, rows)) as [Int32Array, Int32Array];
  for (let at = 1; at < rows.length; at++) if (major[at] === major[at - 1] && minor[at] === minor[at - 1]) return false;
  return true;
}

/** Kept rows sorted by the last of the effects, ties by the one before it, and so on: counting sorts, so stable. */
function sortedRows(kept: Uint8Array, effects: readonly FixedEffect[]): Int32Array {
  let n = 0;
  for (let r = 0; r < kept.length; r++) n += kept[r]!;
  let rows = new Int32Array(n);
  for (let r = 0, at = 0; r < kept.length; r++) if (kept[r]) rows[at++] = r;
  let spare = new Int32Array(n);
  for (const {codes, levels} of effects) {
    if (isSorted(rows, codes)) continue;
    const codesHere = takeCodes(codes, rows);
    const places = new Int32Array(levels + 1);
    for (let at = 0; at < n; at++) places[codesHere[at]! + 1]!++;
    for (let level = 0; level < levels; level++) places[level + 1]! += places[level]!;
    for (let at = 0; at < n; at++) spare[places[codesHere[at]!]!++] = rows[at]!;
    [rows, spare] = [spare, rows];
  }
  return rows;
}

function isSorted(rows: Int32Array, codes: Int32Array): boolean {
  for (let at = 1; at < rows.length; at++) if (codes[rows[at]!]! < codes[rows[at - 1]!]!) return false;
  return true;
}

function endsOf({codes, levels}: FixedEffect, rows: Int32Array): Int32Array {
  const ends = new Int32Array(levels);
  for (let at = 0; at < rows.length; at++) ends[codes[rows[at]!]!] = at + 1;
  return ends;
}

function take(values: Float64Array, rows: Int32Array): Float64Array {
  const taken = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = values[rows[at]!]!;
  return taken;
}

function takeCodes(values: Int32Array, rows: Int32Array): Int32Array {
  const taken = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) taken[at] = values[rows[at]!]!;
  return taken;
}
