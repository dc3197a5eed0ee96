import {type Parameters, type Place, placeOf} from "./route.ts";

/** The address of the page as state: components read it, links and filters change it. */
class Router {
  #path = $state(location.pathname);
  #search = $state(location.search);
  #hash = $state(location.hash);
  readonly place: Place = $derived(placeOf(this.#path));
  readonly query: URLSearchParams = $derived(new URLSearchParams(this.#search));

  get path(): string {
    return this.#path;
  }

  get hash(): string {
    return this.#hash;
  }

  get(name: string): string | undefined {
    return this.query.get(name) || undefined;
  }

  go(href: string, {replace = false} = {}): void {
    const before = this.#path;
    history[replace ? "replaceState" : "pushState"](null, "", href);
    this.read();
    if (before !== this.#path) scrollTo(0, 0);
  }

  /** The address of this page with some parameters changed; empty ones are left out. */
  with(changes: Parameters): string {
    const query = new URLSearchParams(this.#search);
    for (const [name, value] of Object.entries(changes))
      if (value) query.set(name, value);
      else query.delete(name);
    const text = query.toString();
    return `${this.#path}${text ? `?${text}` : ""}${this.#hash}`;
  }

  read(): void {
    this.#path = location.pathname;
    this.#search = location.search;
    this.#hash = location.hash;
  }
}

export const router = new Router();

/** Follows links inside the app without loading the page anew; returns how to stop. */
export function startRouter(): () => void {
  const onMove = () => router.read();
  addEventListener("popstate", onMove);
  addEventListener("hashchange", onMove);
  document.addEventListener("click", followLink);
  return () => {
    removeEventListener("popstate", onMove);
    removeEventListener("hashchange", onMove);
    document.removeEventListener("click", followLink);
  };
}

function followLink(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a[href]") as HTMLAnchorElement | null;
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const {origin, pathname, hash, search} = new URL(link.href);
  const isOurs = origin === location.origin && !pathname.startsWith("/api");
  const isJump = pathname === location.pathname && search === location.search && hash !== "";
  if (!isOurs || isJump || link.target || link.hasAttribute("download")) return;
  event.preventDefault();
  router.go(`${pathname}${search}${hash}`);
}
