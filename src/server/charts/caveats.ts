import type {Figure} from "../../base/figure.ts";
import type {Language} from "../../base/label.ts";
import {comparePeriods, parsePeriod} from "../../base/period.ts";
import {formatPeriod} from "../../charts/format.ts";

/** How a chart draws what no source carries. */
type Drawing = "crosses" | "bars";

const words = {
  en: {
    basis: "Compare numbers on one basis only: the same books, coverage, valuation, prices and unit.",
    unverified: (n: number, all: number, as: string) =>
      `${n} of ${all} figures are unverified: no source carries them. They are drawn as ${as}.`,
    drawing: {crosses: "crosses", bars: "hollow bars"},
    left: (periods: string) => `The chart has one figure a year; in the table only: ${periods}.`,
    again: (period: string) => `another statement of ${period}`,
    derived: (n: number, all: number) =>
      `${n} of ${all} figures are worked out from others; the column formula says how.`,
    vintage: "The data say what was known on the day named; later days may know better.",
    register: "A stage is what sources report. Bars end where the evidence ends, not where the matter ended."
  },
  ru: {
    basis: "Сравнивайте числа только на одной основе: тот же учёт, охват, оценка, цены и единица.",
    unverified: (n: number, all: number, as: string) => `Без источника: ${n} из ${all}. Такие числа показаны ${as}.`,
    drawing: {crosses: "крестиками", bars: "полыми столбиками"},
    left: (periods: string) => `На графике – одно число на год; только в таблице: ${periods}.`,
    again: (period: string) => `другое сообщение о ${period}`,
    derived: (n: number, all: number) => `Вычислено из других: ${n} из ${all}; как – в столбце formula.`,
    vintage: "Данные показывают, что было известно на указанный день; позже может быть известно больше.",
    register: "Стадия – то, что сообщают источники. Полоса кончается там, где кончаются свидетельства."
  }
} as const;

/** What must be said of figures before anyone uses them. */
export function figureCaveats(figures: readonly Figure[], language: Language, drawing: Drawing = "crosses"): string[] {
  const own = words[language];
  const count = (fits: (figure: Figure) => boolean) => figures.filter(fits).length;
  const unverified = count(({evidence}) => evidence === "unverified");
  const derived = count(({inputs}) => inputs !== undefined);
  return [
    own.basis,
    ...(unverified > 0 ? [own.unverified(unverified, figures.length, own.drawing[drawing])] : []),
    ...(derived > 0 ? [own.derived(derived, figures.length)] : []),
    own.vintage
  ];
}

/** Names the figures of a series that have no bar: parts of years, and further statements of a year that has one. */
export function notInChart(left: readonly Figure[], drawn: ReadonlySet<string>, language: Language): string {
  const periods = [...new Set(left.map(({period}) => period))]
    .sort((a, b) => comparePeriods(parsePeriod(a), parsePeriod(b)))
    .map((period) => {
      const written = formatPeriod(period, language);
      return drawn.has(period) ? words[language].again(written) : written;
    });
  return words[language].left(periods.join(", "));
}

/** What must be said of the register. */
export function registerCaveats(language: Language): string[] {
  return [words[language].register, words[language].vintage];
}
