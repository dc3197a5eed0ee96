import type {Component} from "svelte";
import type {PacksAnswer} from "../../../src/server/packs/output.ts";
import type {Answer} from "../api/answer.svelte.ts";
import type {Route} from "./route.ts";

/** A page as a module that is loaded when it is first shown. */
type Page = () => Promise<{default: Component<{packs: Answer<PacksAnswer>}>}>;

/** The simulator is a page where its module is there. */
const whatIf = Object.values(import.meta.glob("../whatif/WhatIfPage.svelte"))[0] as Page | undefined;

const pages: Readonly<Partial<Record<Route["page"], Page>>> = {
  home: () => import("../trade/TradePage.svelte"),
  trade: () => import("../trade/TradePage.svelte"),
  check: () => import("../check/CheckPage.svelte"),
  record: () => import("../record/RecordPage.svelte"),
  item: () => import("../record/ItemPage.svelte"),
  // It needs nothing of the packs; a component that is given more than it reads is no error.
  why: () => import("../why/WhyPage.svelte") as unknown as ReturnType<Page>,
  energy: () => import("../energy/EnergyPage.svelte") as unknown as ReturnType<Page>,
  ...(whatIf && {whatif: whatIf})
};

/** Loads the module of a page; undefined where the app has no such page. */
export function loadPage(name: Route["page"]): ReturnType<Page> | undefined {
  return pages[name]?.();
}

/** Pages that the head of the app leads to, in order. */
export const mainPages = (["trade", "check", "record", "whatif", "energy"] as const).filter((name) => name in pages);
