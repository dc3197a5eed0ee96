import {z} from "@hono/zod-openapi";
import {ConcordError} from "../../base/errors.ts";
import {basisLabel} from "../../base/label.ts";
import {figuresCsv} from "../../brief/csv.ts";
import {nominalTurnover} from "../../brief/scale.ts";
import {briefWords} from "../../brief/words/index.ts";
import {drawnSeries} from "../../charts/drawn-series.ts";
import {turnoverChart} from "../../charts/turnover-chart.ts";
import type {Series, TurnoverOutput} from "../../turnover/output.ts";
import type {Catalogue} from "../catalogue.ts";
import {turnoverAnswer} from "../turnover/answer.ts";
import {turnoverParameters, turnoverQuery} from "../turnover/query.ts";
import {figureCaveats} from "./caveats.ts";
import {figureColumns} from "./columns.ts";
import type {ChartKind} from "./kind.ts";
import {widthParameter} from "./width.ts";

const parameters = turnoverParameters.extend({
  prices: z
    .enum(["current", "constant"])
    .default("current")
    .openapi({description: "Prices of the levels; defaults to current"}),
  width: widthParameter
});

/** Levels of turnover by basis as lines, with the mirror gap as a band. */
export const turnoverKind: ChartKind<typeof parameters> = {
  name: "turnover",
  summary: "Turnover by basis",
  parameters,
  make: (asked, catalogue) => {
    const {language, prices, width} = asked;
    const {knowledge, output} = askTurnover(asked, catalogue);
    const {gazetteer} = catalogue;
    const series = prices === "current" ? nominalTurnover(output.series) : constantTurnover(output.series);
    if (series.length === 0) throw nothingToDraw(output);
    const {series: lines, before} = drawnSeries(series);
    const figures = series.flatMap((one) => one.figures.map(({role, vintages, ...figure}) => figure));
    return {
      knowledge,
      language,
      name: `turnover-${output.economy}-${output.partner}${prices === "constant" ? "-constant" : ""}`,
      title: pairTitle(output, catalogue, language),
      sources: figures.flatMap(({sources}) => sources),
      caveats: [
        ...(before.length > 0 ? [briefWords[language].notDrawn(before.join(", "))] : []),
        ...figureCaveats(figures, language)
      ],
      draw: (document, caption) =>
        turnoverChart(
          lines.map((one) => ({...one, label: basisLabel(one.basis, gazetteer, language)})),
          {document, language, width, caption, economies: [output.economy, output.partner]}
        ),
      csv: () => figuresCsv(figures),
      columns: figureColumns[language]
    };
  }
};

/** The answer that a chart of two economies is drawn from. */
export function askTurnover(asked: z.infer<typeof turnoverParameters>, catalogue: Catalogue) {
  const knowledge = catalogue.knowledge(asked.asOf ?? catalogue.today());
  const query = turnoverQuery(asked, catalogue.gazetteer);
  const output = turnoverAnswer(knowledge, query, {gazetteer: catalogue.gazetteer, language: asked.language});
  return {knowledge, output};
}

function constantTurnover(series: readonly Series[]): Series[] {
  return series.filter(({basis}) => basis.indicator === "turnover" && typeof basis.prices === "object");
}

const titles = {
  en: (a: string, b: string) => `Turnover of ${a} and ${b}`,
  ru: (a: string, b: string) => `Товарооборот: ${a} – ${b}`
} as const;

function pairTitle({economy, partner}: TurnoverOutput, {gazetteer}: Catalogue, language: "en" | "ru"): string {
  return titles[language](gazetteer.name(economy, language), gazetteer.name(partner, language));
}

/** No data is an answer of its own, not an empty picture. */
export function nothingToDraw({economy, partner, asOf}: TurnoverOutput): ConcordError {
  return new ConcordError("not_found", `Nothing was known on ${asOf} to draw of ${economy} and ${partner}`, {
    details: {hint: "/api/pairs lists the pairs with figures; a wider period or a later asOf may hold some"}
  });
}
