import {z} from "@hono/zod-openapi";
import {basisKey} from "../../base/basis-key.ts";
import {ConcordError} from "../../base/errors.ts";
import type {Figure} from "../../base/figure.ts";
import {groupBy} from "../../base/group-by.ts";
import {basisLabel, type Language} from "../../base/label.ts";
import {figuresCsv} from "../../brief/csv.ts";
import {changesChart} from "../../charts/changes-chart.ts";
import {booksColour} from "../../charts/identity.ts";
import {chartYears} from "../../charts/points.ts";
import {scaleFor, unitName} from "../../charts/words.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {balanceFigures, notStored} from "../figures/computed.ts";
import {turnoverParameters} from "../turnover/query.ts";
import {figureCaveats, notInChart} from "./caveats.ts";
import {figureColumns} from "./columns.ts";
import type {ChartKind} from "./kind.ts";
import {askTurnover, nothingToDraw} from "./turnover-kind.ts";
import {widthParameter} from "./width.ts";

const parameters = turnoverParameters.extend({
  basis: z.string().min(1).max(300).optional().openapi({
    description: "Key of the basis to draw, as answers give it; defaults to the one with most years",
    example: "turnover|change||BLR|RUS|BLR|goods||current|%|"
  }),
  width: widthParameter
});

/** What charts of numbers around zero differ in. */
interface Changes {
  readonly name: "growth" | "balance";
  readonly summary: string;
  readonly title: Readonly<Record<Language, (economy: string, partner: string) => string>>;
  readonly figures: (output: TurnoverOutput, all: readonly Figure[]) => readonly Figure[];
}

const height = 260;

/** A chart with a bar a year of the basis that is asked for; the table holds the other periods of that basis too. */
function changesKind({name, summary, title, figures}: Changes): ChartKind<typeof parameters> {
  return {
    name,
    summary,
    parameters,
    make: (asked, catalogue) => {
      const {language, width, basis} = asked;
      const {gazetteer} = catalogue;
      const {knowledge, output} = askTurnover(asked, catalogue);
      const all = figures(output, knowledge.figures);
      const drawn = seriesToDraw(all, basis);
      if (!drawn && basis !== undefined && all.length > 0) throw noSuchBasis(basis, all);
      if (!drawn) throw nothingToDraw(output);
      const {points} = chartYears({basis: drawn[0]!.basis, label: "", figures: drawn});
      const inChart = new Set(points.map(({figure}) => figure));
      const left = drawn.filter((figure) => !inChart.has(figure));
      const unit = drawn[0]!.basis.unit;
      const scale = unit === "%" ? 1 : scaleFor(points.map(({value}) => value));
      const names = [output.economy, output.partner].map((id) => gazetteer.name(id, language)) as [string, string];
      const label = basisLabel({...drawn[0]!.basis, unit: "USD"}, gazetteer, language); // the axis names the unit
      const heading = `${title[language](...names)}: ${label}`;
      return {
        knowledge,
        language,
        name: `${name}-${output.economy}-${output.partner}`,
        title: heading,
        sources: drawn.flatMap(({sources}) => sources),
        caveats: [
          ...(left.length > 0 ? [notInChart(left, new Set([...inChart].map(({period}) => period)), language)] : []),
          ...figureCaveats(drawn, language, "bars")
        ],
        draw: (document, caption) =>
          changesChart(points, {
            document,
            language,
            width,
            height,
            caption: `${heading}. ${caption}`,
            title: heading,
            description: heading,
            scale,
            unit: unit === "%" ? "%" : unitName(unit, scale, language),
            colour: booksColour(drawn[0]!.basis, [output.economy, output.partner])
          }),
        csv: () => figuresCsv(drawn),
        columns: figureColumns[language]
      };
    }
  };
}

/** Names the bases that there are: a key is long, and a typing error in it is no lack of data. */
function noSuchBasis(basis: string, all: readonly Figure[]): ConcordError {
  const known = [...new Set(all.map((figure) => basisKey(figure.basis)))].join("; ");
  return new ConcordError("not_found", `Basis "${basis.slice(0, 80)}" is none of those of this pair`, {
    details: {hint: `there are ${known}`}
  });
}

/** The figures of one basis: the one asked for, else the one with most years, in the order of the answer. */
function seriesToDraw(figures: readonly Figure[], key: string | undefined): readonly Figure[] | undefined {
  const series = groupBy(figures, ({basis}) => basisKey(basis));
  if (key !== undefined) return series.get(key);
  const years = (all: readonly Figure[]) => chartYears({basis: all[0]!.basis, label: "", figures: all}).points.length;
  return [...series.values()].filter((all) => years(all) > 0).sort((a, b) => years(b) - years(a))[0];
}

/** Growth of turnover within each basis, against the year before. */
export const growthKind = changesKind({
  name: "growth",
  summary: "Growth of turnover on one basis",
  title: {
    en: (economy, partner) => `Growth of the turnover of ${economy} and ${partner}`,
    ru: (economy, partner) => `Рост товарооборота: ${economy} – ${partner}`
  },
  figures: ({series}) =>
    series
      .filter(({basis}) => basis.indicator === "turnover")
      .flatMap(({growth}) => growth.flatMap(({derived}) => derived ?? []))
});

/** Balance of the first economy in each set of books: as stated, else exports less imports. */
export const balanceKind = changesKind({
  name: "balance",
  summary: "Trade balance of the first economy on one basis",
  title: {
    en: (economy, partner) => `Trade balance of ${economy} with ${partner}`,
    ru: (economy, partner) => `Сальдо торговли: ${economy} – ${partner}`
  },
  figures: ({series, economy, partner, product}, all) => [
    ...all.filter(
      ({basis}) =>
        basis.indicator === "balance" &&
        basis.kind === "level" &&
        basis.economy === economy &&
        basis.partner === partner &&
        (basis.product ? `${basis.product.scheme}:${basis.product.code}` : null) === product
    ),
    ...notStored(
      balanceFigures(
        series.filter(({basis}) => typeof basis.prices !== "object"),
        economy
      ),
      all
    )
  ]
});
