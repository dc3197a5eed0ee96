import type {Figure} from "../../base/figure.ts";
import type {Language} from "../../base/label.ts";

const words = {
  en: {
    basis: "Compare numbers on one basis only: the same books, coverage, valuation, prices and unit.",
    unverified: (n: number, all: number) =>
      `${n} of ${all} figures are unverified: no source carries them. They are drawn as crosses.`,
    derived: (n: number, all: number) =>
      `${n} of ${all} figures are worked out from others; the column formula says how.`,
    vintage: "The data say what was known on the day named; later days may know better.",
    register: "A stage is what sources report. Bars end where the evidence ends, not where the matter ended."
  },
  ru: {
    basis: "Сравнивайте числа только на одной основе: тот же учёт, охват, оценка, цены и единица.",
    unverified: (n: number, all: number) => `Без источника: ${n} из ${all}. Такие числа показаны крестиками.`,
    derived: (n: number, all: number) => `Вычислено из других: ${n} из ${all}; как – в столбце formula.`,
    vintage: "Данные показывают, что было известно на указанный день; позже может быть известно больше.",
    register: "Стадия – то, что сообщают источники. Полоса кончается там, где кончаются свидетельства."
  }
} as const;

/** What must be said of figures before anyone uses them. */
export function figureCaveats(figures: readonly Figure[], language: Language): string[] {
  const own = words[language];
  const count = (fits: (figure: Figure) => boolean) => figures.filter(fits).length;
  const unverified = count(({evidence}) => evidence === "unverified");
  const derived = count(({inputs}) => inputs !== undefined);
  return [
    own.basis,
    ...(unverified > 0 ? [own.unverified(unverified, figures.length)] : []),
    ...(derived > 0 ? [own.derived(derived, figures.length)] : []),
    own.vintage
  ];
}

/** What must be said of the register. */
export function registerCaveats(language: Language): string[] {
  return [words[language].register, words[language].vintage];
}
