/** A page of the app with what its address names. */
export type Route =
  | {readonly page: "home"}
  | {readonly page: "trade"; readonly economy: string; readonly partner: string}
  | {readonly page: "check"}
  | {readonly page: "record"}
  | {readonly page: "item"; readonly id: string}
  | {readonly page: "why"; readonly id: string}
  | {readonly page: "whatif"}
  | {readonly page: "energy"}
  | {readonly page: "unknown"; readonly path: string};

/** A route, and whether it is shown bare, for a frame in the page of others. */
export interface Place {
  readonly route: Route;
  readonly embedded: boolean;
}

/** Reads the path of an address; what cannot be decoded or is none of the pages is unknown. */
export function parsePath(path: string): Place {
  const parts = path.split("/").filter((part) => part !== "");
  const embedded = parts[0] === "embed";
  return {route: routeOf(embedded ? parts.slice(1) : parts, path), embedded};
}

function routeOf(parts: readonly string[], path: string): Route {
  const unknown: Route = {page: "unknown", path};
  const names = parts.map(decode);
  if (names.includes(undefined)) return unknown;
  const [page, first, second, ...more] = names as string[];
  if (more.length > 0) return unknown;
  if (page === undefined || (page === "trade" && first === undefined)) return {page: "home"};
  if (page === "trade" && first !== undefined && second !== undefined)
    return {page: "trade", economy: first, partner: second};
  if (page === "why" && first !== undefined && second === undefined) return {page: "why", id: first};
  if (page === "record" && second === undefined)
    return first === undefined ? {page: "record"} : {page: "item", id: first};
  if ((page === "check" || page === "whatif" || page === "energy") && first === undefined) return {page};
  return unknown;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** The path of a route. */
export function pathOf(route: Route): string {
  const {page} = route;
  if (page === "home") return "/";
  if (page === "trade") return `/trade/${encodeURIComponent(route.economy)}/${encodeURIComponent(route.partner)}`;
  if (page === "item") return `/record/${encodeURIComponent(route.id)}`;
  if (page === "why") return `/why/${encodeURIComponent(route.id)}`;
  return page === "unknown" ? route.path : `/${page}`;
}

/** A query with some of its parameters set anew; those that are undefined or empty leave it. */
export function withParameters(search: string, changes: Readonly<Record<string, string | undefined>>): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes))
    if (value === undefined || value === "") parameters.delete(name);
    else parameters.set(name, value);
  const text = parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}
