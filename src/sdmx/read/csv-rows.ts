import {ConcordError} from "../../base/errors.ts";

/** Cuts CSV into rows as it arrives. */
export interface CsvReader {
  write(chunk: string): string[][];
  /** Returns what is left; throws when a quoted cell is not closed. */
  end(): string[][];
}

/** Makes a reader of RFC 4180 with the separator that follows the first header cell: comma, semicolon, tab or bar. */
export function makeCsvReader(): CsvReader {
  let buffer = "";
  let separator = "";
  let records = 0;
  let started = false;

  function rowsOf(final: boolean): string[][] {
    if (!started && buffer !== "") {
      if (buffer.charCodeAt(0) === 0xfeff) buffer = buffer.slice(1);
      started = true;
    }
    separator ||= /[,;\t|]/.exec(buffer.replace(/^[A-Z_]+\[[^\]]*\]/, ""))?.[0] ?? (final ? "," : "");
    if (separator === "") return [];
    const rows: string[][] = [];
    let from = 0;
    for (;;) {
      const found = rowAt(from, final);
      if (!found) break;
      rows.push(found.cells);
      records++;
      from = found.next;
    }
    buffer = buffer.slice(from);
    return rows;
  }

  /** The row that begins at `from`; undefined when it is not complete yet. */
  function rowAt(from: number, final: boolean): {cells: string[]; next: number} | undefined {
    if (from >= buffer.length) return undefined;
    const newline = buffer.indexOf("\n", from);
    const end = newline < 0 ? buffer.length : newline;
    const line = buffer.slice(from, end);
    if (!line.includes('"')) {
      if (newline < 0 && !final) return undefined;
      const bare = line.endsWith("\r") ? line.slice(0, -1) : line;
      return {cells: bare.split(separator), next: newline < 0 ? buffer.length : newline + 1};
    }
    return quotedRow(from, final);
  }

  function quotedRow(from: number, final: boolean): {cells: string[]; next: number} | undefined {
    const cells: string[] = [];
    let i = from;
    for (;;) {
      let cell: string;
      if (buffer[i] === '"') {
        const close = closingQuote(i);
        if (close < 0) {
          if (final)
            throw new ConcordError("bad_data", `CSV record ${records + 1} has a quoted cell that is not closed`);
          return undefined;
        }
        cell = buffer.slice(i + 1, close).replaceAll('""', '"');
        i = close + 1;
      } else {
        const start = i;
        while (i < buffer.length && buffer[i] !== separator && buffer[i] !== "\n") i++;
        cell = buffer.slice(start, i);
        if (buffer[i] !== separator && cell.endsWith("\r")) cell = cell.slice(0, -1);
      }
      cells.push(cell);
      if (buffer[i] === "\r" && (buffer[i + 1] === "\n" || i + 1 === buffer.length)) i++; // its line feed may be on the way
      if (i >= buffer.length) return final ? {cells, next: i} : undefined;
      if (buffer[i] === "\n") return {cells, next: i + 1};
      if (buffer[i] !== separator)
        throw new ConcordError(
          "bad_data",
          `CSV record ${records + 1} has text after a closing quote in cell ${cells.length}`
        );
      i++;
    }
  }

  function closingQuote(open: number): number {
    let at = buffer.indexOf('"', open + 1);
    while (at >= 0 && buffer[at + 1] === '"') at = buffer.indexOf('"', at + 2);
    return at;
  }

  return {
    write(chunk) {
      buffer += chunk;
      return rowsOf(false);
    },
    end: () => rowsOf(true)
  };
}
