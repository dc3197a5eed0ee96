/** Markup that is safe to put into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, markup is not, lists are joined, and nothing stands for nothing. */
export type HtmlValue = string | number | Html | undefined | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};

/** Text as it may stand between tags or inside a quoted attribute; control characters that HTML forbids are replaced. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!).replace(forbidden, "\ufffd");
}

/** Control characters that HTML forbids, and halves of surrogate pairs. */
const forbidden = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** Template of markup: every value that is not markup itself is escaped. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, string, index) => text + toMarkup(values[index - 1]) + string));
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escapeText(value);
  return typeof value === "number" ? String(value) : value.map(toMarkup).join("");
}

/** Joins pieces of markup with a separator between them. */
export function join(values: readonly HtmlValue[], separator: HtmlValue): Html {
  return new Html(values.map(toMarkup).join(toMarkup(separator)));
}
