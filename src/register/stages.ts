import {ladder} from "../base/item-kinds.ts";
import type {Assertion, Item, Stage} from "../base/register.ts";
import type {Source} from "../base/source.ts";

/** Where an item stood from one day on. */
export interface StageStep {
  /** Lowest stage of the ladder over the parties; absent while one of them has none. */
  readonly stage?: Stage;
  /** Present state beside the ladder, as "suspended": of all parties or of one. */
  readonly offLadder?: Stage;
  readonly byParty: Readonly<Record<string, Stage>>;
  /** Date as stated, of any precision. */
  readonly since: string;
  /** The assertion that made the change. */
  readonly assertion: Assertion;
}

interface PartyStage {
  reached?: Stage;
  beside?: Stage;
}

const numbers = new Map<Stage, number>(ladder.map((stage, index) => [stage, index]));

/** Number of a stage on the ladder, 0 to 7; undefined for the states beside it. */
export function stageNumber(stage: Stage): number | undefined {
  return numbers.get(stage);
}

/**
 * The stage an assertion may set. "Verified" needs evidence of tier 1 or 2, or a source independent of every party,
 * and counts as "implemented" without; what no source carries sets no stage.
 */
export function grantedStage(assertion: Assertion, item: Item, sources: readonly Source[]): Stage | undefined {
  const {value, field, confidence, evidence} = assertion;
  if (field !== "stage" || typeof value !== "string" || confidence === "unverified") return undefined;
  if (value !== "verified") return value as Stage;
  const carries = ({id, tier, independentOf = []}: Source) =>
    evidence.includes(id) && (tier <= 2 || isIndependent(independentOf, item.scope.parties));
  return sources.some(carries) ? "verified" : "implemented";
}

function isIndependent(of: readonly string[], parties: readonly string[]): boolean {
  return parties.length > 0 && parties.every((party) => of.includes(party));
}

/**
 * Every change of an item's stage, in order. `history` holds the item's assertions in order. An assertion without a
 * party speaks of all parties; the item stands where the last of its parties stands.
 */
export function stageSteps(item: Item, history: readonly Assertion[], sources: readonly Source[]): StageStep[] {
  const parties = partiesOf(item, history);
  const stages = new Map<string, PartyStage>(parties.map((party) => [party, {}]));
  const steps: StageStep[] = [];
  for (const assertion of history) {
    const stage = grantedStage(assertion, item, sources);
    if (!stage) continue;
    for (const party of assertion.party === undefined ? parties : [assertion.party])
      stages.set(party, advance(stages.get(party), stage));
    const step = stepAt(assertion, stages, parties);
    if (isChange(steps.at(-1), step)) steps.push(step);
  }
  return steps;
}

/** The parties an item counts over: those of its scope, else those its assertions name, else one for all. */
function partiesOf({scope}: Item, history: readonly Assertion[]): string[] {
  if (scope.parties.length > 0) return [...scope.parties];
  const named = new Set(history.flatMap(({party}) => party ?? []));
  return named.size > 0 ? [...named] : [""];
}

function advance(before: PartyStage = {}, stage: Stage): PartyStage {
  if (numbers.has(stage)) return {reached: stage};
  return {...(before.reached && {reached: before.reached}), beside: stage};
}

function stepAt(assertion: Assertion, stages: ReadonlyMap<string, PartyStage>, parties: readonly string[]): StageStep {
  const counted = parties.map((party) => stages.get(party)!);
  const reached = counted.map((party) => (party.reached ? numbers.get(party.reached)! : -1));
  const stage = ladder[Math.min(...reached)];
  const offLadder = counted.findLast(({beside}) => beside)?.beside;
  const byParty = [...stages].flatMap(([party, {beside, reached: own}]) =>
    party !== "" && (beside ?? own) ? [[party, (beside ?? own)!] as const] : []
  );
  return {
    ...(stage && {stage}),
    ...(offLadder && {offLadder}),
    byParty: Object.fromEntries(byParty),
    since: assertion.validAt,
    assertion
  };
}

function isChange(before: StageStep | undefined, after: StageStep): boolean {
  return before?.stage !== after.stage || before?.offLadder !== after.offLadder || !sameParties(before, after);
}

function sameParties(before: StageStep | undefined, after: StageStep): boolean {
  const entries = Object.entries(after.byParty);
  return entries.every(([party, stage]) => before?.byParty[party] === stage);
}
