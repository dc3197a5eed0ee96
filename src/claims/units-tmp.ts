export const unitWords: readonly {words: string; units: readonly string[]}[] = [
  {words: "$|usd|dollars|dollar|долл|доллар*|us$", units: ["USD"]},
  {words: "€|eur|euro|euros|евро", units: ["EUR"]},
  {words: "rub|russian rubles|russian roubles|российск* рубл*|₽", units: ["RUB"]},
  {words: "byn|belarusian rubles|белорусск* рубл*|br", units: ["BYN"]},
  {words: "rubles|roubles|ruble|рубл*|руб", units: ["RUB", "BYN"]},
  {words: "tonnes|tons|тонн", units: ["t"]}
];
export function isCurrency(unit: string): boolean {
  return /^[A-Z]{3}$/.test(unit);
}
