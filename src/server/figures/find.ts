import type {Figure} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Knowledge} from "../../base/pack.ts";
import {firstInput, storedFigures} from "./computed.ts";
import {surroundingsOf} from "./surroundings.ts";

/** A figure by its id, of a pack or computed, as known on the day of the knowledge. */
export function findFigure(id: string, knowledge: Knowledge, gazetteer: Gazetteer): Figure | undefined {
  const stored = storedFigures(knowledge);
  const own = stored.get(id);
  if (own) return own;
  const input = firstInput(id, stored);
  return input && surroundingsOf(input, knowledge, gazetteer).computed.get(id);
}
