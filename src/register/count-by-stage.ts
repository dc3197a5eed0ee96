import {groupBy} from "../base/group-by.ts";
import type {itemKinds} from "../base/item-kinds.ts";
import type {Item, Register, Stage} from "../base/register.ts";
import {type ItemState, itemStates} from "./item-state.ts";
import type {AsKnown} from "./known.ts";

/** The items of one kind by the stage they are in; the counts sum to the total. */
export interface StageCount {
  readonly kind: (typeof itemKinds)[number];
  /** Denominator: all items of the kind in the register. */
  readonly total: number;
  /** "unstated" counts the items of which no source says a stage; a state beside the ladder goes before the ladder. */
  readonly counts: Readonly<Partial<Record<Stage | "unstated", number>>>;
}

/** Counts items by kind and stage, each row with its denominator, in the order in which kinds first appear. */
export function countByStage(
  register: Register,
  {where = () => true, ...asKnown}: AsKnown & {where?: (item: Item) => boolean}
): StageCount[] {
  const states = itemStates(register, asKnown).filter(({item}) => where(item));
  return [...groupBy(states, ({item}) => item.kind)].map(([kind, group]) => ({
    kind,
    total: group.length,
    counts: tally(group)
  }));
}

function tally(states: readonly ItemState[]): StageCount["counts"] {
  const groups = groupBy(states, ({offLadder, stage}) => offLadder ?? stage ?? "unstated");
  return Object.fromEntries([...groups].map(([stage, group]) => [stage, group.length]));
}
