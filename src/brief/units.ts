import type {Basis} from "../base/figure.ts";
import type {Language} from "../base/label.ts";
import {unitName} from "../charts/words.ts";

/** A unit with its prices: "US dollars, current prices", "constant 2015 US dollars". */
export function realUnit({unit, prices}: Basis, language: Language): string {
  const name = unitName(unit, 1, language);
  if (typeof prices !== "object") return language === "en" ? `${name}, current prices` : `${name}, текущие цены`;
  return language === "en" ? `constant ${prices.constant} ${name}` : `${name}, постоянные цены ${prices.constant} г.`;
}
