import type {Basis, Figure} from "../base/figure.ts";
import type {InternalFinding} from "../base/internal-words.ts";
import type {Language, Naming} from "../base/label.ts";
import type {Knowledge} from "../base/pack.ts";
import type {Item} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import type {Ground, Reason, Verdict} from "../base/verdicts.ts";
import type {Gap, Series} from "../turnover/output.ts";

/** How a figure stands to a statement, as far as the brief shows it. */
export interface BriefMatch {
  readonly basis: Basis;
  readonly figure: Figure;
  readonly match: "holds" | "does-not-hold";
  readonly verified: boolean;
  /** Of a record: the period from which the series is known. */
  readonly since?: string;
}

/** A register item that a statement is about. */
export interface BriefItemMatch {
  readonly item: string;
  readonly kind: Item["kind"];
  readonly title: string;
  readonly stage?: string;
  readonly location?: string;
  readonly locationIn?: Readonly<Record<string, string>>;
  readonly match: "holds" | "does-not-hold" | "shown";
  readonly sources: readonly string[];
}

/** One checked statement; a part of the check's own output. */
export interface BriefClaim {
  readonly id: string;
  readonly text: string;
  /** Offsets in UTF-16 units of the file. */
  readonly start: number;
  readonly end: number;
  /** In plain units; null for statements without a number. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly period: string | null;
  readonly verdict: Verdict;
  readonly reason?: Reason;
  /** What the verdict rests on. */
  readonly ground: Ground;
  /** The same in a sentence, in English. */
  readonly why: string;
  readonly bases: readonly BriefMatch[];
  readonly items: readonly BriefItemMatch[];
  readonly internal: readonly InternalFinding[];
  /** The verdict as known today, when it differs. */
  readonly today?: {readonly asOf: string; readonly verdict: Verdict};
}

/** A row of numbers and the path of bases through it. */
export interface BriefRow {
  readonly claims: readonly string[];
  readonly verdict: string;
  readonly splices: number;
  /** For each number the key of its basis; null where none holds it. */
  readonly path: readonly {readonly claim: string; readonly basis: string | null; readonly verified: boolean}[];
}

/** What the check of one document says. */
interface BriefCheck {
  readonly document: {readonly title?: string; readonly publisher?: string; readonly language: string};
  readonly posted: string | null;
  readonly asOf: string;
  readonly claims: readonly BriefClaim[];
  readonly series: readonly BriefRow[];
}

/** A checked document with its text as it was read: without markup and front matter. */
export interface CheckedText {
  readonly text: string;
  /** Where each claim stands in that text, in the order of the claims. */
  readonly spans: readonly {readonly start: number; readonly end: number}[];
  readonly result: BriefCheck;
}

/** The answer about turnover, as far as the brief shows it. */
export interface BriefTurnover {
  readonly economy: string;
  readonly partner: string;
  readonly series: readonly Series[];
  readonly gaps: readonly Gap[];
  readonly sources: readonly Pick<Source, "id" | "url" | "title" | "publisher">[];
}

/** All that a brief is made of. */
export interface BriefInput {
  readonly pack: {readonly name: string; readonly title: string; readonly licence?: string};
  readonly knowledge: Knowledge;
  readonly turnover: BriefTurnover;
  readonly checks: readonly CheckedText[];
  /** Creates the elements of the charts. */
  readonly document: Document;
  /** Defaults to "en". */
  readonly language?: Language;
  /** What entities are called; defaults to the register's own entities, else their codes. */
  readonly naming?: Naming;
}
