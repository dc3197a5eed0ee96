import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {z} from "zod";
import type {EnergyMarket} from "../base/energy.ts";
import {energyMarketSchema} from "../base/energy-market.ts";
import {ConcordError, type Violation} from "../base/errors.ts";
import {type Figure, figureSchema} from "../base/figure.ts";
import {makeGazetteer} from "../base/gazetteer.ts";
import {type Pack, type PackMarket, type PackProfile, packProfileSchema} from "../base/pack.ts";
import {assertionSchema, entitySchema, itemSchema, linkSchema, type Register} from "../base/register.ts";
import {type Source, sourceSchema} from "../base/source.ts";
import {checkAssertion} from "./check-assertion.ts";
import {checkFigure} from "./check-figure.ts";
import {makeReferences} from "./check-references.ts";
import {checkSchema} from "./check-schema.ts";
import {decodeText} from "./decode-text.ts";
import {type Descriptor, descriptorSchema, type Resource, resourceSchema} from "./descriptor.ts";
import {knownIds} from "./known-ids.ts";
import {readJson} from "./read-jsonl.ts";
import {type RecordRole, type Resources, readResources} from "./read-resources.ts";
import {makeReport, type Placed, type Report, show} from "./report.ts";

/** What a check finds: the pack when nothing is wrong with it, and all that is wrong. */
export interface CheckedPack {
  readonly pack?: Pack;
  readonly violations: readonly Violation[];
}

/** Reads a pack and lists everything that is wrong with it; only a folder that does not exist is an error. */
export async function checkPack(folder: string): Promise<CheckedPack> {
  if (!statSync(folder, {throwIfNoEntry: false})?.isDirectory())
    throw new ConcordError("not_found", `Pack "${folder}" is not a folder, wanted one with a datapackage.json`, {
      details: {folder}
    });
  const report = makeReport();
  const descriptor = readDescriptor(folder, report);
  if (!descriptor) return {violations: report.violations};
  const resources = await readResources(folder, validResources(descriptor), descriptor.place, report);
  const records = checkRecords(resources, descriptor, report);
  const value = checkSchema(descriptorSchema, descriptor, report);
  if (value && report.violations.length === 0) return {pack: makePack(value, records, resources), violations: []};
  return {violations: inFileOrder(report.violations)};
}

function readDescriptor(folder: string, report: Report): Placed<unknown> | undefined {
  const file = join(folder, "datapackage.json");
  if (!existsSync(file)) {
    report.violations.push({file, found: "no such file", wanted: "a Data Package descriptor"});
    return undefined;
  }
  const {text, violations} = decodeText(readFileSync(file), file);
  report.violations.push(...violations);
  return readJson(text, file, report);
}

/** The resources that can be read, by their index, so that one wrong member does not hide what is wrong elsewhere. */
function validResources({value}: Placed<unknown>): Map<number, Resource> {
  const resources = (value as {resources?: unknown} | null)?.resources;
  const parsed = (Array.isArray(resources) ? resources : []).map((resource) => resourceSchema.safeParse(resource));
  return new Map(parsed.flatMap((result, index) => (result.success ? [[index, result.data] as const] : [])));
}

function validProfile({value}: Placed<unknown>): PackProfile | undefined {
  return packProfileSchema.safeParse((value as {concord?: unknown} | null)?.concord).data;
}

/** The valid records of a pack. */
interface Records extends Register {
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly markets: readonly PackMarket[];
}

function checkRecords(resources: Resources, descriptor: Placed<unknown>, report: Report): Records {
  const valid = <Value>(role: RecordRole, schema: z.ZodType<Value>) => validRecords(resources, role, schema, report);
  const figures = valid("figures", figureSchema);
  const sources = valid("sources", sourceSchema);
  const entities = valid("entities", entitySchema);
  const items = valid("items", itemSchema);
  const assertions = valid("assertions", assertionSchema);
  const links = valid("links", linkSchema);
  const profile = validProfile(descriptor);

  const embedded = assertions.flatMap(embeddedFigure);
  for (const figure of [...figures, ...embedded]) checkFigure(figure, report);
  for (const assertion of assertions) checkAssertion(assertion, report);
  for (const records of Object.values(resources.records)) checkUnique(records, report);

  const indicators = (profile?.indicators ?? []).map(({id}) => id);
  const references = makeReferences(knownIds(resources, indicators, makeGazetteer(entities.map(recordOf))), report);
  [...figures, ...embedded].forEach(references.figure);
  sources.forEach(references.source);
  entities.forEach(references.entity);
  items.forEach(references.item);
  assertions.forEach(references.assertion);
  links.forEach(references.link);
  if (profile) {
    references.profile({value: profile, place: inside(descriptor.place, "concord")});
    checkDocument(profile, descriptor, resources, report);
  }

  return {
    markets: checkMarkets(resources, report),
    figures: figures.map(recordOf),
    sources: sources.map(recordOf),
    entities: entities.map(recordOf),
    items: items.map(recordOf),
    assertions: assertions.map(recordOf),
    links: links.map(recordOf)
  };
}

