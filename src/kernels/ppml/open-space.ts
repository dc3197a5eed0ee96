import type {Random} from "../random.ts";
import type {Combinations, Work} from "./combinations.ts";
import type {RowSpace} from "./cone-support.ts";
import {zeroDirection} from "./conjugate-gradient.ts";
import type {Direction} from "./within.ts";

/** Combinations that are 0 on all rows with weight, as far as they differ on some of the other rows. */
export interface OpenSpace {
  /** Rows on which some combination is not 0, by their places in the design. */
  readonly rows: Int32Array;
  /** An orthonormal basis of the values on `rows`, with the combinations that make it; absent where it is too wide. */
  readonly basis: (RowSpace & {readonly directions: readonly Direction[]}) | undefined;
  /** Whether all solves went down to round-off. */
  readonly settled: boolean;
  /** Goes on with a basis that was too wide. */
  readonly widen?: (limits: Limits) => OpenSpace;
}

/** How far a basis is followed. */
export interface Limits {
  readonly columns: number;
  /** Rows times steps of the solves. */
  readonly visits: number;
}

/** Values of random combinations, which are about 1, that count as 0. */
export const nothing = 1e-9;
/** What effects and earlier columns leave of a column that they make. */
const dependence = 1e-7;

/** A combination that is as near to 0 on rows with weight as numbers go. */
export interface Polished {
  readonly v: Direction;
  readonly z: Float64Array;
  /** Largest value on rows with weight, and on those without. */
  readonly held: number;
  readonly free: number;
  /** Largest value at the start. */
  readonly scale: number;
}

/**
 * Takes off a combination what rows with weight can tell of it, by refinement. Its scale is that of the terms it is a sum
 * of; defaults to its largest value.
 */
export function polish(combinations: Combinations, start: Direction, size?: number): Polished {
  let best = measured(combinations, start, size);
  for (let round = 0; round < mostRounds; round++) {
    const {v, z, held, free, scale} = best;
    const isNothing = Math.max(held, free) <= nothing * scale;
    if (isNothing || held <= Math.max(1e-13 * free, 1e-15 * scale)) break;
    const isFirst = round === 0 && held > 1e-9 * scale;
    const part = isFirst ? combinations.closest(z, 1e-10) : combinations.closest(z, 1e-4, mostRefining);
    // Of round-off alone the solver may make levels that are large and cancel each other.
    if (!isFirst && largest(part) > 1e-3 * largest(v)) break;
    const next = measured(combinations, difference(v, part), scale);
    if (next.held < held) best = next;
    if (next.held > 0.3 * held) break;
  }
  return best;
}

const mostRounds = 8;
/** Steps of a solve that refines: what it has not found by then is round-off. */
const mostRefining = 400;

function largest({effects, beta}: Direction): number {
  let most = 0;
  for (const values of [effects, beta])
    for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at]!));
  return most;
}

function measured(combinations: Combinations, v: Direction, size?: number): Polished {
  const {w} = combinations.within;
  const z = combinations.values(v);
  let [held, free] = [0, 0];
  for (let r = 0; r < z.length; r++) {
    const value = Math.abs(z[r]!);
    if (w[r]! > 0) {
      if (value > held) held = value;
    } else if (value > free) free = value;
  }
  return {v, z, held, free, scale: size ?? Math.max(held, free)};
}

/**
 * Finds a basis of what rows with weight leave open on some of the others. A regressor that effects and earlier ones make
 * on rows with weight gives one combination (Correia, Guimarães and Zylkin 2019, arXiv:1903.01633, step 2 of their simplex
 * method); of the effects alone, random combinations are projected until one depends on those before.
 */
export function openSpace(
  combinations: Combinations,
  candidates: Int32Array,
  random: Random,
  {limits, work}: {limits: Limits; work: Work}
): OpenSpace {
  const {design} = combinations;
  const basis = makeBasis(candidates);
  let settled = true;
  /** Takes a combination up; false where it adds nothing. */
  const take = ({v, z, held, free, scale}: Polished): boolean => {
    if (free <= nothing * scale) return false;
    if (held <= nothing * free) return basis.add(v, z, held);
    settled = false;
    return false;
  };
  for (const {k, v} of combinations.dependent()) {
    const size = rootMeanSquare(design.x[k]!, combinations.within.w) || rootMeanSquare(design.x[k]!) || 1;
    const found = polish(combinations, scaled(v, 1 / size), 1);
    // A regressor that others nearly make on all rows is no combination that vanishes on some of them.
    if (found.held <= nothing * found.free) take(found);
  }
  /** Draws combinations of effects until one depends on those before, or the limits are reached. */
  const follow = ({columns, visits}: Limits): OpenSpace => {
    const end = work.visits + visits;
    // One random combination at least, for it tells which rows are open.
    while (design.levels > 0 && take(polish(combinations, randomDirection(combinations, random))))
      if (basis.columns.length > columns || work.visits > end)
        return {...basis.pack(true), settled, widen: (limits) => follow(limits)};
    const packed = basis.pack(false);
    return {...packed, settled: packed.settled && settled};
  };
  return follow(limits);
}

