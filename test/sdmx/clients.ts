import {readData} from "../../src/sdmx/read/read-data.ts";
import {readStructures} from "../../src/sdmx/read/read-structures.ts";
import type {Services} from "./fixture.ts";
import type {Python} from "./python.ts";

/** A representation that clients are tried with. */
export interface Representation {
  readonly service: "2.1" | "3.0";
  /** How it is called in the table. */
  readonly name: string;
  readonly accept: string;
}

const vendor = "application/vnd.sdmx.";

/** All representations of data, by the service that they belong to. */
export const representations: readonly Representation[] = [
  {service: "2.1", name: "SDMX-ML 2.1 generic", accept: `${vendor}genericdata+xml;version=2.1`},
  {service: "2.1", name: "SDMX-ML 2.1 structure-specific", accept: `${vendor}structurespecificdata+xml;version=2.1`},
  {service: "2.1", name: "SDMX-ML 2.1 generic time series", accept: `${vendor}generictimeseriesdata+xml;version=2.1`},
  {
    service: "2.1",
    name: "SDMX-ML 2.1 structure-specific time series",
    accept: `${vendor}structurespecifictimeseriesdata+xml;version=2.1`
  },
  {service: "2.1", name: "SDMX-JSON 1.0", accept: `${vendor}data+json;version=1.0.0`},
  {service: "2.1", name: "SDMX-CSV 1.0", accept: `${vendor}data+csv;version=1.0.0`},
  {service: "3.0", name: "SDMX-JSON 2.0", accept: `${vendor}data+json;version=2.0.0`},
  {service: "3.0", name: "SDMX-CSV 2.0", accept: `${vendor}data+csv;version=2.0.0`},
  {service: "3.0", name: "SDMX-ML 3.0 structure-specific", accept: `${vendor}data+xml;version=3.0.0`}
];

/** Observations as a client gives them: component → text. */
export type Observations = readonly Readonly<Record<string, string>>[];

/** The observations that the content holds of a dataflow: the latest vintage of each. */
export async function heldObservations({content}: Services, flowId: string): Promise<Observations> {
  const one = content.flows.find(({flow}) => flow.id === flowId)!;
  const {dimensions, measures, attributes} = one.structure;
  const ids = [...dimensions, ...measures, ...attributes].map(({id}) => id);
  const latest = new Map<string, Record<string, string>>();
  for await (const rows of one.rows())
    for (const row of rows) {
      const record = Object.fromEntries(ids.flatMap((id, at) => (row[at] === null ? [] : [[id, String(row[at])]])));
      latest.set(dimensions.map(({id}) => record[id]).join("."), record);
    }
  return [...latest.values()];
}

const numeric = new Set([
  "OBS_VALUE",
  "LOWER",
  "UPPER",
  "PRECISION",
  "SHARE_NUMERATOR",
  "SHARE_DENOMINATOR",
  "ITEMS",
  "UNIT_MULT",
  "STATEMENT"
]);

/** Observations in an order and form that can be compared: absent values left out, numbers as numbers. */
export function comparable(observations: Observations): string[] {
  return observations
    .map((one) =>
      Object.keys(one)
        .filter((id) => one[id] !== "")
        .sort()
        .map((id) => `${id}=${numeric.has(id) ? Number(one[id]) : one[id]}`)
        .join("|")
    )
    .sort();
}

/** The address of a dataflow's data. */
export function dataPath(service: "2.1" | "3.0", flow: string): string {
  return service === "2.1" ? `data/CONCORD,${flow},1.0.0` : `data/dataflow/CONCORD/${flow}/1.0.0`;
}

/** Reads a message with this software's own reader. */
export async function readOurselves(text: string): Promise<Observations> {
  const all: Record<string, string>[] = [];
  for await (const {records} of readData([text])) all.push(...records);
  return all;
}

/** What came of a client and a representation. */
export interface Trial {
  readonly client: string;
  readonly representation: Representation;
  readonly outcome: "identical" | "not supported" | "differs";
  /** Observations compared, or what the client said. */
  readonly detail: string;
}

/** Says that a client has no reader for a representation, as opposed to failing at it. */
const unsupported: readonly {readonly client: string; readonly name: RegExp; readonly why: string}[] = [
  {client: "pysdmx", name: /SDMX-JSON/, why: "pysdmx has no reader of SDMX-JSON data"},
  {client: "sdmx1", name: /SDMX-JSON 1.0/, why: "sdmx1 reads the working draft of 1.0, not 1.0.0"},
  {client: "sdmx1", name: /SDMX-JSON 2.0|SDMX-CSV 1.0/, why: "sdmx1 has no reader of it"}
];

/** What is done for clients that could not read everything otherwise. */
export const allowances = [
  "sdmx1 knows one measure, so it reads messages of 3.0 that were asked for with `measures=OBS_VALUE`.",
  "sdmx1 drops line breaks within the texts of SDMX-CSV, so they are left out of the comparison.",
  "sdmx1 reads the working draft that came before SDMX-JSON 1.0.0, and not 1.0.0."
];

