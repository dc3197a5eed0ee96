import {ConcordError} from "../../base/errors.ts";
import type {Query} from "../connector.ts";
import type {TableShape} from "../tables/shape.ts";
import {shapedConnector} from "../tables/shaped-source.ts";
import {itpde} from "./declaration.ts";

const shape: TableShape = {
  title: "ITPD-E",
  isOpen: true,
  columns: [
    {name: "exporter_iso3", type: "text", about: "Exporter", pattern: "[A-Z0-9]{3}"},
    {
      name: "importer_iso3",
      type: "text",
      about: "Importer; the exporter itself for domestic trade",
      pattern: "[A-Z0-9]{3}"
    },
    {name: "industry_id", type: "integer", about: "Industry", min: 1, max: 1000},
    {name: "year", type: "integer", about: "Year", min: 1980, max: 2100},
    {name: "trade", type: "number", about: "Trade in millions of current US dollars", min: 0}
  ],
  key: ["year", "exporter_iso3", "importer_iso3", "industry_id"],
  year: "year",
  measure: "trade",
  nothing: ["NA"]
};

/** Reads ITPD-E into Parquet. */
export const itpdeConnector = shapedConnector({id: "itpde", member: /itpd[^/]*\.csv$/i, tableOf});

function tableOf({release}: Query) {
  const [version = "r02"] = release ?? [];
  if (!/^r\d{2}$/i.test(version)) throw new ConcordError("invalid_query", `Release "${version}" is not one as r02`);
  const name = version.toLowerCase();
  return {name, url: new URL(`itpd_e_${name}.zip`, itpde.endpoint).href, shape};
}
