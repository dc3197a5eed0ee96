import type {Figure} from "../base/figure.ts";
import type {Gazetteer} from "../base/gazetteer.ts";
import type {PackProfile} from "../base/pack.ts";
import type {Assertion, Entity, Item, Link} from "../base/register.ts";
import type {Source} from "../base/source.ts";
import type {KnownIds} from "./known-ids.ts";
import type {Placed, Report} from "./report.ts";
import {show} from "./report.ts";

type Path = readonly PropertyKey[];

/** Kinds of records that a member may name, as messages call them. */
const wanted = {
  sources: "the id of a source",
  figures: "the id of a figure",
  items: "the id of a register item",
  assertions: "the id of an assertion",
  entities: "the id of an entity, as an ISO 3166 code or one of the pack's own",
  ends: "the id of an item, assertion, figure or entity"
} as const;

/** Looks up the ids that records refer to and notes those that name nothing. */
export interface References {
  figure(record: Placed<Figure>): void;
  source(record: Placed<Source>): void;
  entity(record: Placed<Entity>): void;
  item(record: Placed<Item>): void;
  assertion(record: Placed<Assertion>): void;
  link(record: Placed<Link>): void;
  profile(record: Placed<PackProfile>): void;
}

/** Makes the look-up of references for the ids of one pack. */
export function makeReferences(known: KnownIds, report: Report): References {
  const isEntity = (id: string) => known.entities.has(id) || known.gazetteer.get(id) !== undefined;
  const isEnd = (id: string) =>
    known.items.has(id) || known.assertions.has(id) || known.figures.has(id) || isEntity(id);
  const has = {
    sources: (id: string) => known.sources.has(id),
    figures: (id: string) => known.figures.has(id),
    items: (id: string) => known.items.has(id),
    assertions: (id: string) => known.assertions.has(id),
    entities: isEntity,
    ends: isEnd
  };
  const one = ({place}: Placed<unknown>, path: Path, id: string | undefined, kind: keyof typeof has) => {
    if (id !== undefined && !has[kind](id)) report.note(place, path, show(id), wanted[kind] + guess(id, kind));
  };
  const guess = (id: string, kind: keyof typeof has) => {
    const meant = kind === "entities" ? closestEntity(known.gazetteer, id) : undefined;
    return meant === undefined ? "" : `; did you mean ${show(meant)}?`;
  };
  const many = (record: Placed<unknown>, path: Path, ids: readonly string[] | undefined, kind: keyof typeof has) => {
    ids?.forEach((id, index) => {
      one(record, [...path, index], id, kind);
    });
  };

  return {
    figure(record) {
      const {basis, sources, inputs} = record.value;
      one(record, ["basis", "about"], basis.about, "items");
      one(record, ["basis", "economy"], basis.economy, "entities");
      one(record, ["basis", "partner"], basis.partner, "entities");
      one(record, ["basis", "reporter"], basis.reporter, "entities");
      many(record, ["sources"], sources, "sources");
      many(record, ["inputs"], inputs, "figures");
    },
    source(record) {
      many(record, ["independentOf"], record.value.independentOf, "entities");
    },
    entity(record) {
      record.value.memberOf?.forEach(({bloc}, index) => {
        one(record, ["memberOf", index, "bloc"], bloc, "entities");
      });
      one(record, ["speaksFor"], record.value.speaksFor, "entities");
    },
    item(record) {
      const {parties, direction, regions} = record.value.scope;
      many(record, ["scope", "parties"], parties, "entities");
      one(record, ["scope", "direction", "from"], direction?.from, "entities");
      one(record, ["scope", "direction", "to"], direction?.to, "entities");
      many(record, ["scope", "regions"], regions, "entities");
    },
    assertion(record) {
      const {item, by, party, evidence, supersedes} = record.value;
      one(record, ["item"], item, "items");
      one(record, ["by"], by, "entities");
      one(record, ["party"], party, "entities");
      many(record, ["evidence"], evidence, "sources");
      one(record, ["supersedes"], supersedes, "assertions");
    },
    link(record) {
      const {from, to, rel} = record.value;
      one(record, ["from"], from, "ends");
      if (rel !== "measuredBy" || !known.indicators.has(to)) one(record, ["to"], to, "ends");
    },
    profile(record) {
      many(record, ["economies"], record.value.economies, "entities");
    }
  };
}

/** The id that a name, another code or a misspelling stands for. */
function closestEntity(gazetteer: Gazetteer, text: string): string | undefined {
  const [close] = gazetteer.suggest(text);
  return (gazetteer.find(text) ?? (close === undefined ? undefined : gazetteer.find(close)))?.id;
}
