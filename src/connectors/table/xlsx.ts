import {once} from "node:events";
import {createWriteStream} from "node:fs";
import {formatCsvRecord} from "../../base/csv.ts";
import {ConcordError} from "../../base/errors.ts";
import {makeXmlReader, type XmlHandler} from "../../sdmx/xml/xml-reader.ts";
import {openZip, type Zip} from "../zip/read-zip.ts";

/** Workbooks that are read: at most so many bytes when unpacked. */
const largest = 2e9;

/**
 * Writes one sheet of a workbook (Office Open XML, ECMA-376) as CSV: cells as they are stored, without formats, so that
 * dates are the numbers that the sheet holds. `name` defaults to the first sheet.
 */
export async function sheetToCsv(path: string, target: string, name?: string): Promise<void> {
  const zip = await openZip(path, {most: largest});
  try {
    const sheet = await findSheet(zip, path, name);
    const strings = await sharedStrings(zip);
    const out = createWriteStream(target);
    let width = 0;
    for await (const row of rowsOf(zip, sheet, strings)) {
      width ||= row.length;
      if (row.length === 0) continue;
      while (row.length < width) row.push("");
      if (!out.write(`${formatCsvRecord(row)}\n`)) await once(out, "drain");
    }
    out.end();
    await once(out, "finish");
  } finally {
    await zip.close();
  }
}

async function readXml(zip: Zip, name: string, handler: XmlHandler): Promise<void> {
  const entry = zip.entries.find((one) => one.name === name);
  if (!entry) return;
  const reader = makeXmlReader(handler);
  const decoder = new TextDecoder("utf-8", {fatal: true});
  for await (const chunk of zip.stream(entry)) {
    reader.write(decoder.decode(chunk, {stream: true}));
  }
  reader.end();
}

const ignore = {open: () => undefined, text: () => undefined, close: () => undefined};

/** The file of a sheet: the workbook names sheets, its relations say where they are. */
async function findSheet(zip: Zip, path: string, wanted: string | undefined): Promise<string> {
  const sheets: {name: string; relation: string}[] = [];
  const targets = new Map<string, string>();
  await readXml(zip, "xl/workbook.xml", {
    ...ignore,
    open: (element, {name, ":id": relation}) => {
      if (element === "sheet") sheets.push({name: name!, relation: relation!});
    }
  });
  await readXml(zip, "xl/_rels/workbook.xml.rels", {
    ...ignore,
    open: (_, {Id: id, Target: target}) => {
      if (id && target) targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    }
  });
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({name}) => name === wanted);
  const file = sheet && targets.get(sheet.relation);
  if (file !== undefined && zip.entries.some(({name}) => name === file)) return file;
  const names = sheets.map(({name}) => `"${name}"`).join(", ") || "none";
  throw new ConcordError(
    "bad_data",
    `Workbook "${path}" has the sheets ${names}, wanted ${wanted ? `"${wanted}"` : "one"}`
  );
}

/** Texts that cells refer to by number; the runs of a formatted text are joined, readings in brackets are left out. */
async function sharedStrings(zip: Zip): Promise<string[]> {
  const strings: string[] = [];
  let text = "";
  let depth = 0;
  let isPhonetic = false;
  await readXml(zip, "xl/sharedStrings.xml", {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "t") depth++;
      if (name === "rPh") isPhonetic = true;
    },
    text: (piece) => {
      if (depth > 0 && !isPhonetic) text += piece;
    },
    close: (name) => {
      if (name === "t") depth--;
      if (name === "rPh") isPhonetic = false;
      if (name === "si") strings.push(text);
    }
  });
  return strings;
}

async function* rowsOf(zip: Zip, sheet: string, strings: readonly string[]): AsyncGenerator<string[]> {
  const entry = zip.entries.find(({name}) => name === sheet)!;
  const done: string[][] = [];
  let row: string[] = [];
  let cell = {column: 0, type: "n", text: ""};
  let isValue = false;
  const reader = makeXmlReader({
    open: (name, {r, t}) => {
      if (name === "row") row = [];
      if (name === "c") cell = {column: r === undefined ? row.length : columnOf(r), type: t ?? "n", text: ""};
      if (name === "v" || name === "t") isValue = true;
    },
    text: (piece) => {
      if (isValue) cell.text += piece;
    },
    close: (name) => {
      if (name === "v" || name === "t") isValue = false;
      if (name === "c") {
        while (row.length < cell.column) row.push("");
        row[cell.column] = cell.type === "s" ? (strings[Number(cell.text)] ?? "") : cell.text;
      }
      if (name === "row") done.push(row);
    }
  });
  const decoder = new TextDecoder("utf-8", {fatal: true});
  for await (const chunk of zip.stream(entry)) {
    reader.write(decoder.decode(chunk, {stream: true}));
    yield* done.splice(0);
  }
  reader.end();
  yield* done.splice(0);
}

/** Index of a column from its letters: A1 is 0, AB7 is 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, "")) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
