import {z} from "@hono/zod-openapi";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {itemKinds, ladder, offLadder} from "../../base/item-kinds.ts";
import type {Item} from "../../base/register.ts";
import {resolveEconomy} from "../../base/resolve-economy.ts";
import {asOfParameter, economyParameter, listParameter, searchParameter} from "../http/parameters.ts";
import type {ItemStateAnswer} from "./output.ts";

/** Further questions that an item may answer with yes. */
export const itemStatuses = ["slipped", "overdue", "due", "disputed", "in-force", "off-ladder", "unverified"] as const;

export const registerQuery = z.strictObject({
  kind: listParameter(itemKinds, "Kind of item"),
  stage: listParameter([...ladder, ...offLadder, "unstated"], "Stage, or state beside the ladder"),
  theme: z.string().min(1).max(100).optional().openapi({description: "A subject of the item", example: "energy"}),
  party: economyParameter.optional(),
  region: z.string().min(1).max(100).optional().openapi({description: "Code or id of a region", example: "BY-VI"}),
  status: listParameter(itemStatuses, "What is true of the item"),
  q: searchParameter,
  asOf: asOfParameter
});
export type RegisterQuery = z.infer<typeof registerQuery>;

/** Whether an item fits all filters. */
export function itemFilter(query: RegisterQuery, gazetteer: Gazetteer): (state: ItemStateAnswer) => boolean {
  const party = query.party && resolveEconomy(query.party, gazetteer);
  const words = fold(query.q ?? "")
    .split(/\s+/)
    .filter(Boolean);
  return (state) => {
    const {item} = state;
    return (
      (!query.kind || query.kind.includes(item.kind)) &&
      (!query.stage || query.stage.includes(stageOf(state))) &&
      (query.theme === undefined || item.scope.subject.includes(query.theme)) &&
      (!party || item.scope.parties.includes(party)) &&
      (query.region === undefined || regionsOf(item).includes(query.region)) &&
      (!query.status || query.status.some((status) => has[status](state))) &&
      (words.length === 0 || hasWords(item, words))
    );
  };
}

/** The stage by which an item is filtered and counted: a state beside the ladder goes before the ladder. */
export function stageOf({stage, offLadder: beside}: ItemStateAnswer) {
  return beside ?? stage ?? "unstated";
}

export function regionsOf({scope}: Item): readonly string[] {
  return scope.regions ?? [];
}

const inForce = ladder.indexOf("in-force");

const has: Readonly<Record<(typeof itemStatuses)[number], (state: ItemStateAnswer) => boolean>> = {
  slipped: ({due}) => due !== null && due.slipDays !== 0,
  overdue: ({due}) => due !== null && due.overdueDays > 0,
  due: ({due}) => due !== null,
  disputed: ({disputed}) => disputed,
  "in-force": ({offLadder: beside, stageNumber}) => beside === null && (stageNumber ?? -1) >= inForce,
  "off-ladder": ({offLadder: beside}) => beside !== null,
  unverified: ({item, stage, offLadder: beside}) =>
    item.titleStatus === "unverified" || (stage === null && beside === null)
};

function hasWords({id, title, terms = {}, legalRef = "", note = ""}: Item, words: readonly string[]): boolean {
  const text = fold([id, ...Object.values(title), ...Object.values(terms).flat(), legalRef, note].join(" "));
  return words.every((word) => text.includes(word));
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll("ё", "е");
}
