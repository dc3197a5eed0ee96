// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character begins the sequences that colour text
const escapes = /\u001B\[[0-9;]*m/g;

/** Characters that terminals draw two columns wide: CJK, Hangul, full-width forms and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}]/u;
const invisible = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that a text takes in a terminal; colours take none. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(escapes, ""))
    width += invisible.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}

/** The text with spaces after it up to a width. */
export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

/** The text with spaces before it up to a width. */
export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/**
 * Breaks a text at its spaces into lines no wider than `width`; lines after the first begin with `indent`. Words that
 * are wider, as addresses are, stand on a line of their own and stay whole, so that they can be copied.
 */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  const margin = /^ */.exec(text)![0];
  let line = "";
  for (const word of text.slice(margin.length).split(" ")) {
    const longer = line === "" ? margin + word : `${line} ${word}`;
    if (line.trim() === "" || displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = indent + word;
  }
  return [...lines, line].join("\n");
}
