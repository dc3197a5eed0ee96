import {makeGazetteer} from "../../base/gazetteer.ts";
import {lazily} from "../../base/lazily.ts";
import type {Entity} from "../../base/register.ts";
import {resolveEconomy} from "../../base/resolve-economy.ts";

const gazetteer = lazily(() => makeGazetteer());

/** The id of the economy, bloc or region that a user's word means. */
export function economyId(text: string): string {
  return resolveEconomy(text, gazetteer());
}

/** The id that a code of a source means, if the house knows it. */
export function maybeEconomyId(code: string): string | undefined {
  const known = cache.get(code);
  if (known !== undefined) return known || undefined;
  const id = /^(W00|000|0)$/.test(code) ? "WLD" : gazetteer().find(code)?.id;
  cache.set(code, id ?? "");
  return id;
}

const cache = new Map<string, string>();

/** The entity of an id, if the house knows it. */
export function entityOf(id: string): Entity | undefined {
  return gazetteer().get(id);
}
