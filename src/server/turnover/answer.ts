import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {type TurnoverQuery, turnover} from "../../turnover/turnover.ts";
import {type BoundedMap, makeBoundedMap} from "../http/bounded-map.ts";

/** Answers that are kept for one day's knowledge. */
const answersKept = 64;
const answers = new WeakMap<Knowledge, BoundedMap<string, TurnoverOutput>>();

/** Answers what two economies trade; equal questions about one knowledge are worked out once. */
export function turnoverAnswer(
  knowledge: Knowledge,
  query: TurnoverQuery,
  {gazetteer, language}: {gazetteer: Gazetteer; language: Language}
): TurnoverOutput {
  let known = answers.get(knowledge);
  if (!known) {
    known = makeBoundedMap<string, TurnoverOutput>(answersKept);
    answers.set(knowledge, known);
  }
  const key = JSON.stringify([query.economy, query.partner, query.product, query.period, query.indicators, language]);
  let answer = known.get(key);
  if (!answer) {
    answer = turnover(knowledge, query, {naming: gazetteer, language});
    known.set(key, answer);
  }
  return answer;
}
