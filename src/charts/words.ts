import type {Language} from "../base/label.ts";

const units: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {USD: "US dollars", EUR: "euros", RUB: "Russian roubles", XXX: "currency not stated", "1": ""},
  ru: {USD: "долл. США", EUR: "евро", RUB: "рос. руб.", XXX: "валюта не указана", "1": ""}
};

const scales = {
  en: {1: "", 1e3: "thousand", 1e6: "million", 1e9: "billion", 1e12: "trillion"},
  ru: {1: "", 1e3: "тыс.", 1e6: "млн", 1e9: "млрд", 1e12: "трлн"}
} as const;

/** A power of a thousand in which an axis or a table counts. */
export type UnitScale = keyof (typeof scales)["en"];

/** The power of a thousand in which the largest of the values has one to three digits before the point. */
export function scaleFor(values: readonly number[]): UnitScale {
  const largest = Math.max(0, ...values.map(Math.abs));
  return ([1e12, 1e9, 1e6, 1e3] as const).find((step) => largest >= step) ?? 1;
}

/** Name of a unit at a scale: "billion US dollars", «млрд долл. США». */
export function unitName(unit: string, scale: UnitScale, language: Language): string {
  return [scales[language][scale], units[language][unit] ?? unit].filter((word) => word !== "").join(" ");
}

/** Words drawn in charts. */
export const chartWords = {
  en: {
    mirrorGap: "mirror gap",
    closed: "closed",
    record: "record",
    asOf: "known on",
    quoted: "as quoted",
    turnover: (from: number, to: number) => `Turnover by basis, ${from}–${to}`,
    lines: (labels: string) =>
      `One line a basis: ${labels}. Filled points are reported, hollow ones derived, crosses unverified.`,
    timeline: (count: number) => `Timeline of ${count} items of the register`,
    timelineText:
      "Bars run from the first dated stage to the last evidence; diamonds are dates due, hollow where moved.",
    evidence: (text: string) => `“${text}” against every basis`,
    evidenceText: (rows: string) =>
      `The band is what the words admit; each point is a figure with all that it may stand for. ${rows}.`,
    holds: "holds",
    fails: "does not hold",
    splice: (splices: number) => `The quoted row of numbers over the bases: ${splices} changes of basis`,
    spliceText: "The thick line is the row as quoted; it breaks where no basis holds both neighbours."
  },
  ru: {
    mirrorGap: "зеркальный разрыв",
    closed: "закрыто",
    record: "рекорд",
    asOf: "известно на",
    quoted: "в тексте",
    turnover: (from: number, to: number) => `Товарооборот по основам, ${from}–${to}`,
    lines: (labels: string) =>
      `Одна линия – одна основа: ${labels}. Сплошные точки – опубликовано, полые – вычислено, крестики – без источника.`,
    timeline: (count: number) => `Хронология реестра, записей: ${count}`,
    timelineText:
      "Полоса идёт от первой датированной стадии до последнего свидетельства; ромбы – сроки, полые – перенесённые.",
    evidence: (text: string) => `«${text}» и все основы`,
    evidenceText: (rows: string) =>
      `Полоса – то, что допускают слова; точка – число со всем, что оно может означать. ${rows}.`,
    holds: "сходится",
    fails: "не сходится",
    splice: (splices: number) => `Ряд чисел из текста поверх основ; смен основы: ${splices}`,
    spliceText: "Толстая линия – ряд, как он приведён; она разорвана там, где ни одна основа не содержит обоих соседей."
  }
} as const satisfies Record<Language, unknown>;
