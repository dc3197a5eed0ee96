/** Names whose genitive no rule gives; names that do not change, and plurals, among them. */
const exceptions: Readonly<Record<string, string | undefined>> = {
  Беларусь: "Беларуси",
  Филиппины: "Филиппин",
  Нидерланды: "Нидерландов",
  Мальдивы: "Мальдив",
  Сейшелы: "Сейшел",
  Камбоджа: "Камбоджи",
  ЕАЭС: "ЕАЭС",
  СНГ: "СНГ",
  ЕС: "ЕС",
  США: "США"
};

/** Endings of Russian names of one word and what the genitive puts in their place; the first that fits wins. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/[оуэиеё]$/, "$&"], // Марокко, Перу, Чили do not change
  [/([гкхжшщч])а$/, "$1и"],
  [/а$/, "ы"],
  [/я$/, "и"],
  [/й$/, "я"],
  [/ь$/, "я"], // Израиль; feminine names are exceptions
  [/[бвгджзклмнпрстфхцчшщ]$/, "$&а"]
];

/** Genitive of a Russian name of one word («Россия» → «России»); undefined where no rule is safe. */
export function genitive(name: string): string | undefined {
  const known = exceptions[name];
  if (known !== undefined) return known;
  if (!/^[А-ЯЁ][а-яё]+$/.test(name)) return undefined; // abbreviations, hyphens and phrases
  const rule = endings.find(([pattern]) => pattern.test(name));
  return rule && name.replace(rule[0], rule[1]);
}
