import type {ClaimType} from "../output.ts";
import {type Analysis, spanOf} from "../read/analysis.ts";
import type {Lexeme} from "../read/lexemes.ts";
import type {Token} from "../text/words.ts";
import type {Context} from "./context.ts";
import {type RawClaim, withoutQuantity} from "./raw-claim.ts";
import {slotOfTime} from "./slots.ts";

/** Tokens from up to but not including to, that make one statement. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** Reads statements without a number: commitments, causes, norms, values, states of agreements, events to come. */
export function readStatements(
  analysis: Analysis,
  claims: readonly RawClaim[],
  context: Context,
  sentence: number
): RawClaim[] {
  const found: RawClaim[] = [];
  for (const part of partsOf(analysis)) {
    for (const {type, parts, status} of statementsIn(analysis, part)) {
      for (const piece of parts) {
        const claim = statement(analysis, piece, type, context, sentence, status);
        if (!claims.some((c) => overlaps(c, claim) && c.type !== "record" && !(type === "event" && c.type === "rank")))
          found.push(claim);
      }
    }
  }
  return found;
}

function overlaps(a: RawClaim, b: RawClaim): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Parts of a sentence that make a statement of their own: apart by ";", ":" or by a comma with and, but, а, но. */
function partsOf({tokens}: Analysis): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; ++i) {
    if (i < tokens.length && !isPartBreak(tokens, i)) continue;
    if (i > from) parts.push({from, to: i});
    from = i + 1;
  }
  return parts;
}

function isPartBreak(tokens: Analysis["tokens"], i: number): boolean {
  const mark = tokens[i]!.lower;
  if (mark === ";" || (mark === ":" && !tokens[i + 1]?.glued)) return true;
  return (
    mark === "," &&
    /^(?:and|but|while|а|но|и)$/.test(tokens[i + 1]?.lower ?? "") &&
    !/^to$/.test(tokens[i + 2]?.lower ?? "")
  );
}

interface Statement {
  readonly type: ClaimType;
  readonly parts: readonly Part[];
  readonly status?: {readonly stage: string; readonly negated: boolean};
}

function statementsIn(analysis: Analysis, part: Part): Statement[] {
  const inside = (tag: string) => analysis.lexemes.tagged(tag).filter((l) => l.from >= part.from && l.to <= part.to);
  const event = eventIn(analysis, part, inside);
  if (event) return [event];
  const commitment = inside("commitment")[0];
  if (commitment) return [{type: "commitment", parts: splitInfinitives(analysis, part, commitment)}];
  const evaluative = inside("evaluative");
  if (evaluative.length > 0) return [{type: "qualitative", parts: [part]}];
  const status = statusIn(analysis, part, inside);
  if (status) return [status];
  const normative = inside("normative").filter((l) => isAssertive(analysis, l));
  if (normative.length > 0) return [{type: "normative", parts: [part]}];
  return inside("causal").some((l) => !isAside(analysis, l)) ? [{type: "causal", parts: [part]}] : [];
}

/** "Needs" as a noun, "must" in names: a norm has words before and behind it. */
function isAssertive({tokens}: Analysis, {from, to}: Lexeme): boolean {
  return from > 0 || /^(?:it|необходимо|нужно|важно|следует|надо|пора)$/.test(tokens[from]!.lower)
    ? to < tokens.length
    : false;
}

