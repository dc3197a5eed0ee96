import type {Language} from "../../../src/base/label.ts";
import type {TradeBarrier} from "../../../src/base/trade-scenario.ts";
import {nameIn} from "./sample.ts";
import {sliderOf} from "./sliders.ts";
import {whatIfWords} from "./words.ts";

/** The size of a barrier in words: "0 % of today's rate"; one that no slider sets is said to be set in its file. */
export function sizeText(barrier: TradeBarrier, language: Language): string {
  const words = whatIfWords[language];
  const slider = sliderOf(barrier);
  return slider ? words.sizes[slider.unit](sizeNumber(slider.value, language)) : words.fixed;
}

/** A number of a slider: two decimals at most. */
export function sizeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, {maximumFractionDigits: 2}).format(value).replace("-", "−");
}

/** A barrier in a line: "Northmark ↔ Midland: Tariff, 0 % of today's rate". */
export function barrierText(barrier: TradeBarrier, language: Language): string {
  const words = whatIfWords[language];
  const named = (one: string) => (one === "*" ? words.everyone : nameIn(one, language));
  const sideOf = (side: string | readonly string[]) => [side].flat().map(named).join(", ");
  const sector = barrier.sector === undefined ? [] : [[barrier.sector].flat().map(named).join(", ")];
  const sides = `${sideOf(barrier.exporter)} ${barrier.bothWays ? "↔" : "→"} ${sideOf(barrier.importer)}`;
  return `${sides}: ${[words.shortTypes[barrier.type], ...sector, sizeText(barrier, language)].join(", ")}`;
}
