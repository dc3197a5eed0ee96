import {groupBy} from "../../../src/base/group-by.ts";
import {ladder} from "../../../src/base/item-kinds.ts";
import type {Item, Stage} from "../../../src/base/register.ts";
import type {TimelineStep} from "../../../src/charts/timeline-rows.ts";
import type {ItemStateAnswer, TimelineAnswer} from "../../../src/server/register/output.ts";

/** Rows that a chart on a page holds; items with more than one dated step come first. */
const chartRows = 40;

/** Dated steps of a register as its chart takes them: of the items that fit on it, the ones with a history first. */
export function timelineSteps(
  timeline: readonly TimelineAnswer[],
  items: readonly ItemStateAnswer[],
  most = chartRows
): {steps: TimelineStep[]; left: number} {
  const known = new Map(items.map(({item}) => [item.id, item]));
  const groups = [...groupBy(timeline, ({item}) => item).values()];
  const order = groups.toSorted((a, b) => Number(b.length > 1) - Number(a.length > 1));
  const shown = new Set(order.slice(0, most).map(([first]) => first!.item));
  const steps = timeline.flatMap(({item: id, ...step}): TimelineStep[] => {
    const item = known.get(id);
    return item && shown.has(id) ? [{...step, item}] : [];
  });
  return {steps, left: Math.max(0, groups.length - most)};
}

/** Every dated step of the items that are shown, in the order of the items. */
export function stepsByItem(
  timeline: readonly TimelineAnswer[],
  items: readonly ItemStateAnswer[]
): {item: Item; steps: TimelineAnswer[]}[] {
  const steps = groupBy(timeline, ({item}) => item);
  return items.flatMap(({item}) => {
    const own = steps.get(item.id);
    return own ? [{item, steps: [...own]}] : [];
  });
}

/** The number of a stage as it stands on its mark; "" beside the ladder. */
export function rungOf(stage: Stage): string {
  const rung = (ladder as readonly string[]).indexOf(stage);
  return rung < 0 ? "" : String(rung);
}

/** The year from which nine tenths of the steps lie: earlier ones stand at the edge, so that the rest has room. */
export function firstYear(steps: readonly Pick<TimelineStep, "date">[]): number {
  const years = steps.map(({date}) => Number(date.slice(0, 4))).sort((a, b) => a - b);
  return years[Math.floor(years.length / 10)] ?? 0;
}
