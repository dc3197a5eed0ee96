import type {BasisMatch, Reason, Verdict} from "../output.ts";

/** A verdict with its reasons, before internal checks. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly why: string;
  readonly bases: readonly BasisMatch[];
}
