import type {SourceDeclaration} from "../connector.ts";
import {sdmxServices} from "./services.ts";

const names = sdmxServices.map(({id}) => id).join(", ");

/** Any service that speaks SDMX 2.1 or 3.0. */
export const sdmx: SourceDeclaration = {
  id: "sdmx",
  title: "Any SDMX service: Eurostat and Comext, IMF, OECD, ECB, BIS, ILO, WITS",
  publisher: "the service's",
  language: "en",
  licence: {
    name: "that of the service",
    url: "https://sdmx.org",
    note: "`concord source list` shows the licence of each"
  },
  endpoint: "the service's",
  cadence: "as the service states",
  citation: "the service, its dataflow and the day of the pull",
  limits: {gap: 500, timeout: 120_000, bytes: 1e9, attempts: 5},
  parameters: [
    {name: "service", about: `${names}, or the address of another one`, placeholder: "service", required: true},
    {name: "flow", about: "Dataflow: ID, or AGENCY,ID,VERSION", placeholder: "flow", required: true},
    {name: "key", about: "Key of the series, as A.CP_MEUR.B1GQ.BE+LT; all by default", placeholder: "key"},
    {name: "period", about: "Years or months: 2023, 2019/2023", placeholder: "period", many: true},
    {
      name: "map",
      about: "YAML that says what the components mean; guessed from their names by default",
      placeholder: "file"
    },
    {
      name: "sdmx",
      about: "Version of SDMX of a service given by its address: 2.1 (default) or 3.0",
      placeholder: "version"
    }
  ],
  examples: [
    "concord pull sdmx --service eurostat --flow nama_10_gdp --key A.CP_MEUR.B1GQ.BE+LT --period 2019/2023 --into my-pack",
    "concord pull sdmx --service ecb --flow EXR --key A.USD.EUR.SP00.A --into my-pack"
  ],
  probes: sdmxServices.map(({base, version, agency, flow}) => ({
    url:
      version === "2.1"
        ? `${base}/dataflow/${agency}/${flow}/latest`
        : `${base}/structure/dataflow/${agency}/${flow}/~`,
    accept: "application/vnd.sdmx.structure+xml;version=2.1, application/xml;q=0.9, */*;q=0.1",
    types: [
      "application/vnd.sdmx.structure+xml",
      "application/xml",
      "text/xml",
      "application/vnd.sdmx.structure+json",
      "application/json"
    ],
    fields: [flow]
  }))
};
