/** Forms by CLDR plural category; "other" stands in for what is not given. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & {readonly other: string};

/** The number with the form of a word that it takes: "1 day", "2 days"; «2 дня», «5 дней». */
export function plural(language: string, n: number, forms: PluralForms): string {
  const category = new Intl.PluralRules(language).select(n);
  return `${new Intl.NumberFormat(language).format(n)} ${forms[category] ?? forms.other}`;
}
