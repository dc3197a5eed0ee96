import {latestDay} from "../base/period.ts";
import type {Item, Register, Stage} from "../base/register.ts";
import type {Due} from "./due.ts";
import {itemStates} from "./item-state.ts";
import type {AsKnown} from "./known.ts";

/** An item whose date due was moved, or has passed. */
export interface Slip {
  readonly item: Item;
  readonly due: Due;
  readonly stage?: Stage;
  /** Days since the last date due when it has passed and the item is not in force; else 0. */
  readonly overdueDays: number;
}

const inForce = 5;

/** Items with a date due that was moved or has passed unmet, the longest postponement first. */
export function slips(register: Register, asKnown: AsKnown): Slip[] {
  const today = latestDay(asKnown.on);
  return itemStates(register, asKnown)
    .flatMap(({item, due, stage, stageNumber = -1}): Slip[] => {
      if (!due) return [];
      const overdueDays = stageNumber < inForce ? Math.max(0, today - latestDay(due.last)) : 0;
      return due.slipDays === 0 && overdueDays === 0 ? [] : [{item, due, overdueDays, ...(stage && {stage})}];
    })
    .sort((a, b) => b.due.slipDays - a.due.slipDays || b.overdueDays - a.overdueDays);
}
