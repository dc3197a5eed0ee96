import {describe, expect, it} from "vitest";
import {type GravityWarning, warningCodes} from "../../gravity/output.ts";
import {warningText} from "./words.ts";

const warning = (code: GravityWarning["code"]): GravityWarning => ({
  code,
  text: "in English",
  name: "граница",
  count: 7,
  steps: [2, 5]
});

describe("warningText()", () => {
  it.each(warningCodes)("says %s in Russian, all of it", (code) => {
    const text = warningText(warning(code), "ru");
    expect(text).toMatch(/^[а-я]/);
    expect(text.replace(/\(Egger[^)]*\)|--[a-z-]+|PPML/g, "")).not.toMatch(/[A-Za-z]/);
    expect(warningText(warning(code), "en")).toBe("in English");
  });

  it.each([
    [{...warning("interval-data"), steps: [3, 3] as [number, number]}, "данные за каждый 3-й год: "],
    [warning("interval-data"), "данные с шагом от 2 до 5 лет: "],
    [warning("few-clusters"), "кластеров по граница: 7; когда их меньше 30"],
    [warning("no-domestic-trade"), "эффект граница"]
  ])("names what it is about", (one, words) => {
    expect(warningText(one, "ru")).toContain(words);
  });
});
