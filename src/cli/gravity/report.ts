import type {Language} from "../../base/label.ts";
import type {Coefficient, GravityFit, PercentEffect} from "../../gravity/output.ts";
import type {Screen} from "../terminal/output.ts";
import {type Cell, type Column, renderTable} from "../terminal/table.ts";
import {displayWidth, padEnd, wrap} from "../terminal/width.ts";
import {formatCount, formatEstimate, formatP, formatStatistic, starsOf} from "./numbers.ts";
import {gravityWords, reasonText, warningText} from "./words.ts";

/** How a report is shown. */
export interface ReportOptions {
  readonly language: Language;
  readonly screen: Screen;
  readonly stars: boolean;
}

/** One fit in full: estimates, what was left out and why, how good it is, effects and tests. */
export function fitReport(fit: GravityFit, options: ReportOptions): string {
  const {language, screen} = options;
  const {style, width} = screen;
  const words = gravityWords[language];
  const head = style.bold(wrap(`${words.families[fit.family]}: ${fit.formula}`, width, "  "));
  const warnings = fit.warnings.map((warning) => style.warn(wrap(`! ${warningText(warning, language)}`, width, "  ")));
  return [
    `${head}\n${facts([dataLine(fit, language)], screen)}`,
    ...(fit.coefficients.length > 0 ? [coefficientTable(fit.coefficients, fit, options)] : []),
    facts(summary(fit, language), screen),
    ...(options.stars ? [`  ${style.dim(words.stars)}`] : []),
    ...section(words.percents, fit.effects, () => percentTable(fit.effects, fit, options), screen),
    ...section(words.totals, fit.totals, () => coefficientTable(fit.totals, fit, options), screen),
    ...section(
      words.tariffs(String(fit.elasticity)),
      fit.tariffEquivalents,
      () => percentTable(fit.tariffEquivalents, fit, options),
      screen
    ),
    ...biasSections(fit, options),
    ...bootstrapSection(fit, options),
    ...section(words.testTitle, fit.tests, () => testTable(fit, options), screen),
    ...(warnings.length > 0 ? [warnings.join("\n")] : [])
  ].join("\n\n");
}

function section(title: string, rows: readonly unknown[], table: () => string, {style, width}: Screen): string[] {
  return rows.length === 0 ? [] : [`${style.bold(wrap(title, width))}\n${table()}`];
}

type Fact = readonly [string, string];

function dataLine({data}: GravityFit, language: Language): Fact {
  const rows = gravityWords[language].rows(formatCount(data.chosen, language), formatCount(data.rows, language));
  return [data.path, data.chosen === data.rows ? formatCount(data.rows, language) : rows];
}

function summary(fit: GravityFit, language: Language): Fact[] {
  const words = gravityWords[language];
  const count = (value: number) => formatCount(value, language);
  const {vcov} = fit;
  const errors = [
    words.types[vcov.type],
    ...vcov.clusters.map(({name, count: number}) => words.clusters(name, count(number))),
    words.rule(vcov.rule, vcov.factor),
    words.tests(vcov.degreesOfFreedom === null ? undefined : count(vcov.degreesOfFreedom))
  ];
  const quality = [
    ...(fit.pseudoR2 === null ? [] : [`${words.pseudoR2} ${formatEstimate(fit.pseudoR2, language)}`]),
    ...(fit.r2 === null ? [] : [`${words.r2} ${formatEstimate(fit.r2, language)}`]),
    `${words.deviance} ${formatEstimate(fit.deviance, language)}`,
    `${words.logLikelihood} ${formatEstimate(fit.logLikelihood, language)}`,
    fit.converged ? words.converged(fit.iterations) : words.notConverged(fit.iterations)
  ];
  return [
    [words.observations, count(fit.observations)],
    ...fit.dropped.map(
      ({reason, count: number}): Fact => [words.dropped, `${count(number)}: ${reasonText(reason, language)}`]
    ),
    ...fit.omitted.map(({name, reason}): Fact => [words.omitted, `${name}: ${reasonText(reason, language)}`]),
    ...(fit.fixedEffects.length > 0
      ? [[words.effects, fit.fixedEffects.map(({name, levels}) => `${name} (${count(levels)})`).join(", ")] as const]
      : []),
    [words.errors, errors.join("; ")],
    [words.fit, quality.join(", ")]
  ];
}

/** Names and what they are, names under each other. */
function facts(rows: readonly Fact[], {style, width}: Screen): string {
  const room = Math.max(...rows.map(([name]) => displayWidth(name)));
  return rows
    .map(([name, text], index) => {
      const shown = rows[index - 1]?.[0] === name ? "" : name;
      const indent = " ".repeat(room + 4);
      const [first = "", ...others] = wrap(`${" ".repeat(room + 4)}${text}`, width, indent).split("\n");
      return [`  ${style.dim(padEnd(shown, room))}  ${first.slice(indent.length)}`, ...others].join("\n");
    })
    .join("\n");
}