/** "– due to its plants –": a cause named between dashes or brackets is an aside, not the statement. */
function isAside({tokens}: Analysis, {from}: Lexeme): boolean {
  return /^[–—(-]$/.test(tokens[from - 1]?.lower ?? "");
}

/** "Aims to eliminate …, to equalise …, and to remove …": each infinitive is a commitment of its own. */
function splitInfinitives({tokens}: Analysis, part: Part, {to}: Lexeme): Part[] {
  const starts = [part.from];
  for (let i = to + 1; i + 1 < part.to; ++i) {
    const before = tokens[i - 1]!.lower;
    const isEnglish = tokens[i]!.lower === "to" && tokens[i + 1]!.kind === "word";
    const isInfinitive = isEnglish || /[а-я](?:ть|ти|ться)$/.test(tokens[i]!.lower);
    if (isInfinitive && /^(?:,|and|и)$/.test(before)) starts.push(i);
  }
  return starts.map((from, i) => ({from, to: trimEnd(tokens, i + 1 < starts.length ? starts[i + 1]! : part.to)}));
}

function trimEnd(tokens: Analysis["tokens"], to: number): number {
  let end = to;
  while (end > 1 && /^(?:,|and|и|\.)$/.test(tokens[end - 1]!.lower)) --end;
  return end;
}

/** An event at a place or time: "Vitebsk will host the Forum of Regions this summer". */
function eventIn(analysis: Analysis, part: Part, inside: (tag: string) => Lexeme[]): Statement | undefined {
  if (inside("host").length === 0 || inside("event-noun").length === 0) return undefined;
  const placed = analysis.mentions.some((m) => m.from >= part.from && m.to <= part.to);
  const dated = analysis.times.some((t) => t.from >= part.from && t.to <= part.to);
  return placed || dated ? {type: "event", parts: [part]} : undefined;
}

/** An agreement, market or the like in a state: signed, in force, not yet settled. */
function statusIn(analysis: Analysis, part: Part, inside: (tag: string) => Lexeme[]): Statement | undefined {
  const {tokens} = analysis;
  const institutions = analysis.lexemes.tagged("institution").filter((l) => l.from < part.to);
  for (const status of inside("status")) {
    const isShort = /[а-я]/.test(tokens[status.from]!.lower);
    const aux =
      inside("aux").some((a) => a.from < status.to && status.from - a.to <= 4) ||
      /^(?:been|entered|came|took)$/.test(tokens[status.from]!.lower);
    const subject = institutions.find(
      (i) =>
        i.to <= status.from || (i.from === status.from && i.to <= status.to) || (isShort && i.from - status.to <= 3)
    );
    if (!subject || !(aux || isShort)) continue;
    const negated = inside("negation").some((n) => n.to <= status.from + 1 && status.from - n.to <= 4);
    return {type: "status", parts: [part], status: {stage: status.value, negated}};
  }
  return undefined;
}

function statement(
  analysis: Analysis,
  part: Part,
  type: ClaimType,
  context: Context,
  sentence: number,
  status?: Statement["status"]
): RawClaim {
  const {from, to} = trimMarks(analysis, part);
  const time = analysis.times.filter((t) => t.from >= from && t.to <= to && t.role !== "base").at(-1);
  const period = time && slotOfTime(analysis, time, context);
  const {start, end} = spanOf(analysis, from, to);
  return {
    start,
    end,
    type,
    value: null,
    meant: undefined,
    step: 0,
    unit: null,
    units: [],
    approx: "exact",
    readings: [],
    indicator: type === "event" || type === "status" ? "stage" : null,
    period: period?.period,
    base: undefined,
    slots: {...(period && {period: period.slot})},
    direction: 0,
    sentence,
    paragraph: analysis.sentence.paragraph,
    passage: {start, end},
    ...withoutQuantity,
    status
  };
}

/** Without joining words and marks at its ends, and without the "said the expert" behind a closing quotation mark. */
function trimMarks({tokens}: Analysis, {from, to}: Part): Part {
  let [a, b] = [from, to];
  while (a < b - 1 && isLeading(tokens[a]!)) ++a;
  const quote = tokens.findLastIndex((t, i) => i > a + 2 && i < b && /^["”»]$/.test(t.lower));
  if (quote > a && b - quote <= 5) b = quote;
  while (b > a + 1 && tokens[b - 1]!.kind === "mark" && tokens[b - 1]!.lower !== "%") --b;
  return {from: a, to: b};
}

function isLeading({kind, lower}: Token): boolean {
  return kind === "mark" ? !/^[$€£¥₽₹]$/.test(lower) : /^(?:and|but|while|а|но|и)$/.test(lower);
}
