import {ConcordError} from "../base/errors.ts";
import {groupBy} from "../base/group-by.ts";
import type {Assertion, Item, Register, Stage} from "../base/register.ts";
import {type Due, dueOf} from "./due.ts";
import {type AsKnown, assertionsOn} from "./known.ts";
import {stageNumber, stageSteps} from "./stages.ts";

/** Where an item stands on one day, as known on another, and what says so. */
export interface ItemState {
  readonly item: Item;
  /** Lowest stage of the ladder over the parties; absent while one of them has none. */
  readonly stage?: Stage;
  /** Its number on the ladder, 0 to 7. */
  readonly stageNumber?: number;
  /** Date as stated since which the item is in this stage and state. */
  readonly since?: string;
  readonly byParty: Readonly<Record<string, Stage>>;
  /** State beside the ladder that holds now: suspended, lapsed, superseded, withdrawn, rejected, reopened. */
  readonly offLadder?: Stage;
  readonly due?: Due;
  readonly location?: string;
  /** The location in further languages. */
  readonly locationIn?: Readonly<Record<string, string>>;
  readonly class?: string;
  /** All that is known by then, in order, unverified statements included. */
  readonly assertions: readonly Assertion[];
  /** Sources of these assertions, each once. */
  readonly evidence: readonly string[];
}

/** The state of an item on a day as known on another; an item that the register does not hold is an error. */
export function itemState(register: Register, itemId: string, asKnown: AsKnown): ItemState {
  const item = register.items.find(({id}) => id === itemId);
  if (!item) throw new ConcordError("not_found", `Item "${itemId}" is not in the register`, {details: {itemId}});
  return stateFrom(
    item,
    assertionsOn(register, asKnown).filter((assertion) => assertion.item === itemId),
    asKnown
  );
}

/** The states of all items, in the order of the register. */
export function itemStates(register: Register, asKnown: AsKnown): ItemState[] {
  const byItem = groupBy(assertionsOn(register, asKnown), ({item}) => item);
  return register.items.map((item) => stateFrom(item, byItem.get(item.id) ?? [], asKnown));
}

function stateFrom(item: Item, assertions: readonly Assertion[], {sources = []}: AsKnown): ItemState {
  const steps = stageSteps(item, assertions, sources);
  const step = steps.at(-1);
  const number = step?.stage && stageNumber(step.stage);
  const due = dueOf(assertions);
  const location = lastText(assertions, "location");
  const itemClass = lastText(assertions, "class")?.value;
  return {
    item,
    ...(step?.stage && {stage: step.stage}),
    ...(number !== undefined && {stageNumber: number}),
    ...(step && {since: sinceWhen(steps)}),
    byParty: step?.byParty ?? {},
    ...(step?.offLadder && {offLadder: step.offLadder}),
    ...(due && {due}),
    ...(location && {location: location.value}),
    ...(location?.translations && {locationIn: location.translations}),
    ...(itemClass !== undefined && {class: itemClass}),
    assertions,
    evidence: [...new Set(assertions.flatMap(({evidence}) => evidence))]
  };
}

/** A further party may move while the item as a whole stays: the earliest of the last steps alike counts. */
function sinceWhen(steps: ReturnType<typeof stageSteps>): string {
  const last = steps.at(-1)!;
  const differs = (step: typeof last) => step.stage !== last.stage || step.offLadder !== last.offLadder;
  return steps[steps.findLastIndex(differs) + 1]!.since;
}

function lastText(
  assertions: readonly Assertion[],
  field: Assertion["field"]
): {value: string; translations: Assertion["translations"]} | undefined {
  const last = assertions.findLast((assertion) => assertion.field === field && assertion.confidence !== "unverified");
  return typeof last?.value === "string" ? {value: last.value, translations: last.translations} : undefined;
}
