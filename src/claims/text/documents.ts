import {parse as parseYaml} from "yaml";
import {isPeriod} from "../../base/period.ts";
import {type CleanText, makeCleanText} from "./clean-text.ts";
import {readHtml} from "./html.ts";
import {detectLanguage} from "./language.ts";
import {readMarkdown} from "./markdown.ts";

export type DocumentFormat = "text" | "markdown" | "html";

/** A document ready to be read: its text without markup, and what it says of itself. */
export interface Document {
  readonly clean: CleanText;
  readonly format: DocumentFormat;
  readonly title?: string;
  readonly publisher?: string;
  readonly speaker?: string;
  readonly source?: string;
  /** ISO date of posting. */
  readonly posted?: string;
  readonly language: string;
}

/** Reads plain text, Markdown or HTML; the format is told from the text when it is not given. */
export function readDocument(source: string, format: DocumentFormat = formatOf(source)): Document {
  if (format === "html") {
    const {clean, meta} = readHtml(source);
    const posted = isoDate(meta.posted) ?? postedLine(clean.text)?.posted;
    return describe(clean, format, {title: meta.title, publisher: meta.publisher, posted});
  }
  const front = readFrontMatter(source);
  const line = postedLine(source.slice(front.end), front.end);
  const clean = format === "markdown" ? readMarkdown(source, front.end) : textFrom(source, front.end, line);
  const title =
    front.fields.title ?? (format === "markdown" ? markdownTitle(source, front.end) : textTitle(clean.text));
  return describe(clean, format, {
    ...front.fields,
    title,
    posted: isoDate(front.fields.posted ?? front.fields.date) ?? line?.posted
  });
}

/** Whether a text looks like HTML or Markdown. */
export function formatOf(source: string): DocumentFormat {
  const head = source.slice(0, 4000);
  if (/^\uFEFF?\s*<(?:!doctype html|(?:html|head|body|article|main|section|div|p|h[1-6]|ul|ol|table)[\s>])/i.test(head))
    return "html";
  if (
    /^\uFEFF?---\r?\n/.test(head) ||
    /^#{1,6}\s\S/m.test(head) ||
    /\[[^\]\n]+\]\([^)\s]+\)/.test(head) ||
    /\*\*\S[^*\n]*\*\*/.test(head)
  )
    return "markdown";
  return "text";
}

type Fields = {
  title?: string | undefined;
  publisher?: string | undefined;
  speaker?: string | undefined;
  source?: string | undefined;
  posted?: string | undefined;
};

function describe(clean: CleanText, format: DocumentFormat, fields: Fields): Document {
  const {title, publisher, speaker, source, posted} = fields;
  return {
    clean,
    format,
    ...(title && {title}),
    ...(publisher && {publisher}),
    ...(speaker && {speaker}),
    ...(source && {source}),
    ...(posted && {posted}),
    language: detectLanguage(clean.text)
  };
}

function readFrontMatter(source: string): {fields: Fields & {date?: string}; end: number} {
  const match = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!match) return {fields: {}, end: source.charCodeAt(0) === 0xfeff ? 1 : 0};
  return {fields: fieldsOf(match[1]!), end: match[0].length};
}

/** Front matter that is no YAML is the author's business: the text after it is checked all the same. */
function fieldsOf(yaml: string): Fields & {date?: string} {
  try {
    const value: unknown = parseYaml(yaml, {schema: "failsafe"});
    if (typeof value !== "object" || value === null) return {};
    const entries = Object.entries(value).filter(([, v]) => typeof v === "string" && v !== "");
    return Object.fromEntries(entries.map(([k, v]) => [k.toLowerCase(), v]));
  } catch {
    return {};
  }
}

const postedPattern =
  /^[ \t]*(?:posted|published|date|updated|опубликовано|дата|размещено)\s*:?\s+(\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})[^\n]*$/im;

/** A line "Posted: 23.02.2024 15:52:00" near the top. */
function postedLine(text: string, offset = 0): {posted: string; start: number; end: number} | undefined {
  const match = postedPattern.exec(text.slice(0, 2000));
  const posted = match ? isoDate(match[1]) : undefined;
  return match && posted
    ? {posted, start: offset + match.index, end: offset + match.index + match[0].length}
    : undefined;
}

/** ISO date of "2024-02-23T15:52", "23.02.2024"; undefined when it is neither. */
function isoDate(text: string | undefined): string | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})/.exec(text ?? "")?.[1];
  const dotted = /^\s*(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text ?? "");
  const date =
    iso ?? (dotted ? `${dotted[3]}-${dotted[2]!.padStart(2, "0")}-${dotted[1]!.padStart(2, "0")}` : undefined);
  return date !== undefined && isPeriod(date) ? date : undefined;
}

/** The posting line is no part of the text that is checked. */
function textFrom(source: string, from: number, line: {start: number; end: number} | undefined): CleanText {
  const builder = makeCleanText();
  if (line) {
    builder.add(source.slice(from, line.start), from);
    builder.insert("\n");
    builder.add(source.slice(line.end), line.end);
  } else builder.add(source.slice(from), from);
  return builder.finish();
}

function markdownTitle(source: string, from: number): string | undefined {
  return /^#\s+(.+?)\s*#*\s*$/m.exec(source.slice(from, from + 4000))?.[1];
}

/** The first line is a title when it is short, has no full stop, and a blank line follows. */
function textTitle(text: string): string | undefined {
  const match = /^\s*([^\n]{3,160})\r?\n\s*\r?\n\s*\S/.exec(text);
  const line = match?.[1]?.trim();
  return line && !/[.;:]$/.test(line) ? line : undefined;
}
