import {makeGazetteer} from "../../base/gazetteer.ts";
import type {Entity} from "../../base/register.ts";
import type {Table} from "../../store/table.ts";
import type {Draft, PullNotice, Reading} from "../connector.ts";
import {codeBookOf} from "./code-book.ts";
import {isSeriesMapping, type TableMapping} from "./mapping.ts";
import {readSeriesRows} from "./series-rows.ts";
import type {CodeBook} from "./table-slots.ts";
import {readFlows} from "./two-sided.ts";

/** Reads all rows of a table by its mapping, as figures of a pull. */
export async function readByMapping(
  table: Table,
  mapping: TableMapping,
  url: string,
  date: string
): Promise<Pick<Reading, "figures" | "entities" | "notices">> {
  const {book, entities} = keepingBook(codeBookOf(makeGazetteer()));
  const {drafts, notices} = await draftsOf(table, mapping, url, date, book);
  return {figures: drafts, entities: [...entities.values()], notices: [...notices, ...unknown(entities)]};
}

/** Codes that nobody knows are kept: each becomes an entity of the pack, so that sums over partners stay whole. */
function keepingBook(book: CodeBook): {book: CodeBook; entities: ReadonlyMap<string, Entity>} {
  const entities = new Map<string, Entity>();
  const find: CodeBook["find"] = (text, form) => {
    const known = book.find(text, form) ?? (text.trim() === "W00" ? "WLD" : undefined);
    if (known !== undefined || text.trim() === "") return known;
    const id = `table-${
      text
        .trim()
        .replace(/[^A-Za-z0-9]+/g, "-")
        .replace(/^-|-$/g, "") || "unnamed"
    }`;
    entities.set(id, {id, kind: "region", names: {en: text.trim()}});
    return id;
  };
  return {book: {find}, entities};
}

function unknown(entities: ReadonlyMap<string, Entity>): PullNotice[] {
  if (entities.size === 0) return [];
  const examples = [...entities.values()].slice(0, 5).map(({names}) => `"${names.en}"`);
  return [
    {
      code: "unknown-economies",
      text: "Codes of no known economy, kept as regions of the pack",
      count: entities.size,
      examples
    }
  ];
}

async function draftsOf(
  table: Table,
  mapping: TableMapping,
  url: string,
  date: string,
  book: CodeBook
): Promise<{drafts: Draft[]; notices: readonly PullNotice[]}> {
  const published = mapping.source?.published;
  if (isSeriesMapping(mapping)) {
    const {rows, notices} = await readSeriesRows(table, mapping, book);
    return {drafts: rows.map((row) => ({...(published && {known: published}), ...row, url})), notices};
  }
  const {figures, notices} = await readFlows(table, mapping, date, book);
  const drafts = figures.map(({basis, period, value, status, known}) => ({basis, period, value, status, known, url}));
  return {drafts, notices};
}
