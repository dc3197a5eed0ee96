import {parseCsv} from "../../base/csv.ts";
import {ConcordError} from "../../base/errors.ts";
import {groupBy} from "../../base/group-by.ts";

/** One step from a code of one classification to a code of another. */
export interface Step {
  readonly from: string;
  readonly to: string;
  /** Part of what is booked under `from` that goes to `to`; from 0 to 1. */
  readonly weight: number;
}

/**
 * A weighted way from one classification to another. It says nothing about the way back: that is another table, with
 * weights of its own.
 */
export interface Concordance {
  readonly from: string;
  readonly to: string;
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** Codes that were split into equal parts, because the table has no weights. */
  readonly equallySplit: readonly string[];
}

/** Which columns of a table mean what. */
export interface ConcordanceColumns {
  readonly from: string;
  readonly to: string;
  /** Absent when the table has no weights: a code with several targets is then split into equal parts. */
  readonly weight?: string;
}

/** Weights of one code may sum to 1 give or take the rounding of printed weights. */
const slack = 1e-6;

/**
 * Reads a concordance from CSV. Steps that repeat, weights that are none, and codes whose weights sum to more than 1
 * are one error; sums below 1 are allowed, since a part may have no counterpart.
 */
export function parseConcordance(
  text: string,
  file: string,
  {from, to, columns}: {from: string; to: string; columns: ConcordanceColumns}
): Concordance {
  const csv = parseCsv(text);
  const head = csv.cells(0).map((name) => name.replace(/^\uFEFF/, "").trim());
  const at = (name: string) => {
    const index = head.indexOf(name);
    if (index < 0)
      throw new ConcordError("bad_data", `${file}:1: found the columns ${head.join(", ")}, wanted also "${name}"`);
    return index;
  };
  const [fromAt, toAt] = [at(columns.from), at(columns.to)];
  const weightAt = columns.weight === undefined ? undefined : at(columns.weight);
  const rows = Array.from({length: csv.length - 1}, (_, row) => csv.cells(row + 1)).filter((cells) => cells.length > 1);
  const raw = rows.map((cells, row) => ({
    from: cells[fromAt]!.trim(),
    to: cells[toAt]!.trim(),
    weight: weightAt === undefined ? undefined : weightOf(cells[weightAt]!, `${file}:${row + 2}`)
  }));
  return build(raw, file, from, to);
}

function weightOf(cell: string, place: string): number {
  const weight = Number(cell);
  if (cell.trim() === "" || !(weight >= 0 && weight <= 1))
    throw new ConcordError("bad_data", `${place}: found the weight "${cell}", wanted a number from 0 to 1`);
  return weight;
}

function build(
  raw: readonly {from: string; to: string; weight: number | undefined}[],
  file: string,
  from: string,
  to: string
): Concordance {
  const steps = new Map<string, Step[]>();
  const equallySplit: string[] = [];
  for (const [code, group] of groupBy(raw, (row) => row.from)) {
    const targets = group.filter(({to: target}) => target !== "");
    const doubled = targets.find((row, index) => targets.findIndex((other) => other.to === row.to) < index);
    if (doubled)
      throw new ConcordError("bad_data", `${file}: found the step ${code} to ${doubled.to} twice, wanted it once`);
    const list = targets.map(({to: target, weight}) => ({
      from: code,
      to: target,
      weight: weight ?? 1 / targets.length
    }));
    const sum = list.reduce((total, {weight}) => total + weight, 0);
    if (sum > 1 + slack)
      throw new ConcordError("bad_data", `${file}: found weights of ${code} that sum to ${sum}, wanted at most 1`);
    if (targets.length > 1 && targets[0]!.weight === undefined) equallySplit.push(code);
    steps.set(code, list);
  }
  return {from, to, steps, equallySplit};
}

/** Values in another classification, and what could not be carried over. */
export interface Converted {
  readonly values: ReadonlyMap<string, number>;
  /** By code of the first classification: what has no counterpart. Nothing of it is in `values`. */
  readonly unmapped: ReadonlyMap<string, number>;
}

/** Carries values from one classification to another; values and unmapped ones together sum to what was given. */
export function convertCodes(values: ReadonlyMap<string, number>, {steps}: Concordance): Converted {
  const converted = new Map<string, number>();
  const unmapped = new Map<string, number>();
  for (const [code, value] of values) {
    const list = steps.get(code) ?? [];
    const share = list.reduce((sum, {weight}) => sum + weight, 0);
    for (const {to, weight} of list) converted.set(to, (converted.get(to) ?? 0) + value * weight);
    if (share < 1 - slack) unmapped.set(code, value * (1 - share));
  }
  return {values: converted, unmapped};
}
