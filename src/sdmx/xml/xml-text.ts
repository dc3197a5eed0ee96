/** Escapes a text for content and for attributes in double quotes; control characters, which XML has no form for, are left out. */
export function xmlText(text: string): string {
  if (!/[&<>"\u0000-\u001f\ufffe\uffff]/.test(text)) return text;
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
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