function coefficientTable(
  rows: readonly Coefficient[],
  {level}: GravityFit,
  {language, screen, stars}: ReportOptions
): string {
  const words = gravityWords[language];
  const columns: Column[] = [
    {head: "", align: "left"},
    {head: words.estimate, align: "decimal"},
    {head: words.error, align: "decimal"},
    {head: "z", align: "decimal"},
    {head: "p", align: "right"},
    ...intervalColumns(level, language)
  ];
  return renderTable(
    columns,
    rows.map((row) => coefficientCells(row, language, stars)),
    screen
  );
}

function intervalColumns(level: number, language: Language): Column[] {
  const group = {lines: [gravityWords[language].level(String(Math.round(1000 * level) / 10))]};
  return [
    {head: "", align: "decimal", group},
    {head: "", align: "decimal", group}
  ];
}

function coefficientCells(
  {name, estimate, standardError, z, p, low, high}: Coefficient,
  language: Language,
  stars: boolean
): Cell[] {
  const texts = [
    name,
    `${formatEstimate(estimate, language)}${stars ? starsOf(p) : ""}`,
    formatEstimate(standardError, language),
    formatStatistic(z, language),
    formatP(p, language),
    formatEstimate(low, language),
    formatEstimate(high, language)
  ];
  return texts.map((text) => ({text}));
}

function percentTable(rows: readonly PercentEffect[], {level}: GravityFit, {language, screen}: ReportOptions): string {
  const words = gravityWords[language];
  const columns: Column[] = [
    {head: "", align: "left"},
    {head: words.change, align: "decimal"},
    {head: words.error, align: "decimal"},
    ...intervalColumns(level, language)
  ];
  return renderTable(
    columns,
    rows.map(({name, percent, standardError, low, high}) =>
      [name, ...[percent, standardError, low, high].map((value) => formatStatistic(value, language))].map((text) => ({
        text
      }))
    ),
    screen
  );
}

function biasSections({biasCorrection, jackknife}: GravityFit, {language, screen}: ReportOptions): string[] {
  const words = gravityWords[language];
  const columns = (heads: readonly string[]): Column[] => [
    {head: "", align: "left"},
    ...heads.map((head): Column => ({head, align: "decimal"}))
  ];
  const cells = (name: string, values: readonly (number | null)[]) => [
    {text: name},
    ...values.map((value) => ({text: formatEstimate(value, language)}))
  ];
  const bias = biasCorrection?.coefficients ?? [];
  const halves = jackknife?.coefficients ?? [];
  return [
    ...section(
      words.bias(biasCorrection?.ways ?? 0),
      bias,
      () =>
        renderTable(
          columns([words.uncorrected, words.biasColumn, words.corrected, words.correctedError]),
          bias.map((row) => cells(row.name, [row.uncorrected, row.bias, row.corrected, row.standardError])),
          screen
        ),
      screen
    ),
    ...section(
      words.jackknife(jackknife?.splits ?? 0, jackknife?.seed ?? 0),
      halves,
      () =>
        renderTable(
          columns([words.uncorrected, words.corrected]),
          halves.map((row) => cells(row.name, [row.uncorrected, row.corrected])),
          screen
        ),
      screen
    )
  ];
}

function bootstrapSection({bootstrap}: GravityFit, {language, screen}: ReportOptions): string[] {
  const rows = bootstrap?.coefficients ?? [];
  const columns: Column[] = [
    {head: "", align: "left"},
    {head: "z", align: "decimal"},
    {head: "p", align: "right"}
  ];
  const cells = () =>
    rows.map(({name, statistic, p}) =>
      [name, formatStatistic(statistic, language), formatP(p, language)].map((text) => ({text}))
    );
  const title = gravityWords[language].bootstrap(formatCount(bootstrap?.draws ?? 0, language), bootstrap?.seed ?? 0);
  return section(title, rows, () => renderTable(columns, cells(), screen), screen);
}

function testTable({tests}: GravityFit, {language, screen}: ReportOptions): string {
  const columns: Column[] = [
    {head: "", align: "left"},
    {head: "", align: "decimal"},
    {head: "", align: "left"},
    {head: "p", align: "right"}
  ];
  const rows = tests.map(({name, statistic, distribution, p}) => [
    {text: gravityWords[language].testNames[name]},
    {text: formatStatistic(statistic, language)},
    {text: distribution},
    {text: formatP(p, language)}
  ]);
  return renderTable(columns, rows, screen);
}
