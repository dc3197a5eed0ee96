import type {GravityFit} from "../../gravity/output.ts";

type CellValue = string | number | null | undefined;

/** Rows as CSV by RFC 4180, with line feeds. */
export function csvText(head: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  return `${[head, ...rows].map((row) => row.map(csvCell).join(",")).join("\n")}\n`;
}

function csvCell(value: CellValue): string {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row a coefficient of each fit. */
export function fitsCsv(fits: readonly GravityFit[]): string {
  const head = [
    "model",
    "family",
    "formula",
    "observations",
    "name",
    "estimate",
    "standard_error",
    "z",
    "p",
    "low",
    "high"
  ];
  const rows = fits.flatMap(({family, formula, observations, coefficients}, index) =>
    coefficients.map(({name, estimate, standardError, z, p, low, high}) => [
      index + 1,
      family,
      formula,
      observations,
      name,
      estimate,
      standardError,
      z,
      p,
      low,
      high
    ])
  );
  return csvText(head, rows);
}
