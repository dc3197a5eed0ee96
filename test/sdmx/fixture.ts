import {join} from "node:path";
import {afterAll} from "vitest";
import type {Figure} from "../../src/base/figure.ts";
import type {Pack} from "../../src/base/pack.ts";
import {writePack} from "../../src/packs/write-pack.ts";
import {openCatalogue} from "../../src/server/catalogue.ts";
import {catalogueContent} from "../../src/server/sdmx/catalogue-content.ts";
import type {SdmxContent} from "../../src/server/sdmx/content.ts";
import {sdmx21} from "../../src/server/sdmx/sdmx21.ts";
import {sdmx30} from "../../src/server/sdmx/sdmx30.ts";
import {sampleFigure, samplePack, testFolder} from "../support/sample-pack.ts";

/** The day on which the fixture lives. */
export const today = "2024-06-30";

const gdp = {indicator: "gdp", kind: "level", economy: "BLR", prices: "current", unit: "BYN"} as const;
const exports_ = {
  indicator: "exports",
  kind: "level",
  economy: "RUS",
  partner: "BLR",
  coverage: "goods",
  unit: "USD"
} as const;

/** Periods of every kind, revisions, statements that contradict each other, every status, and texts that need quoting. */
function figures(): Figure[] {
  const months = Array.from({length: 18}, (_, at) => {
    const period = `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return sampleFigure(`exports-${period}`, {
      basis: {...exports_, reporter: "BLR", valuation: "fob"},
      period,
      value: 1e9 + at * 1.5e7,
      known: "2023-09"
    });
  });
  return [
    ...months,
    sampleFigure("gdp-q1", {basis: gdp, period: "2023-Q1", value: 48.5e9, known: "2023-05-20"}),
    sampleFigure("gdp-q2", {basis: gdp, period: "2023-Q2", value: 50.25e9, known: "2023-08-20", stage: "preliminary"}),
    sampleFigure("gdp-q2-revised", {
      basis: gdp,
      period: "2023-Q2",
      value: 50.5e9,
      known: "2023-11-20",
      stage: "revised"
    }),
    sampleFigure("gdp-s1", {basis: gdp, period: "2023-S1", value: 99e9, known: "2023-11-20"}),
    sampleFigure("gdp-nine-months", {basis: gdp, period: "2023-01/2023-09", value: 152e9, known: "2023-11-20"}),
    sampleFigure("gdp-day", {
      basis: {...gdp, indicator: "rate", kind: "ratio", unit: "RUB/BYN"},
      period: "2023-06-28",
      value: 28.123456789,
      known: "2023-06-28"
    }),
    sampleFigure("gdp-2022", {
      basis: gdp,
      period: "2022",
      value: 191.4e9,
      known: "2023-01",
      step: 1e8,
      bound: "about",
      note: `He said "about 191.4", <and> more;\nR&D is in it`
    }),
    sampleFigure("gdp-2022-otherwise", {basis: gdp, period: "2022", value: 190e9, known: "2023-01"}),
    sampleFigure("exports-reconciled", {
      basis: exports_,
      period: "2022",
      value: 22e9,
      low: 21.5e9,
      high: 22.75e9,
      status: "reconciled",
      evidence: "derived",
      formula: "mirror v1",
      inputs: ["exports-2022-01"]
    }),
    sampleFigure("exports-reconciled-later", {
      basis: exports_,
      period: "2022",
      value: 22.1e9,
      low: 21.6e9,
      high: 22.8e9,
      known: "2024-02",
      status: "reconciled",
      evidence: "derived",
      formula: "mirror v2",
      inputs: ["exports-2022-01"]
    }),
    sampleFigure("exports-modelled", {
      basis: exports_,
      period: "2022",
      value: 25e9,
      low: 20e9,
      high: 30e9,
      status: "modelled",
      evidence: "derived",
      formula: "gravity v1",
      inputs: ["exports-2022-01"]
    }),
    sampleFigure("gdp-forecast", {basis: gdp, period: "2025", value: 250e9, known: "2024-03", status: "forecast"}),
    sampleFigure("gdp-missing", {
      basis: gdp,
      period: "2021",
      value: null,
      status: "missing",
      evidence: "unverified",
      sources: []
    })
  ];
}

/** The pack that the services publish in tests. */
export function sdmxPack(): Pack {
  const pack = samplePack();
  return {...pack, figures: [...pack.figures, ...figures()]};
}

/** Both services over the fixture, as functions from addresses to answers. */
export interface Services {
  readonly content: SdmxContent;
  /** Asks a service: version and address below it. */
  ask(version: "2.1" | "3.0", path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Makes services over a content, mounted as the server mounts them. */
export function servicesOf(content: SdmxContent): Services {
  const faults: unknown[] = [];
  const options = {content: () => content, onFault: (error: unknown) => void faults.push(error)};
  const apps = {"2.1": sdmx21({...options, base: "/sdmx/2.1"}), "3.0": sdmx30({...options, base: "/sdmx/3.0"})};
  return {
    content,
    ask: async (version, path, headers = {}) => {
      const response = await apps[version].request(`/sdmx/${version}/${path}`, {headers});
      if (faults.length > 0) throw faults.pop();
      return response;
    }
  };
}

/** Loads the fixture into a store and opens services over it. */
export async function fixtureServices(): Promise<Services> {
  const folder = testFolder();
  await writePack(join(folder, "pack"), sdmxPack());
  const catalogue = await openCatalogue([join(folder, "pack")], {
    store: join(folder, "store.duckdb"),
    today: () => today
  });
  if (catalogue.failures.length > 0) throw new Error(JSON.stringify(catalogue.failures));
  afterAll(() => catalogue.close());
  return servicesOf(await catalogueContent(catalogue));
}
