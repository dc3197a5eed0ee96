import type {Resources} from "./read-resources.ts";
import type {Placed} from "./report.ts";

/** Whether an id names an economy, region, bloc or organisation, among those of the pack or by a public code. */
export type IsEntity = (id: string) => boolean;

/** Ids that the records of a pack may refer to. */
export interface KnownIds {
  readonly sources: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly assertions: ReadonlySet<string>;
  readonly indicators: ReadonlySet<string>;
  readonly isEntity: IsEntity;
}

/**
 * Collects the ids of all records, also of those that break their schema: a record with one wrong cell should not make
 * every reference to it wrong too.
 */
export function knownIds({records}: Resources, indicators: readonly string[], isEntity: IsEntity): KnownIds {
  const packEntities = idsOf(records.entities);
  const embedded = records.assertions.map(({value}) => memberOf(value, "value"));
  const measured = [...records.figures.map(({value}) => value), ...embedded].map((figure) => memberOf(figure, "basis"));
  return {
    sources: idsOf(records.sources),
    figures: new Set([...idsOf(records.figures), ...texts(embedded.map((figure) => memberOf(figure, "id")))]),
    items: idsOf(records.items),
    assertions: idsOf(records.assertions),
    indicators: new Set([...indicators, ...texts(measured.map((basis) => memberOf(basis, "indicator")))]),
    isEntity: (id) => packEntities.has(id) || isEntity(id)
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
