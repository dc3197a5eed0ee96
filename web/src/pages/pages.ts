import type {Component} from "svelte";
import type {Route} from "../router/route.ts";

/** What every page is given. */
// biome-ignore lint/suspicious/noExplicitAny: each page is given the route that names it
type Page = Component<{route: any; isEmbed: boolean}>;
type PageModule = {readonly default: Page};

/** The page of the simulator, when it is there. */
const whatIf = import.meta.glob<PageModule>("./whatif/WhatIf.svelte");
export const hasWhatIf: boolean = Object.keys(whatIf).length > 0;

const pages: Readonly<Record<Exclude<Route["page"], "lost">, () => Promise<PageModule>>> = {
  start: () => import("./trade/Start.svelte"),
  trade: () => import("./trade/Trade.svelte"),
  check: () => import("./check/Check.svelte"),
  record: () => import("./record/Record.svelte"),
  item: () => import("./item/Item.svelte"),
  why: () => import("./why/Why.svelte"),
  whatif: () => Object.values(whatIf)[0]?.() ?? Promise.reject(new Error("no simulator"))
};

/** Loads the code of a page when it is first shown. */
export function loadPage(page: Route["page"]): Promise<PageModule> {
  return page === "lost" ? Promise.reject(new Error("no page")) : pages[page]();
}
