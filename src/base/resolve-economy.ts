import {ConcordError} from "./errors.ts";
import type {Gazetteer} from "./gazetteer.ts";

/** The id of the entity that a user's word means: a code, or a name in any language that the gazetteer knows. */
export function resolveEconomy(text: string, gazetteer: Gazetteer): string {
  const entity = gazetteer.find(text);
  if (entity) return entity.id;
  const near = gazetteer.suggest(text).map((name) => `"${name}"`);
  throw new ConcordError("invalid_query", `Economy "${text}" is not known`, {
    details: {
      found: text,
      hint:
        near.length > 0
          ? `did you mean ${near.join(" or ")}?`
          : "wanted a code as BLR or BY, a name as Belarus, or an entity of the pack"
    }
  });
}
