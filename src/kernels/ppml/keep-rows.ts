import type {FixedEffect} from "./problem.ts";

/** Which rows an estimation can use, and why it cannot use the others. */
export interface KeptRows {
  /** 1 for rows that stay. */
  readonly kept: Uint8Array;
  readonly count: number;
  /** Rows of levels in which y is zero throughout: their effect has no finite estimate, and they say nothing. */
  readonly zeroGroups: number;
  /** Rows that are alone in a level: the effect fits them whatever the rest is. */
  readonly singletons: number;
}

/** What makes a row useless. */
export interface KeepOptions {
  /** Drops levels in which y is zero throughout, as Poisson models must. */
  readonly zeroGroups: boolean;
  /** Drops rows alone in a level. */
  readonly singletons: boolean;
  /** Rows that are left out from the start, by their numbers; they count as none of the others. */
  readonly leftOut?: ArrayLike<number>;
}

/**
 * Finds the rows that stay when rows of all-zero levels and rows alone in a level are dropped, again and again until
 * none is left (Correia, Guimarães and Zylkin 2020, doi:10.1177/1536867X20909691). Effects with a slope are left out.
 */
export function keepRows(y: Float64Array, effects: readonly FixedEffect[], options: KeepOptions): KeptRows {
  const n = y.length;
  const kept = new Uint8Array(n).fill(1);
  const {leftOut = []} = options;
  for (let at = 0; at < leftOut.length; at++) kept[leftOut[at]!] = 0;
  const started = kept.reduce((count, one) => count + one, 0);
  const plain = effects.filter(({slope}) => slope === undefined);
  const counts = plain.map(({levels}) => new Int32Array(levels));
  const positive = plain.map(({levels}) => new Int32Array(levels));
  let [zeroGroups, singletons] = [0, 0];
  for (let changed = true; changed; ) {
    changed = false;
    plain.forEach(({codes}, f) => {
      tally(codes, y, kept, counts[f]!, positive[f]!);
      for (let r = 0; r < n; r++) {
        if (!kept[r]) continue;
        const level = codes[r]!;
        const isZero = options.zeroGroups && positive[f]![level] === 0;
        const isSingle = options.singletons && counts[f]![level] === 1;
        if (!isZero && !isSingle) continue;
        kept[r] = 0;
        changed = true;
        if (isZero) ++zeroGroups;
        else ++singletons;
      }
    });
    if (!options.singletons) break; // A level that keeps a positive y keeps its rows.
  }
  return {kept, count: started - zeroGroups - singletons, zeroGroups, singletons};
}

function tally(codes: Int32Array, y: Float64Array, kept: Uint8Array, counts: Int32Array, positive: Int32Array): void {
  counts.fill(0);
  positive.fill(0);
  for (let r = 0; r < codes.length; r++)
    if (kept[r]) {
      const level = codes[r]!;
      counts[level]!++;
      if (y[r]! > 0) positive[level]!++;
    }
}
