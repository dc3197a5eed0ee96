import type {Fix} from "../connector.ts";
import type {TableShape} from "../tables/shape.ts";

/** Codes of products with six digits. */
export const leadingZeros: Fix<string> = {
  id: "baci-leading-zeros",
  since: "V202001",
  cause:
    "Codes of the Harmonized System are written as numbers, so that 010121 is 10121 and chapters 01 to 09 are lost",
  apply: (code) => code.padStart(6, "0")
};

/** BACI as its read-me describes it: value in thousand dollars, quantity in tonnes. */
export const baciShape: TableShape = {
  title: "BACI",
  columns: [
    {name: "t", type: "integer", about: "Year", min: 1980, max: 2100},
    {name: "i", type: "integer", about: "Exporter, by the numbers of UN Comtrade", min: 1, max: 999},
    {name: "j", type: "integer", about: "Importer, by the numbers of UN Comtrade", min: 1, max: 999},
    {
      name: "k",
      type: "text",
      about: "Product: six digits of the Harmonized System",
      pattern: "[0-9]{6}",
      written: "case when length(k) = 6 then k else lpad(k, 6, '0') end"
    },
    {name: "v", type: "number", about: "Value in thousands of current US dollars", min: 0},
    {name: "q", type: "number", about: "Quantity in metric tons; empty when not known", min: 0, empty: true}
  ],
  key: ["t", "i", "j", "k"],
  packedKey: {sql: "((cast(t as bigint) * 1024 + i) * 1024 + j) * 1048576 + cast(k as bigint)", groupBits: 20},
  rules: [{broken: "i = j", wanted: "exporter and importer differ"}],
  year: "t",
  measure: "v",
  nothing: ["NA"]
};

/** The shape of files in which unknown quantities are padded. */
export const paddedQuantities: Fix<TableShape> = {
  id: "baci-padded-na",
  since: "V202401",
  cause:
    'Quantities that are not known are written "NA" behind spaces, which is no number and not the word for nothing',
  apply: (shape) => ({
    ...shape,
    columns: shape.columns.map((column) =>
      column.name === "q" ? {...column, read: "text", written: "cast(nullif(trim(q), 'NA') as double)"} : column
    )
  })
};
