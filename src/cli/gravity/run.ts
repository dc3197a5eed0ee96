import {writeFile} from "node:fs/promises";
import {ConcordError} from "../../base/errors.ts";
import {gravityFigures} from "../../gravity/figures.ts";
import {estimateGravity, type FittedGravity} from "../../gravity/fit-gravity.ts";
import type {GravityOptions} from "../../gravity/options.ts";
import {fixedEffects, predictions} from "../../gravity/predictions.ts";
import {tradeCosts} from "../../gravity/trade-costs.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import {csvText, fitsCsv} from "./csv.ts";
import type {FitFlags} from "./flags.ts";
import {openData} from "./open-data.ts";
import {fitReport} from "./report.ts";
import {sideBySide, sideBySideLatex, sideBySideMarkdown, sideBySideText} from "./side-by-side.ts";

/** Answers `concord gravity DATA --formula …`. */
export async function runFit(this: CliContext, flags: FitFlags, path: string): Promise<void> {
  refuseContradictions(flags);
  const frame = await openData(this, path, flags);
  const fitted: FittedGravity[] = [];
  try {
    for (const [index, formula] of flags.formula.entries())
      fitted.push(await estimateGravity(frame, optionsOf(this, flags, formula, index)));
  } finally {
    frame.close();
  }
  write(this, fitted, flags);
  await writeFiles(this, fitted, flags, path);
}

