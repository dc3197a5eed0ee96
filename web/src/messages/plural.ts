/** Forms of a word by the plural rule of a language; Russian needs three, English two. */
export interface Forms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

/** A count with the form of the word that it asks for: "2 items", «5 записей». */
export function counted(count: number, locale: string, forms: Forms): string {
  const rule = new Intl.PluralRules(locale).select(count);
  const word = (rule === "few" || rule === "many" || rule === "one" ? forms[rule] : undefined) ?? forms.other;
  return `${new Intl.NumberFormat(locale).format(count)}\u00a0${word}`;
}
