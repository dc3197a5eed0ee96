import {makePlaces, type TextPlace} from "./text-places.ts";

/** A CSV text cut into records and cells, each with its place. */
export interface Csv {
  /** Number of records, the header included. */
  readonly length: number;
  /** Cells of a record; record 0 is the header. */
  cells(record: number): string[];
  /** Place of a cell's first character. */
  place(record: number, cell: number): TextPlace;
  /** What breaks RFC 4180, in order. */
  readonly problems: readonly CsvProblem[];
}

/** A breach of RFC 4180. */
export interface CsvProblem {
  readonly place: TextPlace;
  readonly found: string;
  readonly wanted: string;
}

const comma = 44;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

type Note = (offset: number, found: string, wanted: string) => void;
/** End of a cell, where its delimiter stands, and its value. */
interface Cell {
  readonly value: string;
  readonly end: number;
}

/**
 * Reads CSV as RFC 4180 has it: commas, quotation marks doubled inside quoted cells, records ended by LF or CRLF.
 * It always goes on to the end; cells in which something is wrong hold the text as it stands.
 */
export function parseCsv(text: string): Csv {
  const places = makePlaces(text);
  const problems: CsvProblem[] = [];
  const note: Note = (offset, found, wanted) => problems.push({place: places(offset), found, wanted});
  const values: string[] = [];
  const offsets: number[] = [];
  const firsts: number[] = [];
  for (let at = 0; at < text.length; ) {
    firsts.push(values.length);
    for (;;) {
      const cell = text.charCodeAt(at) === quote ? quotedCell(text, at, note) : plainCell(text, at, note);
      values.push(cell.value);
      offsets.push(at);
      at = cell.end + 1;
      if (text.charCodeAt(cell.end) !== comma) break;
    }
    if (text.charCodeAt(at - 1) === carriageReturn) at++; // the second half of CRLF
  }
  firsts.push(values.length);
  return {
    length: firsts.length - 1,
    cells: (record) => values.slice(firsts[record]!, firsts[record + 1]!),
    place: (record, cell) => places(offsets[firsts[record]! + cell]!),
    problems
  };
}

function isEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code === comma ||
    code === lineFeed ||
    at >= text.length ||
    (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed)
  );
}

function plainCell(text: string, start: number, note: Note): Cell {
  let end = start;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code > comma) continue;
    if (isEnd(text, end)) break;
    if (code === quote) note(end, "a quotation mark in a cell that is not quoted", 'the cell in "…", the mark doubled');
    if (code === carriageReturn) note(end, "a carriage return without a line feed", "LF or CRLF");
  }
  return {value: text.slice(start, end), end};
}

function quotedCell(text: string, start: number, note: Note): Cell {
  let close = text.indexOf('"', start + 1);
  let hasDoubled = false;
  while (close >= 0 && text.charCodeAt(close + 1) === quote) {
    hasDoubled = true;
    close = text.indexOf('"', close + 2);
  }
  if (close < 0) {
    note(start, "a quotation mark that is never closed", "a closing quotation mark");
    return {value: text.slice(start + 1), end: text.length};
  }
  const inner = text.slice(start + 1, close);
  const value = hasDoubled ? inner.replaceAll('""', '"') : inner;
  if (isEnd(text, close + 1)) return {value, end: close + 1};
  note(close + 1, "text after the closing quotation mark", "a comma or the end of the line");
  let end = close + 1;
  while (!isEnd(text, end)) end++;
  return {value: value + text.slice(close + 1, end), end};
}

/** Writes one record without its line end; cells are quoted only where they must be. */
export function formatCsvRecord(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
