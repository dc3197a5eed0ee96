import type {Language} from "../../base/label.ts";
import type {GravitySeparation} from "../../gravity/output.ts";
import {gravitySeparation} from "../../gravity/separation.ts";
import {type CliContext, stdoutScreen, writeJson, writeText} from "../context.ts";
import {type Column, renderTable} from "../terminal/table.ts";
import {wrap} from "../terminal/width.ts";
import type {SeparationFlags} from "./flags.ts";
import {formatCount, formatEstimate} from "./numbers.ts";
import {openData} from "./open-data.ts";
import {gravityWords, reasonText} from "./words.ts";

/** Answers `concord gravity separation DATA`. */
export async function runSeparation(this: CliContext, flags: SeparationFlags, path: string): Promise<void> {
  const frame = await openData(this, path, flags);
  try {
    const found = await gravitySeparation(frame, {
      formula: flags.formula,
      ...(flags.where !== undefined && {where: flags.where}),
      ...(flags.let && {lets: flags.let}),
      ...(flags.separation && {separation: flags.separation})
    });
    if (flags.json) writeJson(this, found);
    else writeText(this, separationText(this, found, flags));
  } finally {
    frame.close();
  }
}

function separationText(context: CliContext, found: GravitySeparation, flags: SeparationFlags): string {
  const {language, color, separation} = flags;
  const words = gravityWords[language];
  const screen = stdoutScreen(context, color);
  const {width, style} = screen;
  const count = (value: number) => formatCount(value, language);
  const columns: Column[] = [
    {head: words.row, align: "right"},
    {head: words.reason, align: "left"},
    {head: words.proof, align: "left"}
  ];
  const rows = found.separated.map(({row, by, z, level}) => [
    {text: String(row)},
    {text: words.by[by]},
    {text: z === null ? (level ?? "") : `z = ${formatEstimate(z, language)}`}
  ]);
  const dropped = found.dropped.map(
    (one) => `  ${words.dropped}: ${count(one.count)}: ${reasonText(one.reason, language)}`
  );
  const isProved = found.separated.some(({z}) => z !== null);
  const isAsked = !separation || separation.some((method) => method !== "fe");
  const notes = [
    ...(found.combination.length > 0 ? [combinationText(found, language)] : []),
    ...(isProved ? [words.complete(found.certificateError.toExponential(0))] : []),
    ...(found.complete ? [] : [isAsked ? words.incomplete : words.levelsOnly])
  ];
  return [
    style.bold(wrap(found.formula, width, "  ")),
    `  ${words.observations}: ${count(found.observations)}`,
    ...dropped,
    ...(rows.length === 0
      ? [`  ${found.complete ? words.none : notes.join(" ")}`]
      : [
          `  ${words.separated}: ${count(rows.length)} (${stagesText(found, language)})`,
          "",
          renderTable(columns, rows, screen),
          ...notes.flatMap((note) => ["", wrap(`  ${note}`, width, "  ")])
        ])
  ].join("\n");
}

/** How many rows each stage found, stages that found none left out. */
function stagesText({stages}: GravitySeparation, language: Language): string {
  const names = Object.keys(stages) as (keyof typeof stages)[];
  return names
    .filter((name) => stages[name] > 0)
    .map((name) => `${gravityWords[language].stages[name]} ${formatCount(stages[name], language)}`)
    .join(", ");
}

function combinationText({formula, combination}: GravitySeparation, language: Language): string {
  const terms = combination.map(({name, coefficient}, at) => {
    const sign = coefficient < 0 ? "−" : at > 0 ? "+" : "";
    return `${sign}${at > 0 ? " " : ""}${formatEstimate(Math.abs(coefficient), language)} ${name}`;
  });
  const effects = formula.includes("|") ? ` + ${gravityWords[language].combination}` : "";
  return `z = ${terms.join(" ")}${effects}`;
}
