import {groupBy} from "../base/group-by.ts";
import {ladder} from "../base/item-kinds.ts";
import {latestDay, parsePeriod} from "../base/period.ts";
import type {Item, Stage} from "../base/register.ts";

/** A dated step of a register item, as the register's timeline gives it. */
export interface TimelineStep {
  readonly item: Pick<Item, "id" | "title" | "kind">;
  readonly what: "stage" | "due";
  readonly date: string;
  readonly saidAt: string;
  readonly stage?: Stage;
  /** A later date due was named. */
  readonly moved?: boolean;
  readonly unverified: boolean;
}

/** A stretch of one stage; day numbers. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  /** Number on the ladder; undefined beside it. */
  readonly number?: number;
  readonly stage: Stage;
  readonly unverified: boolean;
}

/** One date due; day number. */
export interface DueMark {
  readonly day: number;
  readonly moved: boolean;
}

/** One item of the chart: its stages as bars up to its last evidence, its dates due. */
export interface TimelineRow {
  readonly item: TimelineStep["item"];
  readonly bars: readonly Bar[];
  readonly dues: readonly DueMark[];
  /** Where evidence ends; day number. */
  readonly end: number;
}

const numbers = new Map<Stage, number>(ladder.map((stage, index) => [stage, index]));

/** One row an item, in the order of their kinds' and items' first steps; bars end where the evidence ends. */
export function timelineRows(steps: readonly TimelineStep[]): TimelineRow[] {
  const items = [...groupBy(steps, ({item}) => item.id).values()].map(toRow);
  return [...groupBy(items, ({item}) => item.kind).values()].flatMap((kind) => kind.sort(compareRows));
}

function compareRows(a: TimelineRow, b: TimelineRow): number {
  return firstDay(a) - firstDay(b);
}

function firstDay({bars, dues}: TimelineRow): number {
  return Math.min(...bars.map(({from}) => from), ...dues.map(({day}) => day));
}

function toRow(steps: readonly TimelineStep[]): TimelineRow {
  const stages = steps.filter(({what}) => what === "stage").sort((a, b) => firstOf(a.date) - firstOf(b.date));
  const end = Math.max(...steps.map(evidenceDay));
  return {
    item: steps[0]!.item,
    bars: stages.map((step, index) => toBar(step, stages[index + 1], end)),
    dues: dueMarks(steps.filter(({what}) => what === "due")),
    end
  };
}

/** The dates that were moved and the last one; what only says the last one with less precision is left out. */
function dueMarks(dues: readonly TimelineStep[]): DueMark[] {
  const moved = dues.filter((due) => due.moved).map(({date}) => ({day: latestDay(date), moved: true}));
  const last = dues
    .filter((due) => !due.moved)
    .sort((a, b) => latestDay(a.saidAt) - latestDay(b.saidAt))
    .at(-1);
  return [...moved, ...(last ? [{day: latestDay(last.date), moved: false}] : [])].sort((a, b) => a.day - b.day);
}

function evidenceDay({what, date, saidAt}: TimelineStep): number {
  return what === "due" ? latestDay(saidAt) : Math.max(latestDay(saidAt), latestDay(date));
}

/** Bars start where a partial date may start, so that "2021" does not look later than "2021-06". */
function firstOf(date: string): number {
  return parsePeriod(date).start;
}

function toBar(step: TimelineStep, next: TimelineStep | undefined, end: number): Bar {
  const from = firstOf(step.date);
  const stage = step.stage ?? "proposed";
  const number = numbers.get(stage);
  return {
    from,
    to: Math.max(from, next ? firstOf(next.date) : end),
    stage,
    unverified: step.unverified,
    ...(number !== undefined && {number})
  };
}
