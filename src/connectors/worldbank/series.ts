import type {Basis} from "../../base/figure.ts";

/** What a series measures: all of a basis but the economy. */
type Meaning = Omit<Basis, "economy">;

const money = {kind: "level", prices: "current", unit: "USD"} as const;
const trade = {...money, partner: "WLD", valuation: "unstated"} as const;

/** Series whose meaning the house has a word for. */
const known: Readonly<Record<string, Meaning>> = {
  "NY.GDP.MKTP.CD": {indicator: "gdp", ...money},
  "NY.GDP.PCAP.CD": {indicator: "gdp_per_capita", ...money},
  "NY.GDP.MKTP.KD.ZG": {indicator: "gdp", kind: "change", unit: "%"},
  "SP.POP.TOTL": {indicator: "population", kind: "count", unit: "1"},
  "NE.EXP.GNFS.CD": {indicator: "exports", ...trade, coverage: "goods+services"},
  "NE.IMP.GNFS.CD": {indicator: "imports", ...trade, coverage: "goods+services"},
  "BX.GSR.GNFS.CD": {indicator: "exports", ...trade, coverage: "goods+services"},
  "BM.GSR.GNFS.CD": {indicator: "imports", ...trade, coverage: "goods+services"},
  "TX.VAL.MRCH.CD.WT": {indicator: "exports", ...trade, coverage: "goods"},
  "TM.VAL.MRCH.CD.WT": {indicator: "imports", ...trade, coverage: "goods"},
  "TX.VAL.SERV.CD.WT": {indicator: "exports", ...trade, coverage: "services"},
  "TM.VAL.SERV.CD.WT": {indicator: "imports", ...trade, coverage: "services"},
  "PA.NUS.FCRF": {indicator: "exchange_rate", kind: "ratio", unit: "XXX/USD"}
};

/** Units that the names of series end with, in brackets. */
const units: readonly [RegExp, Pick<Basis, "kind" | "unit" | "prices">][] = [
  [/\(current US\$\)/i, {kind: "level", unit: "USD", prices: "current"}],
  [/\(current LCU\)/i, {kind: "level", unit: "XXX", prices: "current"}],
  [/\(annual %( growth)?\)/i, {kind: "change", unit: "%"}],
  [/\(%.*\)|% of/i, {kind: "ratio", unit: "%"}],
  [/\(\d{4} ?= ?100\)|index/i, {kind: "ratio", unit: "index"}],
  [/number|total|people/i, {kind: "count", unit: "1"}]
];

/**
 * What a series measures, by its code where the house knows it, else by the unit in its name; undefined when neither
 * tells, so that a number never stands in a unit that was guessed.
 */
export function meaningOf(code: string, name: string): Meaning | undefined {
  if (known[code]) return known[code];
  const indicator = code.toLowerCase();
  const constant = /\(constant (\d{4}) US\$\)/i.exec(name)?.[1];
  if (constant)
    return {indicator, kind: "level", unit: "USD", prices: {constant: Number(constant), deflator: "worldbank"}};
  const unit = units.find(([pattern]) => pattern.test(name))?.[1];
  return unit && {indicator, ...unit};
}
