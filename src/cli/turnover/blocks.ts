import {entityName} from "../../base/label.ts";
import type {Gap, Series, SeriesFigure} from "../../turnover/output.ts";
import {type Scale, scaleOf} from "../terminal/numbers.ts";
import type {Page} from "./page.ts";

/** The series of one flow in one unit, side by side, with the gaps between them. */
export interface Block {
  readonly heading: string;
  readonly series: readonly Series[];
  readonly gaps: readonly Gap[];
  readonly scale: Scale;
}

/** The nominal series of an answer by flow and unit: turnover, then each direction. */
export function blocksOf(page: Page): Block[] {
  const {series, gaps} = page.output;
  const nominal = series.filter(({basis}) => typeof basis.prices !== "object");
  const keys = [...new Set(nominal.map(flowKey))];
  return keys.map((key) => {
    const members = nominal.filter((one) => flowKey(one) === key);
    return {
      heading: headingOf(page, members[0]!),
      series: members,
      gaps: gaps.filter((gap) => isGapOf(gap, members[0]!)),
      scale: scaleOf(members.flatMap(({figures}) => figures.map(({value}) => value ?? 0)))
    };
  });
}

function flowKey({basis}: Series): string {
  return [basis.indicator, basis.economy, basis.partner, basis.unit].join(" ");
}

function headingOf({words, naming, language}: Page, {basis}: Series): string {
  const {indicator, economy = "", partner = ""} = basis;
  const [a, b] = [economy, partner].map((id) => entityName(id, naming, language));
  if (indicator === "turnover") return words.headings.turnover;
  return indicator === "exports" ? words.headings.exports(a!, b!) : `${indicator}: ${a} – ${b}`;
}

function isGapOf({indicator, direction, unit}: Gap, {basis}: Series): boolean {
  if (indicator !== basis.indicator || unit !== basis.unit) return false;
  return indicator === "turnover" || direction === `${basis.economy}>${basis.partner}`;
}

/** Figures of a block in order, with the series that each is of. */
export function figuresIn(block: Block): {series: Series; figure: SeriesFigure}[] {
  return block.series.flatMap((series) => series.figures.map((figure) => ({series, figure})));
}

/** Whether a block has so little that a line says it better than a table. */
export function isSlight(block: Block): boolean {
  return figuresIn(block).filter(({figure}) => figure.role === "shown").length < 2;
}
