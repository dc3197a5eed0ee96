/** A page of the app, with what its path names. */
export type Route =
  | {readonly page: "start"}
  | {readonly page: "trade"; readonly economy: string; readonly partner: string}
  | {readonly page: "check"}
  | {readonly page: "record"}
  | {readonly page: "item"; readonly id: string}
  | {readonly page: "why"; readonly id: string}
  | {readonly page: "whatif"}
  | {readonly page: "lost"; readonly path: string};

/** Where an address leads, and whether it is the view for the pages of others. */
export interface Place {
  readonly route: Route;
  readonly isEmbed: boolean;
}

/** Reads the path of an address; one that names no page leads to the page that says so. */
export function placeOf(pathname: string): Place {
  const parts = pathname.split("/").filter(Boolean);
  const isEmbed = parts[0] === "embed";
  const names = (isEmbed ? parts.slice(1) : parts).map(decode);
  if (names.includes(undefined)) return {route: {page: "lost", path: pathname}, isEmbed};
  return {route: routeOf(names as string[]) ?? {page: "lost", path: pathname}, isEmbed};
}

function routeOf([page, first, second, ...rest]: readonly string[]): Route | undefined {
  if (rest.length > 0) return undefined;
  if (page === undefined) return {page: "start"};
  if (page === "trade" && first === undefined) return {page: "start"};
  if (page === "trade" && first && second) return {page, economy: first, partner: second};
  if (second !== undefined) return undefined;
  if (page === "record") return first === undefined ? {page} : {page: "item", id: first};
  if (page === "why" && first) return {page, id: first};
  if ((page === "check" || page === "whatif") && first === undefined) return {page};
  return undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** A path of names, each escaped, with the parameters that say something. */
export function address(names: readonly string[], parameters: Parameters = {}): string {
  const query = new URLSearchParams(
    Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]))
  ).toString();
  return `/${names.map(encodeURIComponent).join("/")}${query ? `?${query}` : ""}`;
}

/** Parameters of an address; empty and undefined ones are left out. */
export type Parameters = Readonly<Record<string, string | undefined>>;
