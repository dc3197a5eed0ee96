import {interval, meant, rounding} from "../../base/interval.ts";
import type {Token} from "../text/words.ts";
import type {Lexemes} from "./lexemes.ts";
import {times} from "./numerals.ts";
import type {Quantity} from "./quantity.ts";

/** In "from 5 to 7 billion" and "22.6 and 23.9 billion" the first number takes scale and unit from the second. */
export function lendUnits(tokens: readonly Token[], found: readonly Quantity[]): Quantity[] {
  return found.map((quantity, i) => {
    const next = found[i + 1];
    if (
      !next ||
      quantity.unit !== "1" ||
      next.unit === "1" ||
      next.unit === "x" ||
      quantity.isScaled ||
      quantity.inWords
    )
      return quantity;
    if (!isJoint(tokens, quantity.to, next.from)) return quantity;
    const factor = next.unit === "%" || next.unit === "pp" ? 1 : scaleOf(next);
    const step = times(quantity.step, factor);
    const value = times(quantity.value, factor);
    const isBounded = quantity.bound !== "exact";
    return {
      ...quantity,
      value,
      step,
      unit: next.unit,
      units: next.units,
      meant: isBounded ? meant(value, quantity.bound, step) : rounding(value, step),
      borrowed: true
    };
  });
}

/** "From 5 to 7 per cent", "between 3 and 4 billion", «от 5 до 7 %» are one range, unless a change leads from one to the other. */
export function joinRanges(tokens: readonly Token[], lexemes: Lexemes, found: readonly Quantity[]): Quantity[] {
  const joined: Quantity[] = [];
  for (let i = 0; i < found.length; ++i) {
    const [a, b] = [found[i]!, found[i + 1]];
    if (b && isRangePair(tokens, lexemes, a, b)) {
      joined.push({
        ...b,
        from: a.from,
        core: a.core,
        value: (a.value + b.value) / 2,
        meant: interval(a.value, b.value),
        isRange: true
      });
      ++i;
    } else joined.push(a);
  }
  return joined;
}

function isRangePair(tokens: readonly Token[], lexemes: Lexemes, a: Quantity, b: Quantity): boolean {
  if (a.unit !== b.unit || a.value >= b.value || a.isRange || b.isRange || a.unit === "x") return false;
  const between = tokens
    .slice(a.to, b.from)
    .map((token) => token.lower)
    .join(" ");
  const before = tokens[a.from - 1]?.lower ?? "";
  if (before === "between" || before === "между") return between === "and" || between === "и";
  if (between !== "to" && between !== "до") return false;
  const changes = [...lexemes.tagged("up"), ...lexemes.tagged("down")].some(
    (l) => l.to <= a.from && a.from - l.to <= 3
  );
  return (
    before === "от" || (before === "from" ? !changes && a.borrowed === true : !changes && !lexemes.before("by", a.from))
  );
}

/** Only "to", "and", a comma or the like stands between two numbers. */
function isJoint(tokens: readonly Token[], from: number, to: number): boolean {
  const between = tokens.slice(from, to).map((token) => token.lower);
  return (
    between.length <= 2 &&
    between.every((word) => /^(?:to|and|up|до|и|,|almost|nearly|over|about|почти)$/.test(word)) &&
    between.length > 0
  );
}

/** The power of a thousand behind a number as written: its step, freed of its decimals. */
function scaleOf({value, step}: Quantity): number {
  for (const scale of [1e12, 1e9, 1e6, 1e3])
    if (Math.abs(value) >= scale && step >= scale / 1e4 && value / scale < 1e5) return scale;
  return 1;
}
