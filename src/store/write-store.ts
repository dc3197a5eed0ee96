import type {Pack} from "../base/pack.ts";
import {latestDay} from "../base/period.ts";
import type {WritableEngine} from "./engine.ts";
import {figureColumns, sourceColumns, toCells} from "./figure-columns.ts";
import {schemaText, storeFormat} from "./format.ts";

/** Makes the tables in an empty engine and fills them with packs, in one transaction. */
export async function writeStore(engine: WritableEngine, packs: readonly Pack[], content: string): Promise<void> {
  await engine.execute("begin transaction");
  await engine.execute(schemaText());
  await engine.append("store", [[storeFormat, content, "concord"]]);
  for (const [ordinal, pack] of packs.entries()) await appendPack(engine, pack, ordinal);
  await engine.execute("commit");
  await engine.execute("checkpoint"); // closing would do it too, but keeps the errors of a full disk to itself
}

async function appendPack(engine: WritableEngine, pack: Pack, ordinal: number): Promise<void> {
  const {name, title, version, licence, profile, figures, sources, register} = pack;
  const {entities, items, assertions, links} = register;
  await engine.append("pack", [[ordinal, name, title, version, licence, JSON.stringify(profile)]]);
  await engine.append(
    "figure",
    figures.map((f, position) => [ordinal, position, ...toCells(figureColumns, f), latestDay(f.known)])
  );
  await engine.append(
    "source",
    sources.map((source, position) => [ordinal, position, ...toCells(sourceColumns, source)])
  );
  await engine.append(
    "entity",
    entities.map((entity, position) => [ordinal, position, entity.id, entity.kind, JSON.stringify(entity)])
  );
  await engine.append(
    "item",
    items.map((item, position) => [ordinal, position, item.id, item.kind, JSON.stringify(item)])
  );
  await engine.append(
    "assertion",
    assertions.map((assertion, position) => {
      const {id, item, field, saidAt, validAt} = assertion;
      return [ordinal, position, id, item, field, latestDay(saidAt ?? validAt), JSON.stringify(assertion)];
    })
  );
  await engine.append(
    "link",
    links.map(({from, rel, to}, position) => [ordinal, position, from, rel, to])
  );
}