/** Lets a client read a message back. */
export async function tryClient(
  services: Services,
  python: Python | undefined,
  client: string,
  representation: Representation,
  flow: string
): Promise<Trial> {
  const cannot = unsupported.find((one) => one.client === client && one.name.test(representation.name));
  if (cannot) return {client, representation, outcome: "not supported", detail: cannot.why};
  const {service, accept} = representation;
  const narrowed = client === "sdmx1" && service === "3.0";
  const path = `${dataPath(service, flow)}${narrowed ? "?measures=OBS_VALUE" : ""}`;
  const text = await (await services.ask(service, path, {accept})).text();
  const held = await heldObservations(services, flow);
  const isLineless = client === "sdmx1" && /CSV/.test(representation.name);
  const wanted = comparable(narrowed ? held.map(({LOWER: _, UPPER: __, ...one}) => one) : held).map((one) =>
    isLineless ? one.replaceAll("\n", "") : one
  );
  try {
    const found = comparable(await readWith(services, python, client, text, flow, representation));
    const same = JSON.stringify(found) === JSON.stringify(wanted);
    const at = wanted.findIndex((one, index) => one !== found[index]);
    return {
      client,
      representation,
      outcome: same ? "identical" : "differs",
      detail: same ? `${found.length}` : `${found.length} of ${wanted.length}; first: ${found[at]} / ${wanted[at]}`
    };
  } catch (error) {
    return {client, representation, outcome: "differs", detail: (error as Error).message};
  }
}

async function readWith(
  services: Services,
  python: Python | undefined,
  client: string,
  text: string,
  flow: string,
  {service, name}: Representation
): Promise<Observations> {
  if (client === "Concord") return readOurselves(text);
  const structures =
    service === "2.1" || client === "pysdmx"
      ? await services.ask("2.1", `dataflow/CONCORD/${flow}/1.0.0?references=descendants`)
      : await services.ask("3.0", `structure/dataflow/CONCORD/${flow}/1.0.0?references=descendants`, {
          accept: `${vendor}structure+xml;version=3.0.0`
        });
  const format = /CSV/.test(name) ? "csv" : /JSON/.test(name) ? "json" : "xml";
  return (await python!.ask(`data ${client}`, {text, format, structures: await structures.text()})) as Observations;
}

/** Names of structures of which clients are asked: those that all of them know. */
const counted = /^(Codelist|ConceptScheme|DataStructure|Dataflow)/;

/** A representation of structures. */
export const structureRepresentations = [
  {service: "2.1", name: "SDMX-ML 2.1", accept: `${vendor}structure+xml;version=2.1`},
  {service: "2.1", name: "SDMX-JSON 1.0", accept: `${vendor}structure+json;version=1.0.0`},
  {service: "3.0", name: "SDMX-ML 3.0", accept: `${vendor}structure+xml;version=3.0.0`},
  {service: "3.0", name: "SDMX-JSON 2.0", accept: `${vendor}structure+json;version=2.0.0`}
] as const satisfies readonly Representation[];

/** Lets a client read structures back: a dataflow with all that it refers to, by names. */
export async function tryStructures(
  services: Services,
  python: Python | undefined,
  client: string,
  representation: Representation
): Promise<Trial> {
  const {service, name, accept} = representation;
  const isJson = /JSON/.test(name);
  if ((client === "sdmx1" && isJson) || (client === "pysdmx" && name === "SDMX-JSON 1.0"))
    return {client, representation, outcome: "not supported", detail: `${client} has no reader of it`};
  const path = "CONCORD/DF_REPORTED/1.0.0?references=descendants";
  const response = await services.ask(service, service === "2.1" ? `dataflow/${path}` : `structure/dataflow/${path}`, {
    accept
  });
  const text = await response.text();
  const {structures} = await readStructures([text]);
  const wanted = namesOf(structures.map(({type, id}) => `${classNames[type] ?? type}=${id}`));
  if (client === "Concord") {
    const all = services.content.structures;
    const same = structures.every((one) => all.some((other) => other.type === one.type && other.id === one.id));
    return {client, representation, outcome: same ? "identical" : "differs", detail: `${wanted.length}`};
  }
  try {
    const told = (await python!.ask(`structures ${client}`, {text, format: isJson ? "json" : "xml"})) as string[];
    const found = namesOf(told);
    const same = JSON.stringify(found) === JSON.stringify(wanted);
    return {
      client,
      representation,
      outcome: same ? "identical" : "differs",
      detail: same ? `${found.length}` : `${found.join(" ")} / ${wanted.join(" ")}`
    };
  } catch (error) {
    return {client, representation, outcome: "differs", detail: (error as Error).message};
  }
}

const classNames: Readonly<Record<string, string>> = {
  codelist: "Codelist",
  conceptscheme: "ConceptScheme",
  datastructure: "DataStructure",
  dataflow: "Dataflow"
};

/** Classes have longer names in some clients (DataflowDefinition), and ids stand alone or with agency and version. */
function namesOf(all: readonly string[]): string[] {
  return all
    .map((one) =>
      one
        .replace(/Definition=/, "=")
        .replace(/=[^=]*?:/, "=")
        .replace(/\(.*$/, "")
    )
    .filter((one) => counted.test(one))
    .sort();
}
