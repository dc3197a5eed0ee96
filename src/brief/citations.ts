import type {Language} from "../base/label.ts";
import type {Source} from "../base/source.ts";
import {formatDate} from "./format.ts";
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

/** Starts the numbering over a set of sources; ids that it does not hold are shown as they are. */
export function makeCitations(sources: readonly Listed[], language: Language): Citations {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
    return numbers.get(id)!;
  };
  const link = (id: string) => html`<a href="#source-${numberOf(id)}">${numberOf(id)}</a>`;
  return {
    cite: (ids) => {
      const known = [...new Set(ids)].filter((id) => byId.has(id));
      return known.length > 0 ? html`<sup class="cite">${join(known.map(link), ", ")}</sup>` : new Html("");
    },
    list: () => {
      const cited = [...numbers.keys()].map((id) => byId.get(id)!);
      const rest = [...byId.values()].filter(({id}) => !numbers.has(id));
      return listMarkup(cited, rest, language, numberOf);
    }
  };
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
  {publisher, title, published, retrieved, locator, tier, url, quote}: Listed,
  language: Language
): Html {
  const words = briefWords[language];
  const facts: HtmlValue[] = [
    published === undefined ? undefined : formatDate(published, language),
    locator,
    tier === undefined ? undefined : words.tier(tier),
    retrieved === undefined ? undefined : words.retrieved(formatDate(retrieved, language))
  ].filter((fact) => fact !== undefined);
  return html`<b>${publisher}</b>${title ? html`. ${title}` : ""}. ${join(facts, ", ")}${facts.length > 0 ? ". " : ""}${address(url)}${
    quote ? html` <q>${quote}</q>` : ""
  }`;
}

/** A link where the address is one that a browser may follow; else the text alone. */
function address(url: string): Html {
  return /^https?:\/\//.test(url)
    ? html`<a class="address" href="${url}">${url}</a>`
    : html`<span class="address">${url}</span>`;
}
