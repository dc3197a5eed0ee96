import type {TimelineStep} from "../../src/charts/timeline-rows.ts";

const item = (id: string, kind: TimelineStep["item"]["kind"], en: string) => ({id, kind, title: {en}});
const treaty = item("treaty", "agreement", "Treaty on general principles of levying indirect taxes");
const gas = item("gas", "market", "Common gas market");
const power = item("power", "market", "Common electricity market");
const forum = item("forum", "event", "Forum of Regions, tenth");

const stage = (of: TimelineStep["item"], date: string, to: TimelineStep["stage"], saidAt = date, unverified = false) =>
  ({item: of, what: "stage", date, saidAt, unverified, ...(to && {stage: to})}) as const;
const due = (of: TimelineStep["item"], date: string, saidAt: string, moved: boolean) =>
  ({item: of, what: "due", date, saidAt, moved, unverified: false}) as const;

/** An invented register: a ladder climbed, dates that slipped, a suspension, an event, an unverified step. */
export const steps: TimelineStep[] = [
  stage(treaty, "2019-09", "in-work"),
  stage(treaty, "2022-10-03", "adopted"),
  stage(treaty, "2023-01", "ratified", "2023-01-19"),
  stage(gas, "2018-12-06", "agreed"),
  due(gas, "2022-01-01", "2021-06-28", true),
  due(gas, "2023-12-01", "2021-09-10", true),
  due(gas, "2025-01-01", "2022-12-09", false),
  stage(gas, "2022-12", "suspended"),
  stage(power, "2021", "agreed"),
  stage(power, "2024-12-06", "adopted", "2024-12-06", true),
  stage(forum, "2023-06-28", "implemented")
];
