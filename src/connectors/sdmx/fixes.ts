import type {Fix} from "../connector.ts";

/** The address at which a service is today. */
export const movedAddress: Fix<string> = {
  id: "sdmx-moved-address",
  since: "2023",
  cause:
    "Eurostat moved its service in 2019 and 2022, the ECB in 2023, OECD in 2024, and old addresses answer 404 or 410, or redirect to a page",
  apply: (address) => {
    const moved = moves.find(([from]) => address.startsWith(from));
    return moved ? moved[1] + address.slice(moved[0].length) : address;
  }
};

const moves: readonly (readonly [from: string, to: string])[] = [
  ["https://ec.europa.eu/eurostat/SDMX/diss-web/rest", "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1"],
  ["http://ec.europa.eu/eurostat/SDMX/diss-web/rest", "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1"],
  ["https://sdw-wsrest.ecb.europa.eu/service", "https://data-api.ecb.europa.eu/service"],
  ["https://stats.oecd.org/restsdmx/sdmx.ashx", "https://sdmx.oecd.org/public/rest"]
];

/** The service that has a dataflow of Eurostat. */
export const comextFlows: Fix<{readonly service: string; readonly flow: string}, string> = {
  id: "eurostat-comext-address",
  since: "2022",
  cause:
    'Detailed trade, the dataflows "DS-…", is served from an address of its own; the main one says that they do not exist',
  apply: ({service, flow}) => (service === "eurostat" && /^DS-/i.test(flow) ? "comext" : service)
};

/** The code of an economy as ISO 3166 has it. */
export const euCodes: Fix<string> = {
  id: "eurostat-el-uk",
  since: "1999",
  cause: 'European offices write "EL" for Greece, "UK" for the United Kingdom, and "EU27_2020" for today\'s Union',
  apply: (code) =>
    ({EL: "GR", UK: "GB", EU27_2020: "EU", EA20: "EZ", WORLD: "001", W: "001", W00: "001", W0: "001", _W: "001"})[
      code
    ] ?? code
};

/** A period as the house writes it. */
export const sdmxPeriod: Fix<string> = {
  id: "sdmx-period",
  since: "2.1",
  cause:
    "Months are written 2023-M01, half-years 2023-B1 by some services, days 2023-D123, and years 2023-A1 by the standard",
  apply: (text) => {
    const year = /^(\d{4})-?A1$/.exec(text)?.[1];
    const half = /^(\d{4})-?B([12])$/.exec(text);
    if (half) return `${half[1]}-S${half[2]}`;
    const day = /^(\d{4})-D(\d{1,3})$/.exec(text);
    if (day) return new Date(Date.UTC(Number(day[1]), 0, Number(day[2]))).toISOString().slice(0, 10);
    return year ?? text;
  }
};
