import {type Combinations, makeCombinations, type Work} from "./combinations.ts";
import {polish} from "./open-space.ts";
import type {Direction} from "./within.ts";

/** One combination that proves all rows found so far. */
export interface Certificate {
  /** 1 for rows that are proved, by their places in the design. */
  readonly isLifted: Uint8Array;
  /** Values by place; empty before the first proof. */
  z: Float64Array;
  direction: Direction | undefined;
  error: number;
}

/** Largest value of a certificate on a row that should have 0, its largest being 1. */
const exact = 1e-8;
/** How many times larger than that its values must be on the rows it is for, and how large at least. */
const clear = 100;
const least = 1e-12;

/**
 * Proves rows by a combination, evaluated anew row by row: it must be above 0 on all of them and 0 on all rows that are
 * not proved yet. It is first made exact if need be. What it does to rows proved before, enough of their certificate
 * makes good. False, and nothing changed, where it is no proof.
 */
export function proveRows(
  certificate: Certificate,
  {combinations, rows, v, work}: {combinations: Combinations; rows: readonly number[]; v: Direction; work: Work}
): boolean {
  const {isLifted} = certificate;
  const isNew = new Uint8Array(isLifted.length);
  for (const r of rows) isNew[r] = 1;
  let next = tested(combinations.values(v), isLifted, isNew);
  let direction = v;
  if (next.error > (exact / 100) * next.largest) {
    const held = Float64Array.from(isLifted, (one, r) => (one || isNew[r] ? 0 : 1));
    const exactly = polish(makeCombinations(combinations.design, held, {work}), v);
    const again = tested(exactly.z, isLifted, isNew);
    if (again.error / again.largest < next.error / next.largest) [next, direction] = [again, exactly.v];
  }
  const {z, error, largest, lowest} = next;
  if (!(error <= exact * largest && lowest > clear * error && lowest > least * largest)) return false;
  add(certificate, {z, direction, largest, isNew});
  return true;
}

/** Largest and least value on new rows, and the largest size on rows that should have 0. */
function tested(z: Float64Array, isLifted: Uint8Array, isNew: Uint8Array) {
  let [error, largest, lowest] = [0, 0, Number.POSITIVE_INFINITY];
  for (let r = 0; r < z.length; r++) {
    if (isNew[r]) {
      largest = Math.max(largest, z[r]!);
      lowest = Math.min(lowest, z[r]!);
    } else if (!isLifted[r]) error = Math.max(error, Math.abs(z[r]!));
  }
  return {z, error, largest, lowest};
}

/** Mixes a combination into the certificate, whose largest value stays 1. */
function add(
  certificate: Certificate,
  {z, direction, largest, isNew}: {z: Float64Array; direction: Direction; largest: number; isNew: Uint8Array}
): void {
  const {isLifted} = certificate;
  const n = z.length;
  let lack = 0;
  for (let r = 0; r < n; r++) if (isLifted[r]) lack = Math.max(lack, -z[r]! / largest / certificate.z[r]!);
  const [old, share] = [1 + 2 * lack, 1 / largest];
  const mixed = new Float64Array(n);
  for (let r = 0; r < n; r++) {
    mixed[r] = old * (certificate.z[r] ?? 0) + share * z[r]!;
    if (isNew[r]) isLifted[r] = 1;
  }
  let [top, error] = [0, 0];
  for (let r = 0; r < n; r++)
    if (isLifted[r]) top = Math.max(top, mixed[r]!);
    else error = Math.max(error, Math.abs(mixed[r]!));
  const before = certificate.direction;
  const mix = (to: Float64Array, from: Float64Array | undefined) =>
    to.map((value, at) => (old * (from?.[at] ?? 0) + share * value) / top);
  certificate.direction = {
    effects: mix(direction.effects, before?.effects),
    beta: mix(direction.beta, before?.beta)
  };
  certificate.z = mixed.map((value) => value / top);
  certificate.error = error / top;
}
