/** A table of the page as CSV by RFC 4180; numbers come from `data-value`, not from how they are written. */
export function tableCsv(table: HTMLTableElement): string {
  const rows = [...table.rows].map((row) => [...row.cells].map(cellText));
  return `${rows.map((cells) => cells.map(quote).join(",")).join("\r\n")}\r\n`;
}

function cellText(cell: HTMLTableCellElement): string {
  const value = cell.dataset.value ?? cell.textContent ?? "";
  return value.replace(/\s+/gu, " ").trim();
}

/** Cells that a spreadsheet would take for a formula are quoted and led by an apostrophe, unless they are numbers. */
function quote(text: string): string {
  const isNumber = /^[-+]?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