function makePack(descriptor: Descriptor, records: Records, {documents}: Resources): Pack {
  const {name, title, version, licenses, concord: profile} = descriptor;
  const {figures, sources, markets, ...register} = records;
  const licence = licenses.map((one) => one.name).join(", ");
  const pack = {name, title, version, licence, profile, figures, sources, register, documents};
  return markets.length > 0 ? {...pack, markets} : pack;
}

/** The valid markets; each has an id of its own, and names sources of the pack or addresses. */
function checkMarkets({markets, records}: Resources, report: Report): PackMarket[] {
  const sources = new Set(records.sources.map(({value}) => (value as {id?: unknown} | null)?.id));
  const valid = markets.flatMap(({path, record}) => {
    const market = checkSchema<EnergyMarket>(energyMarketSchema, record, report);
    market?.sources?.forEach((source, index) => {
      if (!sources.has(source) && !URL.canParse(source))
        report.note(record.place, ["sources", index], show(source), "the id of a source, or an address");
    });
    return market ? [{path, market, place: record.place}] : [];
  });
  valid.forEach(({market: {id}, place}, index) => {
    const first = valid.findIndex(({market}) => market.id === id);
    if (first < index) report.note(place, ["id"], `${show(id)}, that of ${valid[first]!.path}`, "an id of its own");
  });
  return valid.map(({path, market}) => ({path, market}));
}

function recordOf<Value>({value}: Placed<Value>): Value {
  return value;
}

function validRecords<Value>(
  {records}: Resources,
  role: RecordRole,
  schema: z.ZodType<Value>,
  report: Report
): Placed<Value>[] {
  return records[role].flatMap((record) => {
    if (record.isBroken) return [];
    const value = checkSchema(schema, record, report);
    return value === undefined ? [] : [{value, place: record.place}];
  });
}

function embeddedFigure({value: {value}, place}: Placed<{value: string | Figure}>): Placed<Figure>[] {
  return typeof value === "string" ? [] : [{value, place: inside(place, "value")}];
}

function inside(place: Placed<unknown>["place"], member: string): Placed<unknown>["place"] {
  return (path, name) => place([member, ...path], name);
}

function checkDocument(
  {document}: PackProfile,
  {place}: Placed<unknown>,
  {documents}: Resources,
  report: Report
): void {
  if (document !== undefined && !documents.some(({path}) => path === document))
    report.note(place, ["concord", "document"], show(document), "the path of a resource under documents/");
}

/** Notes records of one file whose id another one has; links have none. */
function checkUnique(records: readonly Placed<unknown>[], report: Report): void {
  const first = new Map<string, Placed<unknown>>();
  for (const record of records) {
    const id = (record.value as {id?: unknown} | null)?.id;
    if (typeof id !== "string" || record.isBroken) continue;
    const earlier = first.get(id);
    if (!earlier) first.set(id, record);
    else
      report.note(
        record.place,
        ["id"],
        `${show(id)} again, first on line ${earlier.place(["id"]).line}`,
        "an id of its own"
      );
  }
}

/** Violations as a reader of the files meets them: files in the order in which they were found wrong, then by place. */
function inFileOrder(violations: readonly Violation[]): Violation[] {
  const files = [...new Set(violations.map(({file}) => file))];
  const rank = new Map(files.map((file, index) => [file, index]));
  return [...violations].sort(
    (a, b) =>
      rank.get(a.file)! - rank.get(b.file)! || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
  );
}
