import {ConcordError} from "../base/errors.ts";
import {formatDate, stop} from "../charts/format.ts";
import type {BriefContext} from "./context.ts";
import {makeContext} from "./context.ts";
import {briefCss} from "./css.ts";
import {dataSection} from "./data-section.ts";
import {findings} from "./findings.ts";
import {Html, html} from "./html.ts";
import type {BriefInput} from "./input.ts";
import {jsonLd} from "./json-ld.ts";
import {registerSection} from "./register-section.ts";
import {textSection} from "./text-section.ts";
import {turnoverSection} from "./turnover-section.ts";
import {methodNotes} from "./words/methods.ts";

/** Largest page in bytes: what mail and archives take without a second thought. */
export const maxBriefBytes = 1_000_000;

/**
 * Writes a pack, what two economies trade, a checked text and a register as one self-contained page that prints on A4:
 * no script, no request. Tables to download are left out when the page would grow over 1 MB; a page that still does is
 * refused.
 */
export function brief(input: BriefInput): string {
  const whole = page(input, {embed: true});
  if (byteLength(whole) <= maxBriefBytes) return whole;
  const bare = page(input, {embed: false});
  const bytes = byteLength(bare);
  if (bytes <= maxBriefBytes) return bare;
  throw new ConcordError(
    "too_large",
    `Brief of "${input.pack.name}" would have ${bytes} bytes, the most is ${maxBriefBytes}; give it fewer documents or an earlier date`,
    {details: {bytes, limit: maxBriefBytes}}
  );
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

interface Section {
  readonly id: "findings" | "turnover" | "checked" | "register" | "methods" | "sources" | "data";
  readonly body: Html;
}

function page(input: BriefInput, {embed}: {embed: boolean}): string {
  const context = makeContext(input);
  const {words, language, asOf} = context;
  const sections = sectionsOf(context, embed);
  const {title} = input.pack;
  return `${html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="generator" content="Concord">
<meta name="description" content="${words.turnover}. ${stop(words.asOf(formatDate(asOf, language)))}">
<title>${title} – ${words.asOf(formatDate(asOf, language))}</title>
<style>${new Html(briefCss)}</style>
${jsonLd(context)}
</head>
<body>
<header>
<p class="eyebrow">Concord · ${words.brief}</p>
<h1>${title}</h1>
<p class="date">${words.asOf(formatDate(asOf, language))}</p>
<nav aria-label="${words.contents}"><ol>${sections.map(({id}) => html`<li><a href="#${id}">${words[id]}</a></li>`)}</ol></nav>
</header>
<main>
${sections.map(({id, body}) => html`<section id="${id}">\n<h2>${words[id]}</h2>\n${body}\n</section>\n`)}</main>
<footer><p>${words.made}</p></footer>
</body>
</html>
`}`;
}

/** The sections in the order of the page; sources come after all that cite them. */
function sectionsOf(context: BriefContext, embed: boolean): Section[] {
  const {words} = context;
  const found = findings(context);
  return [
    ...(found.length > 0
      ? [{id: "findings" as const, body: html`<ol>${found.map((finding) => html`<li>${finding}</li>\n`)}</ol>`}]
      : []),
    {id: "turnover", body: turnoverSection(context)},
    {id: "checked", body: textSection(context)},
    {id: "register", body: registerSection(context)},
    {id: "methods", body: methods(context)},
    {id: "sources", body: html`<p class="note">${words.sourcesLead}</p>\n${context.citations.list()}`},
    {id: "data", body: dataSection(context, {embed})}
  ];
}

function methods({language}: BriefContext): Html {
  return html`<dl class="methods">${methodNotes[language].map(
    ([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>\n`
  )}</dl>`;
}
