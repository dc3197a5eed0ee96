import {strToU8, zipSync} from "fflate";
import {formatDate, stop} from "../../charts/format.ts";
import type {Catalogue} from "../catalogue.ts";
import {sourceReference} from "../figures/cite.ts";
import type {ChartContent} from "./kind.ts";
import {packsOf} from "./packs-of.ts";

const words = {
  en: {
    known: (day: string) => `As known on ${day}`,
    sources: (n: number) => (n === 1 ? "1 source" : `${n} sources`),
    files: "Files",
    picture: "the chart as a picture (SVG)",
    table: "its data as a table (CSV by RFC 4180, UTF-8); a row a figure or step, each with its basis or item",
    columns: "Columns of the table",
    cite: "How to cite",
    licence: "Licence of the data",
    caveats: "Before you use it",
    evidence: "Sources",
    made: "Made with Concord",
    again: "The same with the same data again"
  },
  ru: {
    known: (day: string) => `По данным на ${day}`,
    sources: (n: number) => `Источников: ${n}`,
    files: "Файлы",
    picture: "график (SVG)",
    table: "данные графика (CSV по RFC 4180, UTF-8); строка – число или шаг, у каждого своя основа или запись реестра",
    columns: "Столбцы таблицы",
    cite: "Как цитировать",
    licence: "Лицензия данных",
    caveats: "Прежде чем использовать",
    evidence: "Источники",
    made: "Сделано в Concord",
    again: "То же по тем же данным"
  }
} as const;

/** The line below a chart: vintage, number of sources, data and licence. */
export function captionOf(content: ChartContent, catalogue: Catalogue): string {
  const {knowledge, language} = content;
  const own = words[language];
  const packs = packsOf(content, catalogue).map((pack) => `${pack.title} (${pack.licence})`);
  const count = new Set(content.sources).size;
  return [own.known(formatDate(knowledge.asOf, language)), own.sources(count), ...packs, "Concord"].map(stop).join(" ");
}

/** What a person needs who finds the files later: citation, licence, caveats and sources. */
export function readmeOf(content: ChartContent, catalogue: Catalogue, address: string): string {
  const {knowledge, language, title, name, caveats, columns, sources} = content;
  const own = words[language];
  const day = formatDate(knowledge.asOf, language);
  const packs = packsOf(content, catalogue);
  const used = new Set(sources);
  const evidence = knowledge.sources.filter(({id}) => used.has(id));
  const data = packs.map((pack) => `${pack.title} (${pack.version})`).join("; ");
  const section = (head: string, lines: readonly string[]) => [`## ${head}`, "", ...lines, ""];
  return [
    `# ${title}`,
    "",
    `${stop(own.known(day))} ${own.made}.`,
    "",
    ...section(own.files, [`- ${name}.svg: ${own.picture}`, `- ${name}.csv: ${own.table}`]),
    ...section(own.cite, [`Concord. (${knowledge.asOf.slice(0, 4)}). ${title} [${own.known(day)}]. ${data}.`]),
    ...section(
      own.licence,
      packs.map((pack) => `- ${pack.name}: ${pack.licence}`)
    ),
    ...section(
      own.caveats,
      caveats.map((caveat) => `- ${caveat}`)
    ),
    ...section(
      own.columns,
      columns.map(([column, meaning]) => `- ${column}: ${meaning}`)
    ),
    ...section(
      own.evidence,
      evidence.map((source) => `- ${source.id}: ${sourceReference(source, language)}`)
    ),
    `${own.again}: ${address}`,
    ""
  ].join("\n");
}

/** The earliest time that a zip can hold is 1980; the day of knowledge makes equal charts equal files. */
export function zipOf(files: Readonly<Record<string, string>>, asOf: string): Uint8Array {
  const mtime = new Date(`${asOf < "1981" ? "1981-01-01" : asOf}T12:00:00`);
  const entries = Object.entries(files).map(([name, text]) => [name, [strToU8(text), {mtime, level: 6}]] as const);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
