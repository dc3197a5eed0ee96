import type {Gazetteer} from "../base/gazetteer.ts";
import type {Resources} from "./read-resources.ts";
import type {Placed} from "./report.ts";

/** Ids that the records of a pack may refer to. */
export interface KnownIds {
  readonly sources: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly assertions: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  /** Economies, regions, blocs and organisations, those of the pack among them. */
  readonly gazetteer: Gazetteer;
  /** Ids of the pack's own entities, valid or not. */
  readonly entities: ReadonlySet<string>;
}

/**
 * Collects the ids of all records, also of those that break their schema: a record with one wrong cell should not make
 * every reference to it wrong too.
 */
export function knownIds({records}: Resources, indicators: readonly string[], gazetteer: Gazetteer): KnownIds {
  const embedded = records.assertions.map(({value}) => memberOf(value, "value"));
  const measured = [...records.figures.map(({value}) => value), ...embedded].map((figure) => memberOf(figure, "basis"));
  return {
    sources: idsOf(records.sources),
    figures: new Set([...idsOf(records.figures), ...texts(embedded.map((figure) => memberOf(figure, "id")))]),
    items: idsOf(records.items),
    assertions: idsOf(records.assertions),
    indicators: new Set([...indicators, ...texts(measured.map((basis) => memberOf(basis, "indicator")))]),
    gazetteer,
    entities: idsOf(records.entities)
  };
}

function idsOf(placed: readonly Placed<unknown>[]): Set<string> {
  return new Set(texts(placed.map(({value}) => memberOf(value, "id"))));
}

function texts(values: readonly unknown[]): string[] {
  return values.filter((value) => typeof value === "string");
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
