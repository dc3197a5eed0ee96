import {groupBy} from "../../../src/base/group-by.ts";
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

/** The year from which nine tenths of the steps lie: earlier ones stand at the edge, so that the rest has room. */
export function firstYear(steps: readonly Pick<TimelineStep, "date">[]): number {
  const years = steps.map(({date}) => Number(date.slice(0, 4))).sort((a, b) => a - b);
  return years[Math.floor(years.length / 10)] ?? 0;
}
