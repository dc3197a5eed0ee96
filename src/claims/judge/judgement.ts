import type {Ground, Reason, Verdict} from "../../base/verdicts.ts";
import type {BasisMatch} from "../output.ts";

/** A verdict with its reasons, before internal checks. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly reason?: Reason;
  readonly ground: Ground;
  readonly bases: readonly BasisMatch[];
}
