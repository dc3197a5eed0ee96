import type {Figure} from "../base/figure.ts";
import type {ItemState} from "../register/item-state.ts";
import type {BriefClaim} from "./input.ts";

/** A cell of a table to download. */
export type Cell = string | number | null | undefined;

/** A table as CSV by RFC 4180: a head, then rows, lines ended by CR LF. */
export function toCsv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
}

function toCell(value: Cell): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  // A spreadsheet would run a text that begins like a formula.
  const text = /^(?:[=+@\t\r]|-(?![\d.]+$))/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An address that holds the table itself. */
export function csvAddress(csv: string): string {
  return `data:text/csv;charset=utf-8,${encodeURIComponent(csv)}`;
}

const figureHead = [
  "id",
  "indicator",
  "kind",
  "about",
  "economy",
  "partner",
  "reporter",
  "coverage",
  "valuation",
  "prices",
  "unit",
  "product",
  "period",
  "base",
  "value",
  "bound",
  "step",
  "low",
  "high",
  "status",
  "stage",
  "evidence",
  "known",
  "sources",
  "formula"
];

/** Figures, each with its whole basis. */
export function figuresCsv(figures: readonly Figure[]): string {
  return toCsv(
    figureHead,
    figures.map((figure) => {
      const {basis: b, period, base, value, bound, step, low, high, status, stage, evidence, known, sources} = figure;
      const prices = typeof b.prices === "object" ? `constant ${b.prices.constant} (${b.prices.deflator})` : b.prices;
      const product = b.product && `${b.product.scheme}:${b.product.code}`;
      const basis = [
        b.indicator,
        b.kind,
        b.about,
        b.economy,
        b.partner,
        b.reporter,
        b.coverage,
        b.valuation,
        prices,
        b.unit,
        product
      ];
      const said = [period, base, value, bound, step, low, high, status, stage, evidence, known, sources.join(" ")];
      return [figure.id, ...basis, ...said, figure.formula];
    })
  );
}

const registerHead = [
  "item",
  "kind",
  "title",
  "stage",
  "number",
  "beside",
  "since",
  "dueFirst",
  "dueLast",
  "slipDays",
  "location",
  "class",
  "sources"
];

/** Items with where they stand. */
export function registerCsv(states: readonly ItemState[], title: (item: ItemState["item"]) => string): string {
  return toCsv(
    registerHead,
    states.map((state) => {
      const {item, stage, stageNumber, offLadder, since, due, location, evidence} = state;
      const dates = [since, due?.first, due?.last, due?.slipDays];
      return [
        item.id,
        item.kind,
        title(item),
        stage,
        stageNumber,
        offLadder,
        ...dates,
        location,
        state.class,
        evidence.join(" ")
      ];
    })
  );
}

const verdictHead = [
  "id",
  "text",
  "start",
  "end",
  "period",
  "value",
  "low",
  "high",
  "verdict",
  "reason",
  "why",
  "holdsOn",
  "doesNotHoldOn"
];

/** Statements with their verdicts and the figures for and against. */
export function verdictsCsv(claims: readonly BriefClaim[]): string {
  return toCsv(
    verdictHead,
    claims.map(({id, text, start, end, period, value, low, high, verdict, reason, why, bases}) => {
      const ids = (side: string) =>
        bases
          .filter(({match}) => match === side)
          .map(({figure}) => figure.id)
          .join(" ");
      return [id, text, start, end, period, value, low, high, verdict, reason, why, ids("holds"), ids("does-not-hold")];
    })
  );
}
