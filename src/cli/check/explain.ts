import {figureInterval} from "../../base/basis-key.ts";
import {basisLabel} from "../../base/label.ts";
import {bilateral} from "../../claims/extract/economies.ts";
import type {BasisMatch, CheckResult, Claim} from "../../claims/output.ts";
import {wrap} from "../terminal/width.ts";
import {figureText, intervalText, matchLabel} from "./labels.ts";
import {head, itemText, paintOf} from "./report.ts";
import type {CheckView} from "./view.ts";
import {checkWords} from "./words.ts";

/** One claim with everything its verdict rests on. */
export function explainClaim(claim: Claim, result: CheckResult, view: CheckView): string {
  const {screen, language} = view;
  const words = checkWords[language];
  const verdict = paintOf(claim.verdict, screen.style)(words.verdicts[claim.verdict]);
  const parts = [
    head(result, view),
    `${claim.id}. ▌${claim.text}▐  ${verdict}${claim.reason ? ` (${words.reasons[claim.reason]})` : ""}`,
    wrap(`  ${words.why}: ${claim.why}`, screen.width, "    "),
    section(words.slots, slotLines(claim, view), view),
    section(
      words.readings,
      claim.readings.map(({why, low, high}) => `${why}: ${intervalText(low, high, claim.unit ?? "1", language)}`),
      view
    ),
    section(
      words.figures,
      claim.bases.map((match) => figureLines(match, view)),
      view
    ),
    section(
      words.register,
      claim.items.map((i) => [itemText(i, view), i.since, i.location].filter(Boolean).join(", ")),
      view
    ),
    section(
      words.internal,
      claim.internal.map(({detail, holds}) => `${holds === null ? "?" : holds ? "✓" : "≠"} ${detail}`),
      view
    ),
    claim.today
      ? `${words.today} (${claim.today.asOf}): ${words.verdicts[claim.today.verdict]}. ${claim.today.why}`
      : ""
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function section(title: string, lines: readonly string[], {screen}: CheckView): string {
  if (lines.length === 0) return "";
  return [
    screen.style.bold(title),
    ...lines.map((line) =>
      line
        .split("\n")
        .map((l) => wrap(`  ${l}`, screen.width, "      "))
        .join("\n")
    )
  ].join("\n");
}

function slotLines(claim: Claim, {language, naming}: CheckView): string[] {
  const words = checkWords[language];
  const slots = Object.entries(claim.slots).map(([name, {value, from, words: said}]) => {
    const named =
      name === "economy" || name === "partner"
        ? value
            .split(",")
            .map((id) => naming.name(id, language) ?? id)
            .join(", ")
        : value;
    return `${name}: ${named} – ${words.origins[from]}${said ? ` («${said}»)` : ""}`;
  });
  const bounds =
    claim.low === null && claim.high === null
      ? []
      : [`${words.admits}: ${intervalText(claim.low, claim.high, claim.unit ?? "1", language)}`];
  return [`type: ${words.types[claim.type]}`, ...slots, ...bounds];
}

function figureLines(match: BasisMatch, view: CheckView): string {
  const {language, naming, knowledge} = view;
  const {figure, basis} = match;
  const own = figureInterval(figure);
  const name = bilateral.has(basis.indicator)
    ? basisLabel({...basis, unit: "USD"}, naming, language)
    : matchLabel(match, view);
  const sources = figure.sources.flatMap((id) =>
    knowledge.sources.filter((source) => source.id === id).map(({url}) => url)
  );
  const formula = figure.formula ? [`  = ${figure.formula} (${(figure.inputs ?? []).join(", ")})`] : [];
  const interval = own ? `  [${intervalText(own.low, own.high, basis.unit, language)}]` : "";
  const weak = match.verified ? "" : ` (${checkWords[language].unverified})`;
  const line = `${match.match === "holds" ? "✓" : "✗"} ${name}: ${figureText(figure, language)}${interval}, ${figure.known}${weak}`;
  return [line, ...formula, ...(figure.note ? [`  ${figure.note}`] : []), ...sources.map((url) => `  ${url}`)].join(
    "\n"
  );
}
