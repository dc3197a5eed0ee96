/** One measured number, with what it is held against. */
export interface Measured {
  readonly name: string;
  /** Median over the runs, or the percentile that the name says; infinite where the work failed. */
  readonly median: number;
  readonly unit: "s" | "ms" | "kB" | "MB" | "MB/s" | "words/s" | "×" | "%";
  readonly runs: number;
  /** What is wanted: at most so many seconds or bytes, at least so much a second. */
  readonly target?: number;
  /** What is wanted where neither less nor more is better: the ends of a range. */
  readonly range?: readonly [low: number, high: number];
  /** Another way to do part of the work, measured in the same run, and how many times the median that is. */
  readonly against?: {readonly name: string; readonly ratio: number};
}

/** Whether a measured number reaches its target; true where none is set. */
export function reaches({median, unit, target, range}: Measured): boolean {
  if (range) return range[0] <= median && median <= range[1];
  return target === undefined || (isCost(unit) ? median <= target : median >= target);
}

/** Whether less is better. */
function isCost(unit: Measured["unit"]): boolean {
  return ["s", "ms", "kB", "MB"].includes(unit);
}

/** The middle of an odd number of values, the mean of the two middle ones of an even number. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A plain table, one measured number a line. */
export function formatTable(all: readonly Measured[]): string {
  const rows = [
    ["what", "median", "target", "", "against", "ratio", "runs"],
    ...all.map((one) => [
      one.name,
      amount(one.median, one.unit),
      wantedOf(one),
      wantedOf(one) === "" ? "" : reaches(one) ? "reached" : "missed",
      one.against?.name ?? "",
      one.against ? one.against.ratio.toPrecision(2) : "",
      String(one.runs)
    ])
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd()
    )
    .join("\n");
}

function wantedOf({target, range, unit}: Measured): string {
  if (range) return `${range[0]}–${range[1]} ${unit}`;
  return target === undefined ? "" : `${isCost(unit) ? "≤" : "≥"} ${amount(target, unit)}`;
}

function amount(value: number, unit: Measured["unit"]): string {
  if (!Number.isFinite(value)) return "failed";
  if (unit === "s" && value < 0.1) return `${(1000 * value).toPrecision(2)} ms`;
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toLocaleString("en", {maximumFractionDigits: digits, minimumFractionDigits: digits})} ${unit}`;
}
