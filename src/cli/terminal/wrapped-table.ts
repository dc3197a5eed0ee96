import type {Style} from "./style.ts";
import type {Cell} from "./table.ts";
import {displayWidth, padEnd, wrap} from "./width.ts";

/** How a table of running text is laid out. */
export interface WrappedOptions {
  /** Columns of the terminal. */
  readonly width: number;
  readonly style: Style;
  /** How the columns share the width that is left; a column with 0 is as wide as its widest cell. */
  readonly shares: readonly number[];
}

const gutter = 2;

/** Renders rows whose cells are wrapped to their columns; no column is wider than its text needs. */
export function renderWrapped(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  {width, style, shares}: WrappedOptions
): string {
  const widths = columnWidths(heads, rows, width - gutter, shares);
  const line = (cells: readonly Cell[]) => renderRow(cells, widths);
  const head = line(heads.map((text) => ({text, paint: style.dim})));
  const rule = `  ${style.dim("─".repeat(widths.reduce((sum, w) => sum + w + gutter, -gutter)))}`;
  return [head, rule, ...rows.map(line)].join("\n");
}

function columnWidths(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  total: number,
  shares: readonly number[]
): number[] {
  const natural = heads.map((head, c) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[c]?.text ?? "")), displayWidth(head))
  );
  const widths = natural.map((own, c) => (shares[c] === 0 ? own : 0));
  let left = total - gutter * (heads.length - 1) - widths.reduce((a, b) => a + b, 0);
  let open = shares.flatMap((share, c) => (share > 0 ? [c] : []));
  // A column that needs less than its share leaves the rest to the others.
  for (let settled = true; settled && open.length > 0; ) {
    const sum = open.reduce((s, c) => s + shares[c]!, 0);
    const small = open.filter((c) => natural[c]! <= Math.floor((left * shares[c]!) / sum));
    settled = small.length > 0;
    for (const c of small) {
      widths[c] = natural[c]!;
      left -= natural[c]!;
    }
    open = open.filter((c) => !small.includes(c));
    if (!settled) for (const c of open) widths[c] = Math.max(8, Math.floor((left * shares[c]!) / sum));
  }
  return widths;
}

function renderRow(cells: readonly Cell[], widths: readonly number[]): string {
  const wrapped = cells.map(({text}, c) => wrap(text, widths[c]!).split("\n"));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({length: height}, (_, at) => {
    const parts = wrapped.map((lines, c) => {
      const text = lines[at] ?? "";
      return padEnd(cells[c]!.paint && text !== "" ? cells[c]!.paint(text) : text, widths[c]!);
    });
    return `  ${parts.join(" ".repeat(gutter))}`.trimEnd();
  }).join("\n");
}
