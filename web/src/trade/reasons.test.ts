import {describe, expect, it} from "vitest";
import type {Figure} from "../../../src/base/figure.ts";
import {gapReasonCodes} from "../../../src/base/gap-reasons.ts";
import type {Gap} from "../../../src/turnover/output.ts";
import {reasonTexts} from "./reasons.ts";

const figure = (reporter: string, fields: Partial<Figure>, coverage: "goods" | "goods+services" = "goods") =>
  ({
    basis: {indicator: "exports", kind: "level", unit: "USD", reporter, coverage},
    value: 1,
    evidence: "sourced",
    ...fields
  }) as Figure;

function gap(code: Gap["reasons"][number]["code"], fields: Partial<Gap> = {}): Gap {
  return {
    direction: "AAA>BBB",
    exporterFigure: figure("AAA", {}),
    importerFigure: figure("BBB", {evidence: "unverified"}, "goods+services"),
    reasons: [{code, text: "BBB has no figure here"}],
    ...fields
  } as Gap;
}

const names = {
  nameOf: (id: string) => ({AAA: "Аландия", BBB: "Беландия"})[id] ?? id,
  booksOf: (id?: string) => `учёт ${id}`
};

describe("reasonTexts()", () => {
  it("takes English from the answer, with names for codes", () => {
    expect(reasonTexts(gap("one-sided"), {...names, language: "en"})).toEqual(["Беландия has no figure here"]);
  });

  it.each(gapReasonCodes)("says %s in Russian without a word of English", (code) => {
    const [text] = reasonTexts(gap(code), {...names, language: "ru", booksOf: () => "учёт Беландии"});
    expect(text).toMatch(/^[А-Я]/);
    expect(text).not.toMatch(/[A-Za-z]/);
  });

  it.each([
    [gap("unverified"), "У числа нет проверенного источника: учёт BBB"],
    [gap("scope"), "Стороны считают разное: товары – товары и услуги"],
    [gap("one-sided", {exporterFigure: null}), "У одной из сторон нет числа: Аландия"],
    [
      gap("closed", {importerFigure: figure("BBB", {value: null, status: "closed"})}),
      "Одна из сторон закрыла данные: Беландия"
    ]
  ])("names whom it is about", (one, text) => {
    expect(reasonTexts(one, {...names, language: "ru"})).toEqual([text]);
  });
});
