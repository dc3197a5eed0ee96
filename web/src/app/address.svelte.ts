import {parsePath, withParameters} from "./route.ts";

/** The address that is shown; whatever reads it follows it. */
class Address {
  #path = $state(location.pathname);
  #search = $state(location.search);
  #hash = $state(location.hash);
  readonly #place = $derived(parsePath(this.#path));
  readonly #parameters = $derived(new URLSearchParams(this.#search));

  constructor() {
    addEventListener("popstate", () => this.#read());
    addEventListener("hashchange", () => this.#read());
  }

  get path() {
    return this.#path;
  }
  get search() {
    return this.#search;
  }
  get hash() {
    return this.#hash;
  }
  get place() {
    return this.#place;
  }

  /** A parameter of the query; undefined where it is absent or empty. */
  parameter(name: string): string | undefined {
    return this.#parameters.get(name) || undefined;
  }

  /** Goes to an address of the app. */
  go(to: string, {replace = false}: {replace?: boolean} = {}): void {
    const change = replace ? "replaceState" : "pushState";
    const isNewPage = new URL(to, location.href).pathname !== location.pathname;
    history[change](null, "", to);
    this.#read();
    if (isNewPage && !replace) scrollTo(0, 0);
  }

  /** Sets parameters of the query and stays where it is. */
  set(changes: Readonly<Record<string, string | undefined>>): void {
    this.go(`${location.pathname}${withParameters(location.search, changes)}${location.hash}`, {replace: true});
  }

  /** Puts a state of the page behind the #, which no server sees. */
  setHash(hash: string): void {
    history.replaceState(null, "", `${location.pathname}${location.search}${hash === "" ? "" : `#${hash}`}`);
    this.#hash = location.hash;
  }

  #read(): void {
    this.#path = location.pathname;
    this.#search = location.search;
    this.#hash = location.hash;
  }
}

export const address = new Address();

/** Takes clicks on links of the app; others, and those that ask for another tab, are the browser's. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a");
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return;
  if (/^\/(api|sdmx)(\/|$)/.test(link.pathname)) return;
  if (link.pathname === location.pathname && link.search === location.search && link.hash !== "") return;
  event.preventDefault();
  address.go(link.href);
}
