import {ConcordError} from "../../base/errors.ts";

/**
 * What is told while a document is read. Elements come without their prefix, because SDMX messages repeat no local
 * name in two senses; attributes that have a prefix come as ":name" (xsi:type as ":type"), because components of data
 * stand among them.
 */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Reads a document that arrives in pieces. */
export interface XmlReader {
  /** Takes the next piece. */
  write(chunk: string): void;
  /** Says that the document is complete; throws when it is not. */
  end(): void;
}

const maxDepth = 64; // SDMX messages are some fifteen levels deep

/**
 * Makes a strict reader of XML without document type definitions: entities that expand, external files and all that
 * come with them are refused. Throws a ConcordError with line and column at the first fault.
 */
export function makeXmlReader(handler: XmlHandler): XmlReader {
  const stack: string[] = [];
  let buffer = "";
  let consumed = 0; // characters before the buffer
  let lines = 1;
  let lineStart = 0;
  let started = false;
  let finished = false;
  let i = 0;

  function place(at: number): string {
    let line = lines;
    let start = lineStart;
    for (let k = buffer.indexOf("\n"); k >= 0 && k < at; k = buffer.indexOf("\n", k + 1)) {
      line++;
      start = consumed + k + 1;
    }
    return `line ${line}, column ${consumed + at - start + 1}`;
  }

  function fail(message: string, at = i): never {
    throw new ConcordError("bad_data", `XML ${message} at ${place(at)}`, {details: {place: place(at)}});
  }

  function discard(): void {
    for (let k = buffer.indexOf("\n"); k >= 0 && k < i; k = buffer.indexOf("\n", k + 1)) {
      lines++;
      lineStart = consumed + k + 1;
    }
    consumed += i;
    buffer = buffer.slice(i);
    i = 0;
  }

  function characters(raw: string, at: number): void {
    if (stack.length > 0) {
      if (raw !== "") handler.text(decode(raw, at));
    } else if (raw.replace(/^\uFEFF/, "").trim() !== "") fail("has text outside of its root", at);
  }

  function decode(raw: string, at: number): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
      const text = whole.endsWith(";") ? entity(name) : undefined;
      return text ?? fail(`has the unknown entity "${whole.slice(0, 40)}"`, at);
    });
  }

  function tag(end: number): void {
    const closing = buffer.charCodeAt(i + 1) === 47;
    if (closing) {
      const name = local(buffer.slice(i + 2, end).trim());
      const opened = stack.pop();
      if (name !== opened) fail(`closes "${name}", wanted "${opened ?? "nothing"}"`);
      handler.close(name);
    } else element(end);
    finished = started && stack.length === 0;
    i = end + 1;
  }

  function element(end: number): void {
    if (finished) fail("has a second root");
    const empty = buffer.charCodeAt(end - 1) === 47;
    const raw = buffer.slice(i + 1, empty ? end - 1 : end);
    const space = raw.search(/\s/);
    const name = local(space < 0 ? raw : raw.slice(0, space));
    if (!/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(name)) fail(`has no element name in "<${raw.slice(0, 30)}"`);
    handler.open(name, space < 0 ? {} : attributesOf(raw.slice(space)));
    started = true;
    if (empty) handler.close(name);
    else if (stack.push(name) > maxDepth) fail(`is nested deeper than ${maxDepth}`);
  }

  function attributesOf(raw: string): Record<string, string> {
    const attributes: Record<string, string> = {};
    const pattern = /\s+([^\s=<>"']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
    let last = 0;
    for (let match = pattern.exec(raw); match; match = pattern.exec(raw)) {
      const name = match[1]!;
      last = pattern.lastIndex;
      if (name === "xmlns" || name.startsWith("xmlns:")) continue;
      const key = name.includes(":") ? `:${local(name)}` : name;
      if (Object.hasOwn(attributes, key)) fail(`has the attribute "${key}" twice`);
      attributes[key] = decode(match[2] ?? match[3]!, i);
    }
    if (raw.slice(last).trim() !== "") fail(`has a malformed attribute in "${raw.slice(last).trim().slice(0, 40)}"`);
    return attributes;
  }

  /** Index of the ">" that ends the tag at `i`, past quoted ones; -1 when it has not arrived. */
  function tagEnd(): number {
    const end = buffer.indexOf(">", i);
    const tagText = end < 0 ? "" : buffer.slice(i, end);
    if (end < 0 || quotesAreEven(tagText)) return end;
    let quote = "";
    for (let k = i + 1; k < buffer.length; k++) {
      const c = buffer[k]!;
      if (quote) {
        if (c === quote) quote = "";
      } else if (c === '"' || c === "'") quote = c;
      else if (c === ">") return k;
    }
    return -1;
  }

  /** Reads a comment, a CDATA section or an instruction at `i`; false when its end has not arrived. */
  function special(): boolean {
    if (buffer.startsWith("<!--", i)) return skipTo("-->");
    if (buffer.startsWith("<?", i)) return skipTo("?>");
    if (buffer.startsWith("<![CDATA[", i)) {
      const end = buffer.indexOf("]]>", i);
      if (end < 0) return false;
      if (stack.length === 0) fail("has text outside of its root");
      handler.text(buffer.slice(i + 9, end));
      i = end + 3;
      return true;
    }
    if ("<![CDATA[".startsWith(buffer.slice(i)) || "<!--".startsWith(buffer.slice(i))) return false;
    return fail("has a document type definition, which is refused because of the entities it may define");
  }

  function skipTo(mark: string): boolean {
    const end = buffer.indexOf(mark, i + 2);
    if (end < 0) return false;
    i = end + mark.length;
    return true;
  }

  function step(): boolean {
    const open = buffer.indexOf("<", i);
    if (open < 0) return false;
    if (open > i) characters(buffer.slice(i, open), i);
    i = open;
    if (buffer.length - i < 2) return false;
    const next = buffer.charCodeAt(i + 1);
    if (next === 33 || next === 63) return special();
    const end = tagEnd();
    if (end < 0) return false;
    tag(end);
    return true;
  }

  return {
    write(chunk) {
      buffer += chunk;
      while (step()) {}
      discard();
    },
    end() {
      if (buffer.trim() !== "") fail(`ends in the middle of "${buffer.slice(0, 40)}"`, buffer.length);
      if (stack.length > 0) fail(`ends before "${stack.at(-1)}" is closed`);
      if (!started) fail("is empty");
    }
  };
}

const named: Readonly<Record<string, string>> = {amp: "&", lt: "<", gt: ">", quot: '"', apos: "'"};

function entity(name: string): string | undefined {
  const code = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (!code) return Object.hasOwn(named, name) ? named[name] : undefined;
  const point = code[1] ? Number.parseInt(code[1], 16) : Number(code[2]);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function quotesAreEven(text: string): boolean {
  let double = 0;
  for (let k = text.indexOf('"'); k >= 0; k = text.indexOf('"', k + 1)) double++;
  return double % 2 === 0 && !text.includes("'");
}
