import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {fold} from "./stems.ts";
import {formatAmount, isCurrency, type UnitWord, unitSign, unitWords} from "./units.ts";

const unitsOf = (words: string) => unitWords.filter((one: UnitWord) => one.words === words).flatMap((one) => one.units);

describe("unitWords", () => {
  test.each([
    ["$", ["USD"]],
    ["us $", ["USD"]],
    ["usd", ["USD"]],
    ["dollars", ["USD"]],
    ["долл", ["USD"]],
    ["€", ["EUR"]],
    ["евро", ["EUR"]],
    ["rubles", ["RUB", "BYN"]],
    ["roubles", ["RUB", "BYN"]],
    ["рубл*", ["RUB", "BYN"]],
    ["belarusian rubles", ["BYN"]],
    ["белорусск* рубл*", ["BYN"]],
    ["российск* рубл*", ["RUB"]],
    ["br", ["BYN", "ETB"]],
    ["shillings", ["KES", "UGX", "TZS", "SOS"]],
    ["ksh", ["KES"]],
    ["ush", ["UGX"]],
    ["£", ["GBP"]],
    ["₹", ["INR"]],
    ["tonnes", ["t"]],
    ["куб м", ["m3"]],
    ["квт ч", ["kW.h"]],
    ["thousand cubic metres", ["1000m3"]],
    ["%", ["%"]],
    ["percentage points", ["pp"]],
    ["процентн* пункт*", ["pp"]]
  ])("%s means %j", (words, units) => {
    expect(unitsOf(words)).toEqual(units);
  });

  test("are folded phrases of currencies or physical units, none of them twice", () => {
    const physical = /^(%|pp|t|kg|g|m3|1000m3|L|bbl|bbl\/d|MMBtu|kW\.h|kW|m|km|\[mi_i\]|km2|m2|ha|t\.km|TEU)$/;
    for (const {words, units, factor, prefix, suffix} of unitWords) {
      expect(words).toBe(fold(words).replaceAll(/\s+/g, " ").trim());
      expect(units.filter((unit) => !isCurrency(unit) && !physical.test(unit))).toEqual([]);
      expect(factor === undefined || factor > 0).toBe(true);
      expect(prefix || suffix).toBe(true);
    }
    const seen = new Map<string, number>();
    for (const {words} of unitWords) seen.set(words, (seen.get(words) ?? 0) + 1);
    expect([...seen].filter(([, count]) => count > 1)).toEqual([]);
  });

  test("say what one is worth in the unit", () => {
    const factorOf = (words: string) => unitWords.find((one) => one.words === words)?.factor;
    expect(["bcm", "twh", "kt", "mt", "tonnes", "basis points"].map(factorOf)).toEqual([
      1e9,
      1e9,
      1e3,
      1e6,
      undefined,
      0.01
    ]);
  });

  test("want capitals for bare codes, which are words too", () => {
    expect(unitWords.find(({words}) => words === "all")?.upper).toBe(true);
    expect(unitWords.find(({words}) => words === "dollars")?.upper).toBeUndefined();
  });

  test("stand longest first", () => {
    const lengths = unitWords.map(({words}) => words.split(" ").length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
  });
});

test("isCurrency() knows present and past codes and XXX", () => {
  expect(["USD", "BYN", "BYR", "DEM", "XXX", "XDR"].every(isCurrency)).toBe(true);
  expect(["t", "%", "usd", "ABC", ""].some(isCurrency)).toBe(false);
});

describe("formatAmount()", () => {
  test.each([
    [33.3e9, "USD", "33.3 bn USD", "33,3 млрд долл."],
    [-1.25e6, "EUR", "-1.25 mn EUR", "-1,25 млн евро"],
    [3e12, "RUB", "3 tn RUB", "3 трлн рос. руб."],
    [999_960_000, "USD", "1 bn USD", "1 млрд долл."],
    [999_400, "USD", "999,400 USD", "999\u00a0400 долл."],
    [7.34, "%", "7.34%", "7,34 %"],
    [1234.5, "%", "1,235%", "1\u00a0235 %"],
    [0.5, "pp", "0.5 pp", "0,5 п.п."],
    [989, "1", "989", "989"],
    [0, "t", "0 t", "0 т"],
    [20e9, "m3", "20 bn m³", "20 млрд м³"],
    [2.63, "BYN/USD", "2.63 BYN/USD", "2,63 бел. руб./долл."],
    [5.4e10, "XXX", "54 bn (currency not stated)", "54 млрд (валюта не указана)"]
  ])("%d %s", (value, unit, en, ru) => {
    expect(formatAmount(value, unit, "en")).toBe(en);
    expect(formatAmount(value, unit, "ru")).toBe(ru);
  });

  test("keeps as many significant digits as asked for", () => {
    expect(formatAmount(11_597_623_421, "USD", "en", {digits: 5})).toBe("11.598 bn USD");
    expect(formatAmount(11_597_623_421, "USD", "en", {digits: 1})).toBe("12 bn USD");
  });

  test("reads back within half a unit of its last digit", () => {
    const amount = fc.double({min: 1, max: 1e14, noNaN: true});
    fc.assert(
      fc.property(amount, fc.integer({min: 1, max: 8}), (value, digits) => {
        const [number, scale] = formatAmount(value, "1", "en", {digits}).replaceAll(",", "").split(" ") as [
          string,
          string?
        ];
        const read = Number(number) * ({tn: 1e12, bn: 1e9, mn: 1e6}[scale ?? ""] ?? 1);
        expect(Math.abs(read - value)).toBeLessThanOrEqual(
          0.5000001 * 10 ** (Math.ceil(Math.log10(value)) - digits) + 1e-9 * value
        );
      })
    );
  });
});

test("unitSign() writes both sides of a quotient", () => {
  expect(unitSign("RUB/1000m3")).toBe("RUB/1,000 m³");
  expect(unitSign("USD/1000m3", "ru")).toBe("долл./1000 м³");
});
