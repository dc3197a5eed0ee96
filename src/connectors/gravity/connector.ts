import {ConcordError} from "../../base/errors.ts";
import type {Fix, Query} from "../connector.ts";
import type {ShapeColumn, TableShape} from "../tables/shape.ts";
import {shapedConnector} from "../tables/shaped-source.ts";
import {gravity} from "./declaration.ts";

/** Codes of an economy without the part that tells its territories of different years apart. */
export const territoryCodes: Fix<string> = {
  id: "gravity-territory-codes",
  since: "V202010",
  cause:
    'Economies whose territory changed have several codes, as "DEU.1" and "DEU.2", in the columns country_id_o and country_id_d',
  apply: (code) => code.replace(/\.\d+$/, "")
};

const code = (name: string, about: string): ShapeColumn => ({
  name,
  type: "text",
  about,
  pattern: "[A-Z]{3}(\\.[0-9])?"
});
const number = (name: string, about: string, limits: Partial<ShapeColumn> = {}): ShapeColumn => ({
  name,
  type: "number",
  about,
  empty: true,
  ...limits
});
const flag = (name: string, about: string): ShapeColumn => number(name, about, {min: 0, max: 1});

const gravityShape: TableShape = {
  title: "CEPII Gravity",
  isOpen: true,
  columns: [
    {name: "year", type: "integer", about: "Year", min: 1900, max: 2100},
    code("country_id_o", "Origin, told apart by territory"),
    code("country_id_d", "Destination, told apart by territory"),
    number("dist", "Distance between the most populated cities, km", {min: 0, max: 20_100}),
    flag("contig", "Common border"),
    flag("comlang_off", "Common official language"),
    number("gdp_o", "GDP of the origin, thousands of current US dollars", {min: 0}),
    number("gdp_d", "GDP of the destination, thousands of current US dollars", {min: 0}),
    number("tradeflow_comtrade_o", "Trade in the books of the origin, thousands of current US dollars", {min: 0}),
    number("tradeflow_comtrade_d", "Trade in the books of the destination, thousands of current US dollars", {min: 0}),
    number("tradeflow_baci", "Trade reconciled in BACI, thousands of current US dollars", {min: 0})
  ],
  key: ["year", "country_id_o", "country_id_d"],
  year: "year",
  measure: "dist",
  nothing: ["NA"]
};

const geodistShape: TableShape = {
  title: "CEPII GeoDist",
  isOpen: true,
  columns: [
    {name: "exporter", type: "text", about: "Origin", pattern: "[A-Z]{3}"},
    {name: "importer", type: "text", about: "Destination", pattern: "[A-Z]{3}"},
    flag("contig", "Common border"),
    flag("comlang_off", "Common official language"),
    flag("colony", "Ever in a colonial relation"),
    number("dist", "Distance between the most populated cities, km", {min: 0, max: 20_100}),
    number("distw", "Distance weighted by population, arithmetic mean, km", {min: 0, max: 20_100}),
    number("distwces", "Distance weighted by population, harmonic mean, km", {min: 0, max: 20_100})
  ],
  key: ["exporter", "importer"],
  measure: "dist",
  nothing: ["NA", "."]
};

/** Reads CEPII Gravity or GeoDist into Parquet. */
export const gravityConnector = shapedConnector({id: "gravity", member: /(gravity|dist)[^/]*\.csv$/i, tableOf});

function tableOf({table, release}: Query) {
  const [name = "gravity"] = table ?? [];
  const [version = "202211"] = release ?? [];
  if (!/^\d{6}$/.test(version))
    throw new ConcordError("invalid_query", `Release "${version}" is not a year and month as 202211`);
  if (name === "geodist")
    return {name, url: new URL("../../geodist/data/dist_cepii.zip", gravity.endpoint).href, shape: geodistShape};
  if (name !== "gravity")
    throw new ConcordError("invalid_query", `Table "${name}" is not known, wanted gravity or geodist`);
  return {
    name: `V${version}`,
    url: new URL(`Gravity_csv_V${version}.zip`, gravity.endpoint).href,
    shape: gravityShape
  };
}
