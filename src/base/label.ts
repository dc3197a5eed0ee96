import type {Basis, Coverage} from "./figure.ts";
import {genitive} from "./genitive.ts";

/** Languages that Concord speaks. */
export const languages = ["en", "ru"] as const;
export type Language = (typeof languages)[number];

/** Whatever knows what an entity is called: a gazetteer, or a pack's own entities. */
export interface Naming {
  name(id: string, language: Language): string | undefined;
}

const coverageNames: Record<Language, Record<Coverage, string>> = {
  en: {goods: "goods", services: "services", "goods+services": "goods + services", unstated: "coverage not stated"},
  ru: {goods: "товары", services: "услуги", "goods+services": "товары и услуги", unstated: "охват не указан"}
};

const words = {
  en: {
    noBooks: "books not stated",
    constant: (year: number) => `constant ${year} prices`,
    turnover: "turnover",
    exports: "exports",
    balance: "balance"
  },
  ru: {
    noBooks: "учёт не указан",
    constant: (year: number) => `постоянные цены ${year} г.`,
    turnover: "товарооборот",
    exports: "экспорт",
    balance: "сальдо"
  }
} as const;

/** What an entity is called, or its code where nobody knows a name. */
export function entityName(id: string, naming?: Naming, language: Language = "en"): string {
  return naming?.name(id, language) ?? id;
}

/** Whose numbers: "Belarus's books", «учёт Беларуси», or that it is not stated. */
export function booksLabel(reporter: string | undefined, naming?: Naming, language: Language = "en"): string {
  if (reporter === undefined) return words[language].noBooks;
  const name = entityName(reporter, naming, language);
  if (language === "en") return `${possessive(name)} books`;
  const form = genitive(name);
  return form ? `учёт ${form}` : `учёт: ${name}`;
}

/** Names of countries that are plurals take the bare apostrophe. */
function possessive(name: string): string {
  return /(States|lands|Emirates|Philippines|Bahamas|Maldives|Seychelles|Comoros)$/.test(name)
    ? `${name}'`
    : `${name}'s`;
}

/** What is counted: "goods", "goods + services", «товары и услуги». */
export function coverageLabel(coverage: Coverage, language: Language = "en"): string {
  return coverageNames[language][coverage];
}

/** The basis of a number in words, without its indicator: "Belarus's books, goods"; «учёт Беларуси, товары». */
export function basisLabel(basis: Basis, naming?: Naming, language: Language = "en"): string {
  const books = basis.reporter || basis.coverage ? [booksLabel(basis.reporter, naming, language)] : [];
  const parts = [...books, ...qualifiers(basis, language)];
  return parts.length > 0 ? parts.join(", ") : basis.indicator.replaceAll("_", " ");
}

/** The basis of a number for table heads and charts: "BLR goods"; "goods" where the books are not stated. */
export function basisShortLabel(basis: Basis, language: Language = "en"): string {
  const [first, ...others] = qualifiers(basis, language);
  const head = [basis.reporter, first].filter((part) => part !== undefined).join(" ");
  return [head || basis.indicator.replaceAll("_", " "), ...others].join(", ");
}

/** What is measured between whom: "exports of Russia to Belarus", «экспорт: Россия → Беларусь». */
export function flowLabel(basis: Basis, naming?: Naming, language: Language = "en"): string {
  const known = words[language] as Readonly<Record<string, unknown>>;
  const word = known[basis.indicator];
  const what = typeof word === "string" ? word : basis.indicator.replaceAll("_", " ");
  if (!basis.economy || !basis.partner) return what;
  const [a, b] = [entityName(basis.economy, naming, language), entityName(basis.partner, naming, language)];
  if (basis.indicator === "turnover") return language === "en" ? `${what} of ${a} and ${b}` : `${what}: ${a} – ${b}`;
  return language === "en" ? `${what} of ${a} to ${b}` : `${what}: ${a} → ${b}`;
}

const valuationNames = {en: {fob: "FOB", cif: "CIF"}, ru: {fob: "ФОБ", cif: "СИФ"}} as const;

/** "FOB" or "CIF" where it is stated: at most one word. */
export function valuationWords(valuation: Basis["valuation"], language: Language = "en"): string[] {
  return valuation === "fob" || valuation === "cif" ? [valuationNames[language][valuation]] : [];
}

function qualifiers({coverage, product, valuation, prices, unit}: Basis, language: Language): string[] {
  return [
    ...(coverage ? [coverageLabel(coverage, language)] : []),
    ...(product ? [`${product.scheme} ${product.code}`] : []),
    ...valuationWords(valuation, language),
    ...(typeof prices === "object" ? [words[language].constant(prices.constant)] : []),
    ...(coverage && unit !== "USD" ? [unit] : []) // trade is in dollars unless it is said
  ];
}
