const rules = {en: new Intl.PluralRules("en"), ru: new Intl.PluralRules("ru")};
const numbers = {en: new Intl.NumberFormat("en-GB"), ru: new Intl.NumberFormat("ru")};

/** A count with its noun: "1 source", "2 sources". */
export function counted(n: number, one: string, other: string): string {
  return `${numbers.en.format(n)} ${rules.en.select(n) === "one" ? one : other}`;
}

/** A count with its noun in the form it takes in Russian: «1 источник», «2 источника», «5 источников». */
export function countedRu(n: number, one: string, few: string, many: string): string {
  const form = rules.ru.select(n);
  return `${numbers.ru.format(n)} ${form === "one" ? one : form === "many" ? many : few}`;
}
