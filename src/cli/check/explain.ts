import {figureInterval} from "../../base/basis-key.ts";
import {type Coverage, coverages} from "../../base/figure.ts";
import {internalSentence} from "../../base/internal-words.ts";
import {basisLabel, coverageLabel} from "../../base/label.ts";
import {translated} from "../../base/translated.ts";
import {verdictWords} from "../../base/verdict-words.ts";
import {type WhyNames, whySentence} from "../../base/why-words.ts";
import {bilateral} from "../../claims/extract/economies.ts";
import type {BasisMatch, CheckResult, Claim, ItemMatch} from "../../claims/output.ts";
import {wrap} from "../terminal/width.ts";
import {figureText, indicatorName, intervalText, matchLabel} from "./labels.ts";
import {head, itemName, itemText, paintOf, readingText} from "./report.ts";
import type {CheckView} from "./view.ts";
import {checkWords, signedVerdict} from "./words.ts";

/** One claim with everything its verdict rests on. */
export function explainClaim(claim: Claim, result: CheckResult, view: CheckView): string {
  const {screen, language} = view;
  const words = checkWords[language];
  const verdict = paintOf(claim.verdict, screen.style)(signedVerdict(claim.verdict, language));
  const parts = [
    head(result, view),
    `${claim.id}. ▌${claim.text}▐  ${verdict}${claim.reason ? ` (${verdictWords[language].reasons[claim.reason]})` : ""}`,
    wrap(`  ${words.why}: ${whySentence(claim, namesIn(view), language)}`, screen.width, "    "),
    section(words.slots, slotLines(claim, view), view),
    section(
      words.readings,
      claim.readings.map(
        ({why, low, high}) =>
          `${readingText(why, claim, view)}: ${intervalText(low, high, claim.unit ?? "1", language)}`
      ),
      view
    ),
    section(
      words.figures,
      claim.bases.map((match) => figureLines(match, view)),
      view
    ),
    section(
      words.register,
      claim.items.map((i) => [itemText(i, view), i.since, placeText(i, view)].filter(Boolean).join(", ")),
      view
    ),
    section(
      words.internal,
      claim.internal.map(
        (finding) =>
          `${finding.holds === null ? "?" : finding.holds ? "✓" : "≠"} ${internalSentence(finding, language)}`
      ),
      view
    ),
    todayLine(claim, view)
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The verdict by what is known today; the bases it rests on are not in the answer, so that its sentence names none. */
function todayLine({today, period, internal}: Claim, view: CheckView): string {
  if (!today) return "";
  const {language} = view;
  const why = whySentence({...today, period, internal, bases: [], items: []}, namesIn(view), language);
  return `${checkWords[language].today} (${today.asOf}): ${signedVerdict(today.verdict, language)}. ${why}`;
}

function namesIn(view: CheckView): WhyNames<BasisMatch, ItemMatch> {
  return {
    basis: (match) => matchLabel(match, view),
    item: (match, of) =>
      of === "place"
        ? [itemName(match, view), placeText(match, view)].filter(Boolean).join(", ")
        : itemText(match, view)
  };
}

function placeText({location, locationIn}: ItemMatch, {language}: CheckView): string | undefined {
  return location && translated(location, locationIn, language);
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

function slotLines(claim: Claim, view: CheckView): string[] {
  const {language} = view;
  const words = checkWords[language];
  const slots = Object.entries(claim.slots).map(
    ([name, {value, from, words: said}]) =>
      `${words.slot[name] ?? name}: ${slotText(name, value, view)} – ${words.origins[from]}${said ? ` («${said}»)` : ""}`
  );
  const bounds =
    claim.low === null && claim.high === null
      ? []
      : [`${words.admits}: ${intervalText(claim.low, claim.high, claim.unit ?? "1", language)}`];
  return [`${words.type}: ${words.types[claim.type]}`, ...slots, ...bounds];
}

/** What fills a slot, in words where the slot holds a code. */
function slotText(name: string, value: string, {language, naming, knowledge}: CheckView): string {
  const named = (ids: readonly string[]) => ids.map((id) => naming.name(id, language) ?? id).join(", ");
  switch (name) {
    case "economy":
    case "partner":
    case "reporter":
      return named(value.split(","));
    case "pair":
      return named(value.split("-"));
    case "indicator":
      return indicatorName(value, language, knowledge.profile.indicators ?? []);
    case "coverage":
      return isCoverage(value) ? coverageLabel(value, language) : value;
    case "extreme":
      return checkWords[language].extremes[value] ?? value;
    default:
      return value;
  }
}

function isCoverage(value: string): value is Coverage {
  return (coverages as readonly string[]).includes(value);
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
