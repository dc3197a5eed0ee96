/** Escapes a text for content and for attributes in double quotes; control characters, which XML has no form for, are left out. */
export function xmlText(text: string): string {
  return needsEscape(text) ? Array.from(text, escaped).join("") : text;
}

const entities: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

function needsEscape(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 || c === 38 || c === 60 || c === 62 || c === 34 || c >= 0xd800) return true;
  }
  return false;
}

function escaped(c: string): string {
  const code = c.codePointAt(0)!;
  if (code < 32) return code === 9 || code === 10 || code === 13 ? `&#${code};` : "";
  if ((code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff) return "";
  return entities[c] ?? c;
}

/** Makes an escaping that remembers codes, which come again thousands of times. */
export function makeXmlCells(): (value: string | number) => string {
  const known = new Map<string, string>();
  return (value) => {
    if (typeof value === "number") return String(value);
    let text = known.get(value);
    if (text === undefined) {
      text = xmlText(value);
      if (known.size < 20_000) known.set(value, text);
    }
    return text;
  };
}