function refuseContradictions({formula, family, json, csv, latex, markdown, ...files}: FitFlags): void {
  const forms = Object.entries({json, csv, latex, markdown}).filter(([, chosen]) => chosen);
  if (forms.length > 1)
    throw usage(`Options ${forms.map(([name]) => `--${name}`).join(" and ")} exclude each other`, "choose one of them");
  if (family && family.length > 1 && family.length !== formula.length)
    throw usage(
      `Found ${family.length} families for ${formula.length} formulas`,
      "give --family once, or once for each formula"
    );
  const single = ["predictions", "fixedEffects", "tradeCosts", "figures"] as const;
  const asked = single.find((name) => files[name] !== undefined);
  if (asked && formula.length > 1)
    throw usage(`Option --${kebab(asked)} needs one formula, found ${formula.length}`, "run it once for each formula");
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function usage(message: string, hint: string): ConcordError {
  return new ConcordError("invalid_query", message, {details: {hint}});
}

function optionsOf(context: CliContext, flags: FitFlags, formula: string, index: number): GravityOptions {
  const {family, exporter, importer, year, cluster, vcov, let: lets, where, weights, offset, total, elasticity} = flags;
  const {separation} = flags;
  const named = family && (family[index] ?? family[0]);
  const roles = {...(exporter && {exporter}), ...(importer && {importer}), ...(year && {year})};
  const progress = progressOf(context, index, flags.formula.length);
  return {
    formula,
    ssc: flags.ssc,
    roles,
    ...(named && {family: named}),
    ...(cluster && {clusters: cluster}),
    ...(vcov && {vcov}),
    ...(lets && {lets}),
    ...(where !== undefined && {where}),
    ...(weights && {weights}),
    ...(offset && {offset}),
    ...(total && {totals: total}),
    ...(elasticity !== undefined && {elasticity}),
    ...(separation && {separation}),
    ...(flags.tests && {tests: true}),
    ...(flags.biasCorrection && {biasCorrection: true}),
    ...(flags.bootstrap && {bootstrap: flags.bootstrap}),
    ...(flags.jackknife && {jackknife: flags.jackknife}),
    ...(flags.seed !== undefined && {seed: flags.seed}),
    ...(flags.level !== undefined && {level: flags.level}),
    ...(progress && {onProgress: progress})
  };
}

/** People at a terminal see each step of the estimation; pipes and files do not. */
function progressOf({process}: CliContext, index: number, count: number): GravityOptions["onProgress"] {
  if (!process.stderr.isTTY) return undefined;
  const model = count > 1 ? `(${index + 1}) ` : "";
  return ({iteration, change, innerIterations}) =>
    void process.stderr.write(
      `${model}step ${iteration}: change ${change.toExponential(1)}, ${innerIterations} inner steps\n`
    );
}

function write(context: CliContext, fitted: readonly FittedGravity[], flags: FitFlags): void {
  const fits = fitted.map(({result}) => result);
  const {language, stars = false} = flags;
  if (flags.json) {
    writeJson(context, fits.length === 1 ? fits[0] : fits);
    return;
  }
  if (flags.csv) {
    writeText(context, fitsCsv(fits));
    return;
  }
  const table = () => sideBySide(fits, {language, stars});
  if (flags.latex) writeText(context, sideBySideLatex(table()));
  else if (flags.markdown) writeText(context, sideBySideMarkdown(table()));
  else {
    const screen = stdoutScreen(context, flags.color);
    writeText(
      context,
      fits.length > 1 ? sideBySideText(table(), screen) : fitReport(fits[0]!, {language, screen, stars})
    );
  }
}

async function writeFiles(
  context: CliContext,
  fitted: readonly FittedGravity[],
  flags: FitFlags,
  path: string
): Promise<void> {
  const [first] = fitted as [FittedGravity];
  const files: readonly (readonly [string | undefined, () => string | Promise<string>])[] = [
    [flags.predictions, () => predictionsCsv(first)],
    [flags.fixedEffects, () => effectsCsv(first)],
    [flags.tradeCosts, () => costsCsv(first, flags)],
    [flags.figures, () => figuresJson(context, first, path)],
    [flags.plot, () => plotSvg(fitted, flags)]
  ];
  for (const [file, text] of files) {
    if (file === undefined) continue;
    const content = await text();
    await replaceFile(file, (temporary) => writeFile(temporary, content));
    writeNote(context, `wrote ${file}`);
  }
}

function predictionsCsv(fitted: FittedGravity): string {
  const roles = Object.keys(fitted.problem.roles) as ("exporter" | "importer" | "year")[];
  const rows = predictions(fitted).map((one) => [one.row, ...roles.map((role) => one[role]), one.observed, one.fitted]);
  return csvText(["row", ...roles, "observed", "fitted"], rows);
}

function effectsCsv(fitted: FittedGravity): string {
  return csvText(
    ["effect", "level", "value"],
    fixedEffects(fitted).map(({effect, level, value}) => [effect, level, value])
  );
}

/** Of one year the file is one matrix of trade, which `concord simulate` reads; of all years it has a column of them. */
function costsCsv(fitted: FittedGravity, {elasticity, tradeCostsYear: asked}: FitFlags): string {
  const used = new Set(predictions(fitted).map(({year}) => year));
  const years = fitted.problem.roles.year?.levels.filter((year) => used.has(year)) ?? [];
  if (asked !== undefined && asked !== "all" && !years.includes(asked))
    throw usage(`--trade-costs-year: found "${asked}", wanted a year of the model or "all"`, yearsText(years));
  const year = asked === "all" ? undefined : (asked ?? years.at(-1));
  const rows = tradeCosts(fitted, {...(year !== undefined && {year}), ...(elasticity !== undefined && {elasticity})});
  const head = ["exporter", "importer", "value", "observed", "openness", "cost_percent"];
  const cells = (row: (typeof rows)[number]) => [
    ...[row.exporter, row.importer, row.fitted, row.observed, row.openness, row.costPercent]
  ];
  return asked === "all"
    ? csvText(
        ["year", ...head],
        rows.map((row) => [row.year, ...cells(row)])
      )
    : csvText(head, rows.map(cells));
}

function yearsText(years: readonly string[]): string {
  return years.length === 0 ? "the data have no column of years: see --year" : `the years are ${years.join(", ")}`;
}

function figuresJson({today}: CliContext, fitted: FittedGravity, path: string): string {
  const years = predictions(fitted)
    .flatMap(({year}) => (year === undefined ? [] : [Number(year)]))
    .filter(Number.isInteger);
  const [first, last] = [Math.min(...sample(years)), Math.max(...sample(years))];
  const period = years.length === 0 ? today.slice(0, 4) : first === last ? String(first) : `${first}/${last}`;
  return `${JSON.stringify(gravityFigures(fitted.result, {period, known: today, source: sourceOf(path)}), null, 2)}\n`;
}

/** Distinct values, as a spread of millions of arguments would overflow. */
function sample(values: readonly number[]): number[] {
  return [...new Set(values)];
}

function sourceOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.(csv|csv\.gz|parquet)$/i, "");
}

async function plotSvg(fitted: readonly FittedGravity[], {language}: FitFlags): Promise<string> {
  const {Window} = await import("happy-dom");
  const {coefficientChart} = await import("../../charts/coefficient-chart.ts");
  const document = new Window().document as unknown as Parameters<typeof coefficientChart>[1]["document"];
  const rows = fitted.flatMap(({result}, model) =>
    result.coefficients
      .filter(({name}) => name !== "(Intercept)")
      .map(({name, estimate, low, high}) => ({model: `(${model + 1})`, name, estimate, low, high}))
  );
  const {level, data} = fitted[0]!.result;
  const svg = coefficientChart(rows, {
    document,
    language,
    level,
    caption: `${data.path}: ${fitted.map(({result}) => result.formula).join("; ")}`
  });
  return `${svg.outerHTML}\n`;
}
