import {Parser} from "htmlparser2";
import {type CleanText, makeCleanText} from "./clean-text.ts";

/** What an HTML page says of itself. */
export interface PageMeta {
  readonly title?: string;
  readonly posted?: string;
  readonly publisher?: string;
}

const skipped = new Set(["script", "style", "noscript", "template", "svg", "math", "head", "nav", "select", "iframe"]);
const blocks = new Set(
  "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody td tfoot th thead tr ul title".split(
    " "
  )
);

/** Reads the text that a page shows, with paragraph breaks where its blocks part; markup, scripts and comments are left out. */
export function readHtml(source: string): {clean: CleanText; meta: PageMeta} {
  const builder = makeCleanText();
  const meta: {title?: string; posted?: string; publisher?: string} = {};
  let hidden = 0;
  let inTitle = false;
  let heading = "";
  let inHeading = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        readMeta(name, attributes, meta);
        if (name === "title") inTitle = true;
        if (name === "h1" && heading === "") inHeading = true;
        if (skipped.has(name)) ++hidden;
        else if (blocks.has(name)) builder.insert("\n\n");
      },
      ontext(text) {
        if (inTitle) meta.title = (meta.title ?? "") + text;
        if (inHeading) heading += text;
        if (hidden === 0) builder.add(text, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(name) {
        if (name === "title") inTitle = false;
        if (name === "h1") inHeading = false;
        if (skipped.has(name)) hidden = Math.max(0, hidden - 1);
        else if (blocks.has(name)) builder.insert("\n\n");
      }
    },
    {decodeEntities: true, lowerCaseTags: true}
  );
  parser.write(source);
  parser.end();
  const title = (heading || meta.title || "").replace(/\s+/g, " ").trim();
  return {clean: builder.finish(), meta: {...meta, ...(title && {title})}};
}

function readMeta(name: string, attributes: Record<string, string>, meta: {posted?: string; publisher?: string}): void {
  if (name === "time" && attributes.datetime) meta.posted ??= attributes.datetime;
  if (name !== "meta") return;
  const key = attributes.property ?? attributes.name ?? "";
  if (/^(?:article:published_time|date|dc\.date|pubdate|datePublished)$/i.test(key) && attributes.content)
    meta.posted = attributes.content;
  if (key === "og:site_name" && attributes.content) meta.publisher = attributes.content;
}
