import {ConcordError} from "../../base/errors.ts";
import type {Licence} from "../connector.ts";
import {movedAddress} from "./fixes.ts";

/** An SDMX service, declared as data. */
export interface SdmxService {
  readonly id: string;
  readonly publisher: string;
  readonly base: string;
  readonly version: "2.1" | "3.0";
  /** Agency of its dataflows, where a query names none. */
  readonly agency: string;
  readonly licence: Licence;
  /** A dataflow that is known to be there, for the doctor. */
  readonly flow: string;
}

/** Services with a name; any other one is given by its address. */
export const sdmxServices: readonly SdmxService[] = [
  {
    id: "eurostat",
    publisher: "Eurostat",
    base: "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1",
    version: "2.1",
    agency: "ESTAT",
    licence: {name: "CC-BY-4.0", url: "https://ec.europa.eu/eurostat/help/copyright-notice"},
    flow: "nama_10_gdp"
  },
  {
    id: "comext",
    publisher: "Eurostat",
    base: "https://ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1",
    version: "2.1",
    agency: "ESTAT",
    licence: {name: "CC-BY-4.0", url: "https://ec.europa.eu/eurostat/help/copyright-notice"},
    flow: "DS-059341"
  },
  {
    id: "ecb",
    publisher: "European Central Bank",
    base: "https://data-api.ecb.europa.eu/service",
    version: "2.1",
    agency: "ECB",
    licence: {
      name: "ECB terms",
      url: "https://www.ecb.europa.eu/services/disclaimer/html/index.en.html",
      note: "free use with attribution"
    },
    flow: "EXR"
  },
  {
    id: "imf",
    publisher: "International Monetary Fund",
    base: "https://api.imf.org/external/sdmx/2.1",
    version: "2.1",
    agency: "IMF.STA",
    licence: {
      name: "IMF terms",
      url: "https://www.imf.org/external/terms.htm",
      note: "free use with attribution"
    },
    flow: "CPI"
  },
  {
    id: "oecd",
    publisher: "OECD",
    base: "https://sdmx.oecd.org/public/rest",
    version: "2.1",
    agency: "OECD.SDD.NAD",
    licence: {name: "CC-BY-4.0", url: "https://www.oecd.org/en/about/terms-conditions.html"},
    flow: "DSD_NAMAIN1@DF_QNA"
  },
  {
    id: "bis",
    publisher: "Bank for International Settlements",
    base: "https://stats.bis.org/api/v2",
    version: "3.0",
    agency: "BIS",
    licence: {
      name: "BIS terms",
      url: "https://data.bis.org/help/legal",
      note: "free use with attribution"
    },
    flow: "WS_EER"
  },
  {
    id: "ilo",
    publisher: "International Labour Organization",
    base: "https://sdmx.ilo.org/rest",
    version: "2.1",
    agency: "ILO",
    licence: {name: "CC-BY-4.0", url: "https://www.ilo.org/rights-and-permissions"},
    flow: "DF_EAP_TEAP_SEX_AGE_NB"
  },
  {
    id: "wits",
    publisher: "World Bank, World Integrated Trade Solution",
    base: "https://wits.worldbank.org/API/V1/SDMX/V21/rest",
    version: "2.1",
    agency: "WBG_WITS",
    licence: {
      name: "WITS terms",
      url: "https://wits.worldbank.org/wits/wits/witshelp/content/basics/a6.terms_and_conditions.htm",
      note: "free use with attribution; no redistribution in bulk"
    },
    flow: "DF_WITS_TradeStats_Trade"
  }
];

/** The service that a user's word means: a name of the list, or the address of any other one. */
export function serviceOf(
  word: string,
  {version = "2.1", agency = "all"}: {version?: string; agency?: string} = {}
): SdmxService {
  const known = sdmxServices.find(({id}) => id === word.toLowerCase());
  if (known) return known;
  if (!URL.canParse(word) || !/^https?:$/.test(new URL(word).protocol))
    throw new ConcordError("invalid_query", `Service "${word}" is not known`, {
      details: {hint: `wanted one of ${sdmxServices.map(({id}) => id).join(", ")}, or an address as https://…`}
    });
  if (version !== "2.1" && version !== "3.0")
    throw new ConcordError("invalid_query", `Version "${version}" of SDMX is not known, wanted 2.1 or 3.0`);
  const base = movedAddress.apply(word).replace(/\/+$/, "");
  const {host} = new URL(base);
  return {
    id: host,
    publisher: host,
    base,
    version,
    agency,
    licence: {name: "as its publisher states", url: base},
    flow: ""
  };
}
