import type {SourceDeclaration} from "../connector.ts";

/** Any table with a mapping file that says what its columns mean. */
export const table: SourceDeclaration = {
  id: "table",
  title: "Any table in CSV, XLSX or Parquet, with a mapping",
  publisher: "as its mapping says",
  language: "en",
  licence: {name: "as its publisher states", url: "https://specs.frictionlessdata.io/data-package/"},
  endpoint: "the address in its mapping",
  cadence: "as its publisher states",
  citation: "as its publisher states",
  limits: {gap: 1000, timeout: 60_000, bytes: 2e9, attempts: 5},
  parameters: [
    {
      name: "map",
      about: "YAML that says what the columns mean and where the table comes from",
      placeholder: "file",
      required: true
    },
    {name: "file", about: "The table: a file that you have, or its address", placeholder: "file", required: true},
    {name: "sheet", about: "Sheet of a workbook; the first by default", placeholder: "name"}
  ],
  examples: ["concord pull table --file docs/examples/gdp.csv --map docs/examples/gdp.yaml --into my-pack"],
  probes: []
};
