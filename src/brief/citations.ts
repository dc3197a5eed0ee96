import type {Language} from "../base/label.ts";
import {latestDay} from "../base/period.ts";
import type {Source} from "../base/source.ts";
import {formatDate, stop} from "../charts/format.ts";
import {Html, type HtmlValue, html, join} from "./html.ts";
import {briefWords} from "./words/index.ts";

/** Numbers sources in the order in which a page first cites them. */
export interface Citations {
  /** Links to the sources by number; nothing for none. */
  readonly cite: (ids: readonly string[]) => Html;
  /** The numbered list of sources: the cited ones, then the rest. */
  readonly list: () => Html;
}

type Listed = Pick<Source, "id" | "url" | "publisher"> & Partial<Source>;

/** Starts the numbering over a set of sources; ids that it does not hold, which a checked pack has none of, are left out. */
export function makeCitations(
  sources: readonly Listed[],
  {language, asOf}: {language: Language; asOf: string}
): Citations {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return numbers.get(id)!;
  };
  const link = (number: number) => html`<a href="#source-${number}">${number}</a>`;
  return {
    cite: (ids) => {
      const known = [...new Set(ids)].filter((id) => byId.has(id)).map(numberOf);
      known.sort((a, b) => a - b);
      return known.length > 0 ? html`<sup class="cite">${join(known.map(link), ", ")}</sup>` : new Html("");
    },
    list: () => {
      const cited = [...numbers.keys()].map((id) => byId.get(id)!);
      const rest = [...byId.values()].filter((source) => !numbers.has(source.id) && isOutBy(source, asOf));
      return listMarkup(cited, rest, language, numberOf);
    }
  };
}

/** Whether a source was published by a day; one without a date may have been. */
function isOutBy({published}: Listed, day: string): boolean {
  return published === undefined || latestDay(published) <= latestDay(day);
}

function listMarkup(
  cited: readonly Listed[],
  rest: readonly Listed[],
  language: Language,
  numberOf: (id: string) => number
): Html {
  const words = briefWords[language];
  const entry = (source: Listed) =>
    html`<li id="source-${numberOf(source.id)}">${sourceMarkup(source, language)}</li>\n`;
  const first = html`<ol class="sources">\n${cited.map(entry)}</ol>`;
  if (rest.length === 0) return first;
  return html`${first}
<h3>${words.further}</h3>
<ol class="sources" start="${cited.length + 1}">\n${rest.map(entry)}</ol>`;
}

function sourceMarkup(
  {publisher, title, published, retrieved, locator, tier, url, quote, language: spoken = "und"}: Listed,
  language: Language
): Html {
  const words = briefWords[language];
  const facts = [
    published === undefined ? "" : formatDate(published, language),
    locator ?? "",
    tier === undefined ? "" : words.tier(tier),
    retrieved === undefined ? "" : words.retrieved(formatDate(retrieved, language))
  ].filter((fact) => fact !== "");
  const parts: HtmlValue[] = [
    html`<b>${stop(publisher)}</b>`,
    ...(title ? [stop(title)] : []),
    ...(facts.length > 0 ? [stop(facts.join(", "))] : []),
    address(url),
    ...(quote ? [html`<q lang="${spoken}">${quote}</q>`] : [])
  ];
  return join(parts, " ");
}

/** A link where the address is one that a browser may follow; else the text alone. */
function address(url: string): Html {
  return /^https?:\/\//.test(url)
    ? html`<a class="address" href="${url}">${url}</a>`
    : html`<span class="address">${url}</span>`;
}
