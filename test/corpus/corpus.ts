import {readdirSync, readFileSync} from "node:fs";
import type {ClaimType} from "../../src/claims/output.ts";

/** A claim as a person marked it; a slot that is absent is not scored. */
export interface GoldClaim {
  readonly span: string;
  /** UTF-16 offset of the span in the text. */
  readonly start: number;
  readonly type: ClaimType;
  /** Further types that are as right as `type`. */
  readonly alt?: readonly ClaimType[];
  /** In plain units; absent on ranges and on claims without a number. */
  readonly value?: number;
  /** All values that are right, when there is more than one reading. */
  readonly values?: readonly number[];
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
  readonly units?: readonly string[];
  readonly approx?: string;
  readonly period?: string;
  readonly indicator?: string;
  readonly coverage?: string;
  readonly economies?: readonly string[];
  readonly verdict?: string;
  readonly verdicts?: readonly string[];
  readonly reason?: string;
  /** Marked or not, both are right: neither a hit nor a miss. */
  readonly optional?: true;
}

interface GoldSeries {
  /** Positions of its claims in `claims`. */
  readonly claims: readonly number[];
  readonly verdict: string;
}

export interface GoldText {
  readonly id: string;
  /** Part of the corpus; whole articles are a part of their own. */
  readonly split: "dev" | "test" | "articles";
  readonly lang: string;
  readonly text: string;
  readonly posted: string;
  /** The day at which verdicts are asked; defaults to `posted`. */
  readonly asOf?: string;
  /** The shipped pack that may hold data on the text; absent when none does. */
  readonly pack?: string;
  /** Address of the page whose numbers the text keeps, or "own". */
  readonly source: string;
  readonly claims: readonly GoldClaim[];
  readonly series?: readonly GoldSeries[];
}

/** Reads the annotated texts that stand beside this file. */
export function readCorpus(): GoldText[] {
  const lines = readFileSync(new URL("./sentences.jsonl", import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as GoldText);
}

/** Reads the whole articles, whose texts stand in files of their own. */
export function readArticles(): GoldText[] {
  const folder = new URL("./articles/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().map((name) => {
    const {file, ...row} = JSON.parse(readFileSync(new URL(name, folder), "utf8")) as GoldText & {file: string};
    return {...row, split: "articles", text: readFileSync(new URL(file, folder), "utf8")};
  });
}
