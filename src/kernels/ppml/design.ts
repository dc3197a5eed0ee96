import type {FixedEffect, Problem} from "./problem.ts";
import {takeRows} from "./take-rows.ts";

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
  const rows = sortedRows(
    kept,
    [...(profiled < 0 ? [] : [profiled]), ...places].map((f) => used[f]!)
  );
  let start = 0;
  const designed = places.map((f): DesignEffect => {
    const {codes, levels, slope} = used[f]!;
    const effect = {
      codes: takeRows(codes, rows, Int32Array),
      levels,
      start,
      ...(slope && {slope: takeRows(slope, rows, Float64Array)})
    };
    start += levels;
    return effect;
  });
  const group = profiled < 0 ? undefined : used[profiled]!;
  return {
    n: rows.length,
    rows,
    y: takeRows(y, rows, Float64Array),
    x: x.map((column) => takeRows(column, rows, Float64Array)),
    weights: weights && takeRows(weights, rows, Float64Array),
    offset: offset && takeRows(offset, rows, Float64Array),
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

/** Groups longer than this are sorted by counting. */
const mostInserted = 64;

/**
 * Kept rows sorted by the first of the effects, ties by the second, and so on, then as they came. One counting sort by
 * the first and insertions within its levels where these are short, else counting sorts from the last effect on.
 */
function sortedRows(kept: Uint8Array, effects: readonly FixedEffect[]): Int32Array {
  let n = 0;
  for (let r = 0; r < kept.length; r++) n += kept[r]!;
  const rows = new Int32Array(n);
  for (let r = 0, at = 0; r < kept.length; r++) if (kept[r]) rows[at++] = r;
  const [first, ...others] = effects;
  if (!first) return rows;
  const sorted = sortedBy(rows.slice(), first);
  if (insertTies(sorted, first.codes, others)) return sorted;
  return [...effects].reverse().reduce(sortedBy, rows);
}

/** A counting sort, so stable. */
function sortedBy(rows: Int32Array, {codes, levels}: FixedEffect): Int32Array {
  if (isSorted(rows, codes)) return rows;
  const places = new Int32Array(levels + 1);
  for (let at = 0; at < rows.length; at++) places[codes[rows[at]!]! + 1]!++;
  for (let level = 0; level < levels; level++) places[level + 1]! += places[level]!;
  const sorted = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) sorted[places[codes[rows[at]!]!]!++] = rows[at]!;
  return sorted;
}

/** Sorts rows of one level by the other effects, in place; false where one would have to go far. */
function insertTies(rows: Int32Array, codes: Int32Array, others: readonly FixedEffect[]): boolean {
  const lists = others.map((effect) => effect.codes);
  const next = lists[0] ?? codes;
  let [level, highest] = [-1, -1];
  for (let at = 0, from = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const [own, other] = [codes[row]!, next[row]!];
    if (own !== level) from = at;
    else if (other <= highest) {
      let place = at;
      while (place > from && isBefore(lists, row, rows[place - 1]!)) {
        if (at - place > mostInserted) return false;
        rows[place] = rows[place - 1]!;
        --place;
      }
      rows[place] = row;
      continue;
    }
    [level, highest] = [own, other];
  }
  return true;
}

function isBefore(lists: readonly Int32Array[], one: number, other: number): boolean {
  for (let f = 0; f < lists.length; f++) {
    const distance = lists[f]![one]! - lists[f]![other]!;
    if (distance !== 0) return distance < 0;
  }
  return false;
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
