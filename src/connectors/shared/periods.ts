import {ConcordError} from "../../base/errors.ts";
import {isPeriod, monthsIn, monthsPeriod, type Period, parsePeriod, yearOf} from "../../base/period.ts";

/** The years that words as 2019, 2019/2023 name, in order, each once. */
export function yearsOf(words: readonly string[]): number[] {
  return spread(words, 12).map(yearOf);
}

/** The months or years that words name: all months where a word names months, else years. */
export function periodsOf(words: readonly string[]): {readonly unit: "year" | "month"; readonly periods: Period[]} {
  const isMonthly = words.some((word) => isPeriod(word) && (monthsIn(parsePeriod(word)) ?? 1) % 12 !== 0);
  return {unit: isMonthly ? "month" : "year", periods: spread(words, isMonthly ? 1 : 12)};
}

function spread(words: readonly string[], length: number): Period[] {
  const all = words.flatMap((word) => parts(word, length));
  const unique = new Map(all.map((period) => [period.text, period]));
  return [...unique.values()].sort((a, b) => a.start - b.start);
}

function parts(word: string, length: number): Period[] {
  const period = isPeriod(word) ? parsePeriod(word) : undefined;
  const months = period && monthsIn(period);
  if (!period || months === undefined || months % length !== 0) {
    const wanted = length === 12 ? "whole years as 2023 or 2019/2023" : "months as 2023-06 or 2023-01/2023-12";
    throw new ConcordError("invalid_query", `Period "${word}" cannot be asked for, wanted ${wanted}`, {
      details: {hint: "give --period as 2023, 2019/2023 or 2023-06"}
    });
  }
  const first = new Date(period.start * 86_400_000);
  return Array.from({length: months / length}, (_, index) =>
    monthsPeriod(first.getUTCFullYear(), first.getUTCMonth() + 1 + index * length, length)
  );
}
