import type {Basis} from "../../base/figure.ts";
import {type Gazetteer, makeGazetteer} from "../../base/gazetteer.ts";
import {basisLabel} from "../../base/label.ts";
import {formatAmount} from "../../base/units.ts";
import {formatWords} from "../../charts/format-words.ts";
import {type Revision, type Revisions, revisionsOf, type Statement} from "../../connectors/revisions.ts";
import {readPack} from "../../packs/read-pack.ts";
import {type CliContext, stdoutScreen, writeJson, writeText} from "../context.ts";
import type {ColorMode, Style} from "../terminal/style.ts";

/** Options of `concord diff`. */
export interface DiffFlags {
  readonly since?: string;
  readonly json?: boolean;
  readonly color: ColorMode;
}

/** Shows what was revised in a pack. */
export async function runDiff(this: CliContext, {since, json, color}: DiffFlags, folder: string): Promise<void> {
  const pack = await readPack(folder);
  const found = revisionsOf(pack, since);
  if (json) {
    writeJson(this, found);
    return;
  }
  const gazetteer = makeGazetteer(pack.register.entities);
  const labelOf = ({basis}: Revision) => `${whatOf(basis, gazetteer)}: ${basisLabel(basis, gazetteer)}`;
  writeText(this, report(found, labelOf, stdoutScreen(this, color).style));
}

const joints: Readonly<Record<string, string>> = {turnover: "with", imports: "from"};

/** What is measured, in words: "exports of Belarus to Russia". */
function whatOf({indicator, economy, partner, about}: Basis, gazetteer: Gazetteer): string {
  const of = economy === undefined ? (about ?? "") : gazetteer.name(economy);
  const joint = joints[indicator] ?? "to";
  const to = partner === undefined ? "" : ` ${joint} ${gazetteer.name(partner)}`;
  return `${indicator.replaceAll("_", " ")}${of === "" ? "" : ` of ${of}`}${to}`;
}

/** One block a basis, one line a revision. */
function report({since, revisions, added}: Revisions, labelOf: (revision: Revision) => string, style: Style): string {
  const lines: string[] = [];
  let label = "";
  for (const revision of revisions) {
    const next = labelOf(revision);
    if (next !== label) lines.push(...(label === "" ? [] : [""]), `${style.bold(next)}, by ${revision.publisher}`);
    label = next;
    lines.push(`  ${revision.period}  ${words(revision, style)}`, ...notes(revision, style));
  }
  const when = since === null ? "" : ` after ${since}`;
  const count = `${revisions.length} ${revisions.length === 1 ? "revision" : "revisions"}${when}`;
  const news = added === null ? "" : `, ${added} figures of which nothing was known before`;
  return [...lines, ...(lines.length > 0 ? [""] : []), count + news].join("\n");
}

function words({basis, old, new: next, change, percent}: Revision, style: Style): string {
  const amount = ({value, bound, status}: Statement) =>
    value === null
      ? status
      : `${formatWords.en.bounds[bound]}${signed(formatAmount(value, basis.unit, "en", {digits: 6}))}`;
  const sign = (change ?? 0) > 0 ? "+" : "";
  const by = change === null ? "" : `  ${sign}${signed(formatAmount(change, basis.unit, "en", {digits: 3}))}`;
  const rate = percent === null ? "" : ` (${sign}${signed(percent.toFixed(2))} %)`;
  const status = old.status === next.status ? "" : `  ${old.status} → ${next.status}`;
  return `${amount(old)} ${style.dim(`(${old.known})`)} → ${amount(next)} ${style.dim(`(${next.known})`)}${by}${rate}${status}`;
}

/** A true minus sign, as everywhere else. */
function signed(number: string): string {
  return number.replace("-", "−");
}

/** What the pack says of either statement, so that one of another kind is not taken for a revision. */
function notes({old, new: next}: Revision, style: Style): string[] {
  return [old, next].flatMap(({known, note}) => (note === undefined ? [] : [style.dim(`        ${known}: ${note}`)]));
}