/** Standard normal coefficients of effects. */
function randomDirection({design}: Combinations, random: Random): Direction {
  const v = zeroDirection(design.levels, design.x.length);
  for (const {start, levels, slope} of design.effects) {
    const size = slope ? rootMeanSquare(slope) || 1 : 1;
    for (let level = start; level < start + levels; level++) v.effects[level] = random.normal() / size;
  }
  return v;
}

/** Root of the mean square, over rows with weight where weights are given. */
export function rootMeanSquare(column: Float64Array, w?: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let r = 0; r < column.length; r++) {
    const weight = w ? w[r]! : 1;
    sum += weight * column[r]! * column[r]!;
    count += weight;
  }
  return count > 0 ? Math.sqrt(sum / count) : 0;
}

/** Sizes below the first share of the largest are round-off, those above the second are not. */
const [surelyNoise, surelyOpen] = [1e-13, 1e-5];
/** How much larger the least that is no round-off must be than the largest that is. */
const clearGap = 100;

/** Parts sizes that are round-off from others at the widest gap between what is surely the one and the other. */
function split(sizes: Float64Array): {least: number; below: number; isClear: boolean} {
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const [low, high] = [surelyNoise * largest, surelyOpen * largest];
  const between = [low, ...sizes.filter((size) => size > low && size < high).sort(), high];
  let [widest, at] = [0, 0];
  for (let i = 1; i < between.length; i++) {
    const gap = between[i]! / between[i - 1]!;
    if (gap > widest) [widest, at] = [gap, i];
  }
  return {
    least: Math.sqrt(between[at - 1]! * between[at]!) || 0,
    below: between[at - 1] ?? 0,
    isClear: widest > clearGap || largest === 0
  };
}

/** An orthonormal basis that grows by columns (modified Gram-Schmidt, twice), with the combinations in step. */
function makeBasis(candidates: Int32Array) {
  const columns: Float64Array[] = [];
  const directions: Direction[] = [];
  let noise = 0;
  const add = (v: Direction, z: Float64Array, held: number): boolean => {
    const column = Float64Array.from(candidates, (r) => z[r]!);
    const before = norm(column);
    for (let pass = 0; pass < 2; pass++)
      columns.forEach((other, j) => {
        const part = product(other, column);
        for (let i = 0; i < column.length; i++) column[i]! -= part * other[i]!;
        subtract(v, part, directions[j]!);
      });
    const length = norm(column);
    if (length <= dependence * before) return false;
    for (let i = 0; i < column.length; i++) column[i]! /= length;
    for (let level = 0; level < v.effects.length; level++) v.effects[level]! /= length;
    for (let k = 0; k < v.beta.length; k++) v.beta[k]! /= length;
    columns.push(column);
    directions.push(v);
    noise = Math.max(noise, held / length);
    return true;
  };
  const pack = (isWide: boolean): OpenSpace => {
    const sizes = Float64Array.from(candidates, (_, i) =>
      columns.reduce((most, column) => Math.max(most, Math.abs(column[i]!)), 0)
    );
    const {least, below, isClear} = split(sizes);
    const places = Array.from(sizes.keys()).filter((i) => sizes[i]! > least);
    const rows = Int32Array.from(places, (i) => candidates[i]!);
    if (isWide) return {rows, basis: undefined, settled: isClear};
    const [m, d] = [rows.length, columns.length];
    const q = new Float64Array(m * d);
    places.forEach((place, i) => {
      for (let k = 0; k < d; k++) q[i * d + k] = columns[k]![place]!;
    });
    return {rows, basis: {q, m, d, noise: Math.max(noise, below), directions}, settled: isClear};
  };
  return {columns, add, pack};
}

function scaled({effects, beta}: Direction, factor: number): Direction {
  return {effects: effects.map((value) => factor * value), beta: beta.map((value) => factor * value)};
}

/** a − b. */
export function difference(a: Direction, b: Direction): Direction {
  return {
    effects: a.effects.map((value, level) => value - b.effects[level]!),
    beta: a.beta.map((value, k) => value - b.beta[k]!)
  };
}

/** v − factor · other, in place. */
function subtract(v: Direction, factor: number, other: Direction): void {
  for (let level = 0; level < v.effects.length; level++) v.effects[level]! -= factor * other.effects[level]!;
  for (let k = 0; k < other.beta.length; k++) v.beta[k]! -= factor * other.beta[k]!;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function norm(a: Float64Array): number {
  return Math.sqrt(product(a, a));
}
