import type {Gap, Series, SeriesFigure, TurnoverOutput} from "../../turnover/output.ts";

/** Columns of the CSV answer; one row a figure. */
const columns = [
  "indicator",
  "economy",
  "partner",
  "reporter",
  "coverage",
  "valuation",
  "prices",
  "deflator",
  "unit",
  "product",
  "period",
  "value",
  "bound",
  "low",
  "high",
  "growth_percent",
  "growth_low",
  "growth_high",
  "gap",
  "gap_percent",
  "role",
  "status",
  "evidence",
  "known",
  "sources",
  "id"
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number | null | undefined>>;

/** All figures of an answer as CSV (RFC 4180): those shown, those beside them and the vintages they replaced. */
export function turnoverCsv(output: TurnoverOutput): string {
  const rows = output.series.flatMap((series) =>
    series.figures.flatMap((figure) => [
      rowOf(series, figure, figure.role, output.gaps),
      ...figure.vintages.map((old) => rowOf(series, {...old, vintages: [], role: "beside"}, "replaced", output.gaps))
    ])
  );
  return `${[columns.join(","), ...rows.map((row) => columns.map((column) => cell(row[column])).join(","))].join("\r\n")}\r\n`;
}

function rowOf({basis, growth}: Series, figure: SeriesFigure, role: string, gaps: readonly Gap[]): Row {
  const change = role === "shown" ? growth.find(({period}) => period === figure.period)?.derived : undefined;
  const gap = gaps.find((one) => one.exporterFigure?.id === figure.id || one.importerFigure?.id === figure.id);
  const {indicator, economy, partner, reporter, coverage, valuation, prices, unit, product} = basis;
  const {period, value, bound, low, high, status, evidence, known, id} = figure;
  return {
    ...{indicator, economy, partner, reporter, coverage, valuation, unit, period, value, bound, low, high},
    prices: typeof prices === "object" ? prices.constant : prices,
    deflator: typeof prices === "object" ? prices.deflator : undefined,
    product: product && `${product.scheme}:${product.code}`,
    growth_percent: change?.value,
    growth_low: change?.low,
    growth_high: change?.high,
    gap: gap?.absolute,
    gap_percent: gap?.percent,
    ...{role, status, evidence, known, id},
    sources: figure.sources.join(" ")
  };
}

function cell(value: string | number | null | undefined): string {
  const text = value === null || value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
