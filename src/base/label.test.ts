import {describe, expect, it} from "vitest";
import type {Basis} from "./figure.ts";
import {genitive} from "./genitive.ts";
import {basisLabel, basisShortLabel, flowLabel, type Naming} from "./label.ts";

const goods: Basis = {
  indicator: "turnover",
  kind: "level",
  economy: "BLR",
  partner: "RUS",
  reporter: "BLR",
  coverage: "goods",
  unit: "USD"
};
const names: Record<string, Record<string, string>> = {
  BLR: {en: "Belarus", ru: "Беларусь"},
  RUS: {en: "Russia", ru: "Россия"},
  USA: {en: "United States", ru: "Соединенные Штаты"}
};
const naming: Naming = {name: (id, language) => names[id]?.[language]};

describe("basisLabel()", () => {
  it("names the books and what is counted", () => {
    expect(basisLabel(goods, naming)).toBe("Belarus's books, goods");
    expect(basisLabel({...goods, coverage: "goods+services"}, naming, "ru")).toBe("учёт Беларуси, товары и услуги");
    expect(basisLabel({...goods, reporter: "USA"}, naming)).toBe("United States' books, goods");
  });

  it("says when the books are not stated", () => {
    const {reporter, ...rest} = goods;
    expect(reporter).toBe("BLR");
    expect(basisLabel(rest, naming)).toBe("books not stated, goods");
    expect(basisLabel(rest, naming, "ru")).toBe("учёт не указан, товары");
  });

  it("adds product, valuation, constant prices and a unit that is not the dollar", () => {
    const basis: Basis = {
      ...goods,
      product: {scheme: "HS", code: "27"},
      valuation: "cif",
      prices: {constant: 2023, deflator: "us-cpi"},
      unit: "RUB"
    };
    expect(basisLabel(basis, naming)).toBe("Belarus's books, goods, HS 27, CIF, constant 2023 prices, RUB");
  });

  it("falls back to the indicator for what is not trade", () => {
    expect(basisLabel({indicator: "projects_approved", kind: "count", unit: "1"})).toBe("projects approved");
  });

  it("keeps a nominative where the genitive is not known", () => {
    expect(basisLabel({...goods, reporter: "USA"}, naming, "ru")).toBe("учёт: Соединенные Штаты, товары");
  });
});

describe("basisShortLabel()", () => {
  it("is the code of the books and the coverage", () => {
    expect(basisShortLabel(goods)).toBe("BLR goods");
    expect(basisShortLabel({...goods, coverage: "goods+services"}, "ru")).toBe("BLR товары и услуги");
  });
});

describe("flowLabel()", () => {
  it("names both sides", () => {
    expect(flowLabel(goods, naming)).toBe("turnover of Belarus and Russia");
    expect(flowLabel({...goods, indicator: "exports"}, naming, "ru")).toBe("экспорт: Беларусь → Россия");
  });
});

describe("genitive()", () => {
  it.each([
    ["Беларусь", "Беларуси"],
    ["Россия", "России"],
    ["Казахстан", "Казахстана"],
    ["Китай", "Китая"],
    ["Америка", "Америки"],
    ["Перу", "Перу"],
    ["США", "США"]
  ])("of %s is %s", (name, wanted) => {
    expect(genitive(name)).toBe(wanted);
  });

  it("is not guessed for phrases", () => {
    expect(genitive("Южная Африка")).toBeUndefined();
  });
});
