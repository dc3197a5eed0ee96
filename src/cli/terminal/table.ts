import type {Style} from "./style.ts";
import {displayWidth, padEnd, padStart} from "./width.ts";

/** Head that stands over several columns, which stay together where a table is broken. */
export interface ColumnGroup {
  readonly lines: readonly string[];
}

/** One column of a table. */
export interface Column {
  readonly head: string;
  /** "decimal" puts the decimal marks under each other. */
  readonly align: "left" | "right" | "decimal";
  readonly group?: ColumnGroup;
}

/** One cell; `paint` marks the text and changes no width. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal; a wider table is broken into several, each with the first column. */
  readonly width: number;
  readonly style: Style;
  /** Set before every line; defaults to two spaces. */
  readonly margin?: string;
}

const gutter = "  ";
const groupGutter = "   ";
const empty: Cell = {text: ""};

/** Renders a table with aligned columns; groups that have nothing in a row leave it out of their part of the table. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  {width, style, margin = "  "}: TableOptions
): string {
  const laid = columns.map((column, index) =>
    layOut(
      column,
      rows.map((row) => row[index] ?? empty)
    )
  );
  const [first, ...others] = laid;
  if (!first) return "";
  const parts = breakUp(bundle(others), width - displayWidth(margin) - first.width);
  return parts.map((part) => renderPart(first, part, rows.length, style, margin)).join("\n\n");
}

/** A column with its cells padded to one width. */
interface Laid {
  readonly column: Column;
  readonly cells: readonly string[];
  readonly isEmpty: readonly boolean[];
  readonly width: number;
}

/** Columns under one head. */
interface Bundle {
  readonly lines: readonly string[];
  readonly columns: readonly Laid[];
  readonly width: number;
}

function layOut(column: Column, cells: readonly Cell[]): Laid {
  const texts = column.align === "decimal" ? alignDecimals(cells) : cells.map(({text}) => text);
  const width = Math.max(displayWidth(column.head), ...texts.map(displayWidth));
  return {
    column,
    cells: texts.map((text, index) => padCell(column, text, width, cells[index]!.paint)),
    isEmpty: cells.map(({text}) => text === ""),
    width
  };
}

function padCell(
  {align}: Column,
  text: string,
  width: number,
  paint: (text: string) => string = (same) => same
): string {
  const padded = align === "left" ? padEnd(text, width) : padStart(text, width);
  return text.trim() === "" ? padded : padded.replace(text.trim(), paint);
}

/** Pads both ends, so that what stands before the decimal mark ends in one column. */
function alignDecimals(cells: readonly Cell[]): string[] {
  const heads = cells.map(({text}) => /^[^\d]*[\d\u00A0\u202F]*/.exec(text)![0]);
  const tails = cells.map(({text}, index) => text.slice(heads[index]!.length));
  const before = Math.max(...heads.map(displayWidth));
  const after = Math.max(...tails.map(displayWidth));
  return heads.map((head, index) => padStart(head, before) + padEnd(tails[index]!, after));
}

function bundle(columns: readonly Laid[]): Bundle[] {
  const groups: Laid[][] = [];
  for (const laid of columns) {
    const last = groups.at(-1);
    if (last && laid.column.group && last[0]!.column.group === laid.column.group) last.push(laid);
    else groups.push([laid]);
  }
  return groups.map((members) => {
    const lines = members[0]!.column.group?.lines ?? [];
    const natural = members.reduce((sum, {width}) => sum + width, (members.length - 1) * gutter.length);
    return {lines, columns: members, width: Math.max(natural, ...lines.map(displayWidth))};
  });
}

/** As many bundles side by side as fit; one that is too wide alone stands alone. */
function breakUp(bundles: readonly Bundle[], width: number): Bundle[][] {
  const parts: Bundle[][] = [];
  let room = 0;
  for (const one of bundles) {
    const needed = one.width + groupGutter.length;
    if (parts.length === 0 || needed > room) {
      parts.push([]);
      room = width;
    }
    parts.at(-1)!.push(one);
    room -= needed;
  }
  return parts;
}

function renderPart(first: Laid, part: readonly Bundle[], rowCount: number, style: Style, margin: string): string {
  const line = (label: string, texts: readonly string[]) => (margin + [label, ...texts].join(groupGutter)).trimEnd();
  const groupLines = Math.max(...part.map(({lines}) => lines.length));
  const heads = Array.from({length: groupLines}, (_, at) =>
    line(
      " ".repeat(first.width),
      part.map((one) => style.bold(padStart(lineAt(one, at, groupLines), one.width)))
    )
  );
  const names = line(
    style.dim(padCell(first.column, first.column.head, first.width)),
    part.map((one) => style.dim(padStart(one.columns.map(headOf).join(gutter), one.width)))
  );
  const total = first.width + part.reduce((sum, {width}) => sum + width + groupGutter.length, 0);
  const kept = Array.from({length: rowCount}, (_, row) => row).filter((row) => part.some((one) => !isBlank(one, row)));
  const body = kept.map((row) =>
    line(
      first.cells[row]!,
      part.map((one) => cellsAt(one, row))
    )
  );
  return [...heads, names, margin + style.dim("─".repeat(total)), ...body].join("\n");
}

/** Heads of fewer lines than the others stand low, next to their columns. */
function lineAt({lines}: Bundle, at: number, count: number): string {
  return lines[at - (count - lines.length)] ?? "";
}

function headOf({column, width}: Laid): string {
  return column.align === "left" ? padEnd(column.head, width) : padStart(column.head, width);
}

function isBlank({columns}: Bundle, row: number): boolean {
  return columns.every(({isEmpty}) => isEmpty[row]);
}

function cellsAt({columns, width}: Bundle, row: number): string {
  return padStart(columns.map(({cells}) => cells[row]!).join(gutter), width);
}
