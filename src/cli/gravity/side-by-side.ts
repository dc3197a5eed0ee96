import type {Language} from "../../base/label.ts";
import type {GravityFit} from "../../gravity/output.ts";
import type {Screen} from "../terminal/output.ts";
import {renderTable} from "../terminal/table.ts";
import {wrap} from "../terminal/width.ts";
import {formatCount, formatEstimate, starsOf} from "./numbers.ts";
import {gravityWords, reasonText, warningText} from "./words.ts";

/** Rows of cells of several fits beside each other: what text, Markdown and LaTeX show alike. */
export interface SideBySide {
  readonly heads: readonly string[];
  /** Coefficients with their standard errors below, in brackets. */
  readonly estimates: readonly (readonly string[])[];
  /** Observations, fixed effects, clusters, fit. */
  readonly facts: readonly (readonly string[])[];
  /** Formulas and what was left out. */
  readonly notes: readonly string[];
}

/** How a table is made. */
export interface SideBySideOptions {
  readonly language: Language;
  readonly stars: boolean;
}

/** Lays fits beside each other, coefficients in the order in which they first come. */
export function sideBySide(fits: readonly GravityFit[], {language, stars}: SideBySideOptions): SideBySide {
  const words = gravityWords[language];
  const names = [...new Set(fits.flatMap(({coefficients}) => coefficients.map(({name}) => name)))];
  const effects = [...new Set(fits.flatMap(({fixedEffects}) => fixedEffects.map(({name}) => name)))];
  const cell = (value: number | null) => (value === null ? "" : formatEstimate(value, language));
  return {
    heads: ["", ...fits.map(({family}, index) => `(${index + 1}) ${words.families[family]}`)],
    estimates: names.flatMap((name) => {
      const found = fits.map(({coefficients}) => coefficients.find((one) => one.name === name));
      return [
        [name, ...found.map((one) => (one ? `${cell(one.estimate)}${stars ? starsOf(one.p) : ""}` : ""))],
        ["", ...found.map((one) => (one ? `(${formatEstimate(one.standardError, language)})` : ""))]
      ];
    }),
    facts: [
      ...effects.map((name) => [
        name,
        ...fits.map(({fixedEffects}) => (fixedEffects.some((one) => one.name === name) ? words.yes : ""))
      ]),
      [words.observations, ...fits.map(({observations}) => formatCount(observations, language))],
      [words.pseudoR2, ...fits.map(({pseudoR2}) => cell(pseudoR2))],
      [words.r2, ...fits.map(({r2}) => cell(r2))]
    ],
    notes: fits.flatMap((fit, index) => notesOf(fit, index, language))
  };
}

function notesOf(fit: GravityFit, index: number, language: Language): string[] {
  const words = gravityWords[language];
  const {vcov} = fit;
  const errors = [
    words.types[vcov.type],
    ...vcov.clusters.map(({name, count}) => words.clusters(name, formatCount(count, language)))
  ];
  const dropped = fit.dropped.map(
    ({reason, count}) => `${formatCount(count, language)}: ${reasonText(reason, language)}`
  );
  return [
    `(${index + 1}) ${fit.formula}`,
    `${words.errors}: ${errors.join(" ")}; ${words.rule(vcov.rule, vcov.factor)}`,
    ...(dropped.length > 0 ? [`${words.dropped}: ${dropped.join("; ")}`] : []),
    ...fit.omitted.map(({name, reason}) => `${words.omitted}: ${name}, ${reasonText(reason, language)}`),
    ...(fit.converged ? [] : [words.notConverged(fit.iterations)]),
    ...fit.warnings.map((warning) => `! ${warningText(warning, language)}`)
  ];
}

/** The table for a terminal. */
export function sideBySideText(table: SideBySide, screen: Screen): string {
  const columns = table.heads.map((head, index) => ({
    head,
    align: index === 0 ? ("left" as const) : ("decimal" as const)
  }));
  const rows = [...table.estimates, table.heads.map(() => ""), ...table.facts];
  const body = renderTable(
    columns,
    rows.map((row) => row.map((text) => ({text}))),
    screen
  );
  const notes = table.notes.map((note) => wrap(note.startsWith("(") ? note : `    ${note}`, screen.width, "      "));
  return `${body}\n\n${notes.join("\n")}`;
}

/** The table in GitHub's Markdown. */
export function sideBySideMarkdown({heads, estimates, facts, notes}: SideBySide): string {
  const escaped = (text: string) => text.replaceAll("|", "\\|").replaceAll("*", "\\*");
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
  const rule = `|${heads.map((_, index) => (index === 0 ? " --- " : " ---: ")).join("|")}|`;
  return [
    line(heads),
    rule,
    ...[...estimates, ...facts].map(line),
    "",
    ...notes.map((note) => `${escaped(note)}  `)
  ].join("\n");
}

/** The table in LaTeX, with booktabs. */
export function sideBySideLatex({heads, estimates, facts, notes}: SideBySide): string {
  const line = (cells: readonly string[]) => `${cells.map(latex).join(" & ")} \\\\`;
  return [
    "% needs \\usepackage{booktabs}",
    `\\begin{tabular}{l${"r".repeat(heads.length - 1)}}`,
    "\\toprule",
    line(heads),
    "\\midrule",
    ...estimates.map(line),
    "\\midrule",
    ...facts.map(line),
    "\\bottomrule",
    "\\end{tabular}",
    ...notes.map((note) => `% ${note}`)
  ].join("\n");
}

const latexSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "−": "$-$",
  "²": "$^2$",
  "–": "--",
  "∝": "$\\propto$",
  "\u202F": "\\,"
};

function latex(text: string): string {
  return text.replace(/[&%$#_{}\\~^−²–∝\u202F]/g, (sign) => latexSigns[sign] ?? `\\${sign}`);
}
