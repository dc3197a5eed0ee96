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
interface CsvProblem {
  readonly place: TextPlace;
  readonly found: string;
  readonly wanted: string;
}

const comma = 44;
const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

type Note = (offset: number, found: string, wanted: string) => void;

/**
 * Reads CSV as RFC 4180 has it: commas, quotation marks doubled inside quoted cells, records ended by LF or CRLF.
 * It always goes on to the end; cells in which something is wrong hold the text as it stands. Only the bounds of cells
 * are kept: making ten million strings at once costs more than finding them.
 */
export function parseCsv(text: string): Csv {
  const places = makePlaces(text);
  const problems: CsvProblem[] = [];
  const note: Note = (offset, found, wanted) => problems.push({place: places(offset), found, wanted});
  const starts = new Offsets();
  const ends = new Offsets();
  const firsts = new Offsets();
  for (let at = 0; at < text.length; ) {
    firsts.push(starts.length);
    for (;;) {
      const end = text.charCodeAt(at) === quote ? quotedEnd(text, at, note) : plainEnd(text, at, note);
      starts.push(at);
      ends.push(end);
      at = end + 1;
      if (text.charCodeAt(end) !== comma) break;
    }
    if (text.charCodeAt(at - 1) === carriageReturn) at++; // the second half of CRLF
  }
  firsts.push(starts.length);
  const cells = (record: number) => {
    const first = firsts.at(record);
    return Array.from({length: firsts.at(record + 1) - first}, (_, cell) =>
      cellText(text, starts.at(first + cell), ends.at(first + cell))
    );
  };
  return {
    length: firsts.length - 1,
    cells,
    place: (record, cell) => places(starts.at(firsts.at(record) + cell)),
    problems
  };
}

/** A list of offsets that grows, at four bytes each. */
class Offsets {
  #values = new Int32Array(1024);
  length = 0;

  push(offset: number): void {
    if (this.length === this.#values.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = offset;
  }

  at(index: number): number {
    return this.#values[index]!;
  }
}

function cellText(text: string, start: number, end: number): string {
  if (text.charCodeAt(start) !== quote || end - start < 2 || text.charCodeAt(end - 1) !== quote)
    return text.slice(start, end);
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
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

/** Where the cell that starts at an offset ends: at its delimiter. */
function plainEnd(text: string, start: number, note: Note): number {
  for (let at = start; ; at++) {
    const code = text.charCodeAt(at);
    if (code > comma) continue;
    if (code === comma || isEnd(text, at)) return at;
    if (code === quote) note(at, "a quotation mark in a cell that is not quoted", 'the cell in "…", the mark doubled');
    if (code === carriageReturn) note(at, "a carriage return without a line feed", "LF or CRLF");
  }
}

function quotedEnd(text: string, start: number, note: Note): number {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === quote) close = text.indexOf('"', close + 2);
  if (close < 0) {
    note(start, "a quotation mark that is never closed", "a closing quotation mark");
    return text.length;
  }
  if (isEnd(text, close + 1)) return close + 1;
  note(close + 1, "text after the closing quotation mark", "a comma or the end of the line");
  let end = close + 1;
  while (!isEnd(text, end)) end++;
  return end;
}

/** Writes one record without its line end; cells are quoted only where they must be. */
export function formatCsvRecord(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
}
