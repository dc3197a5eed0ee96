import {basisKey} from "../../base/basis-key.ts";
import {stageLabel} from "../../base/stage-label.ts";
import {verdictSigns, verdictWords} from "../../base/verdict-words.ts";
import {type Verdict, verdicts} from "../../base/verdicts.ts";
import type {CheckedDocument} from "../../claims/check.ts";
import type {BasisMatch, CheckResult, Claim, ClaimSeries, ItemMatch} from "../../claims/output.ts";
import {formatNumber, formatSigned, superscript} from "../terminal/numbers.ts";
import type {Style} from "../terminal/style.ts";
import {wrap} from "../terminal/width.ts";
import {renderWrapped} from "../terminal/wrapped-table.ts";
import {claimHead, figureBeside, matchLabel} from "./labels.ts";
import type {CheckView} from "./view.ts";
import {checkWords, signedVerdict} from "./words.ts";

/** The page of a check: head, marked text, verdicts, rows of numbers, summary, sources. */
export function renderCheck(checked: CheckedDocument, view: CheckView): string {
  const {result} = checked;
  const notes = makeFootnotes();
  const parts = [
    head(result, view),
    result.claims.length > 0 ? markedText(checked, view) : checkWords[view.language].none,
    result.claims.length > 0 ? verdictTable(result, view, notes) : "",
    ...result.series
      .filter((row) => row.verdict === "mixed-basis" || row.claims.length > 2)
      .map((row) => seriesLines(row, result, view)),
    result.claims.length > 0 ? summary(result, view) : "",
    sourceList(notes, view)
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

export function head(result: CheckResult, {language, packs, screen}: CheckView): string {
  const {document, posted, asOf} = result;
  const words = checkWords[language];
  const names = packs
    .map((pack) =>
      pack
        .replace(/[/\\]+$/, "")
        .split(/[/\\]/)
        .at(-1)
    )
    .join(", ");
  const line = [document.publisher, document.speaker, posted && words.posted(posted), words.checked(names, asOf)]
    .filter(Boolean)
    .join(" · ");
  return [
    document.title && screen.style.bold(document.title),
    screen.style.dim(wrap(line, screen.width)),
    ...words.notes(result).map((note) => screen.style.warn(wrap(note, screen.width)))
  ]
    .filter(Boolean)
    .join("\n");
}

/** Colour of a verdict; its sign and word say the same without it. */
export function paintOf(verdict: Verdict, style: Style): (text: string) => string {
  const paints: Record<Verdict, (text: string) => string> = {
    supported: style.good,
    "supported-on-basis": style.accent,
    unverified: style.warn,
    contradicted: style.bad,
    inconsistent: style.bad,
    open: style.dim,
    "not-checkable": style.dim
  };
  return paints[verdict];
}

/** The text with each claim between bars and its number behind it. */
function markedText({text, spans, result}: CheckedDocument, {screen}: CheckView): string {
  let at = 0;
  let marked = "";
  for (const [i, {start, end}] of spans.entries()) {
    if (start < at) continue; // a claim inside another is in the table alone
    const inside = text.slice(start, end).replace(/\s+/g, " ");
    marked += `${text.slice(at, start)}▌${paintOf(result.claims[i]!.verdict, screen.style)(inside)}▐${superscript(i + 1)}`;
    at = end;
  }
  const paragraphs = (marked + text.slice(at)).split(/\n\s*\n/).map((p) => p.replace(/\s+/g, " ").trim());
  const shown = paragraphs.filter((p) => p !== "" && p !== result.document.title);
  return shown.map((p) => wrap(`  ${p}`, Math.min(screen.width, 110), "  ")).join("\n\n");
}

function verdictTable({claims}: CheckResult, view: CheckView, notes: Footnotes): string {
  const words = checkWords[view.language];
  const {style, width} = view.screen;
  const rows = claims.map((claim, i) => {
    const sides = [sideOf(claim, "holds", view, notes), sideOf(claim, "does-not-hold", view, notes)];
    return [
      {text: String(i + 1), paint: style.dim},
      {text: claimHead(claim, view)},
      {text: verdictText(claim, view), paint: paintOf(claim.verdict, style)},
      ...sides.map((text) => ({text}))
    ];
  });
  const heads = ["", words.claim, words.verdict, words.holds, words.fails];
  return renderWrapped(heads, rows, {width, style, shares: [0, 4, 3, 4, 5]});
}

function verdictText({verdict, reason, today}: Claim, {language}: CheckView): string {
  const words = checkWords[language];
  const now = today ? `; ${words.today}: ${signedVerdict(today.verdict, language)}` : "";
  return `${signedVerdict(verdict, language)}${reason ? ` (${verdictWords[language].reasons[reason]})` : ""}${now}`;
}

/** Bases on one side of a verdict, each with its number; of many the first four. */
function sideOf(claim: Claim, match: BasisMatch["match"], view: CheckView, notes: Footnotes): string {
  const own = claim.bases.filter((b) => b.match === match);
  const bases = own.slice(0, 4).map((b) => basisText(b, claim, view, notes));
  const items = claim.items
    .filter((i) => i.match === match || (match === "holds" && i.match === "shown"))
    .slice(0, 3)
    .map((i) => itemText(i, view) + notes.mark(i.sources));
  const more = own.length > 4 ? [`+${own.length - 4}`] : [];
  return [...bases, ...more, ...items].join(" · ");
}

/** An item of the register with its stage; one that is only shown beside a claim says so. */
export function itemText(item: ItemMatch, view: CheckView): string {
  const {language} = view;
  const name = itemName(item, view);
  const text = item.stage ? `${name}: ${stageLabel(item.stage, language, item.kind)}` : name;
  return item.match === "shown" ? `${checkWords[language].see} ${text}` : text;
}

/** What an item is called in the answer's language. */
export function itemName({item, title}: ItemMatch, {language, knowledge}: CheckView): string {
  return knowledge.register.items.find(({id}) => id === item)?.title[language] ?? title;
}

function basisText(match: BasisMatch, claim: Claim, view: CheckView, notes: Footnotes): string {
  const weak = match.verified ? "" : ` (${checkWords[view.language].unverified})`;
  const reading = match.reading ? `, ${readingText(match.reading, claim, view)}` : "";
  return `${matchLabel(match, view)} ${figureBeside(match.figure, claim, view.language)}${weak}${reading}${notes.mark(match.figure.sources)}`;
}

/** How a number was read, where it can be read in several ways. */
export function readingText(why: string, {readings}: Claim, {language}: CheckView): string {
  const dozen = readings.find((reading) => reading.why === why)?.dozen;
  return dozen === undefined ? why : checkWords[language].dozen(dozen);
}

function seriesLines(row: ClaimSeries, result: CheckResult, view: CheckView): string {
  const words = checkWords[view.language];
  const {style, width} = view.screen;
  const steps = row.path
    .map(({claim, basis, label: key, verified}) => {
      const match = result.claims[Number(claim) - 1]?.bases.find((b) => basisKey(b.basis) === basis);
      return {label: match ? matchLabel(match, view) : key, verified};
    })
    .map(({label, verified}) => (label === null ? "?" : verified ? label : `${label} (${words.unverified})`));
  const moves = steps.filter((label, i) => label !== steps[i - 1]);
  const first = `${words.rows[row.verdict]} (${words.row(row.claims.join(", "))}): ${moves.join(" → ")}`;
  const paint = row.verdict === "mixed-basis" ? style.warn : style.dim;
  if (row.growth.length === 0) return paint(wrap(`  ${first}`, width, "    "));
  const growth = row.growth.map(({from, to, verdict}) => {
    const [a, b] = [result.claims[Number(from) - 1]!, result.claims[Number(to) - 1]!];
    const implied =
      a.value && b.value
        ? formatSigned(100 * (b.value / a.value - 1), 1, view.language)
        : formatNumber(0, 1, view.language);
    return `${a.period}→${b.period} ${implied} % ${verdictSigns[verdict]}`;
  });
  return [
    paint(wrap(`  ${first}`, width, "    ")),
    wrap(`    ${words.implied}: ${growth.join("   ")}`, width, "      ")
  ].join("\n");
}

function summary({claims, series}: CheckResult, view: CheckView): string {
  const words = checkWords[view.language];
  const counts = verdicts.flatMap((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    return count > 0 ? [`${count} ${signedVerdict(verdict, view.language)}`] : [];
  });
  const mixed = series.filter(({verdict}) => verdict === "mixed-basis").length;
  const rows = mixed > 0 ? [`${mixed} ${words.rows["mixed-basis"]}`] : [];
  return wrap(
    `${words.summary(claims.length)}: ${[...counts, ...rows].join(", ")}. ${words.explain}`,
    view.screen.width
  );
}

/** Sources numbered in the order in which the table names them. */
interface Footnotes {
  /** "[3]" for the first of some sources, which is enough to find the figure; nothing without one. */
  readonly mark: (sources: readonly string[]) => string;
  readonly ids: () => readonly string[];
}

function makeFootnotes(): Footnotes {
  const numbers = new Map<string, number>();
  const mark = ([first]: readonly string[]) => {
    if (first === undefined) return "";
    if (!numbers.has(first)) numbers.set(first, numbers.size + 1);
    return ` [${numbers.get(first)}]`;
  };
  return {mark, ids: () => [...numbers.keys()]};
}

function sourceList(notes: Footnotes, view: CheckView): string {
  const known = new Map(view.knowledge.sources.map((source) => [source.id, source]));
  const lines = notes.ids().map((id, i) => {
    const {publisher = id, published, url = ""} = known.get(id) ?? {};
    return `  [${i + 1}] ${[publisher, published].filter(Boolean).join(", ")}: ${url}`;
  });
  return lines.length === 0 ? "" : [view.screen.style.bold(checkWords[view.language].sources), ...lines].join("\n");
}
