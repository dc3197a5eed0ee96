import type {SourceDeclaration} from "../connector.ts";

/** Concordances between classifications, as tables that people publish. */
export const concordance: SourceDeclaration = {
  id: "concordance",
  title: "A concordance between two classifications, as a weighted table",
  publisher: "as its address says",
  language: "en",
  licence: {name: "as its publisher states", url: "https://unstats.un.org/unsd/classifications/Econ"},
  endpoint: "https://unstats.un.org/unsd/classifications/Econ",
  cadence: "with each edition of a classification",
  citation: "the publisher of the table and the day of the pull",
  limits: {gap: 1000, timeout: 60_000, bytes: 200e6, attempts: 5},
  parameters: [
    {
      name: "file",
      about: "The table in CSV: a file that you have, or its address",
      placeholder: "file",
      required: true
    },
    {name: "from", about: "Classification that is left: HS17 or H5", placeholder: "classification", required: true},
    {name: "to", about: "Classification that is reached: HS12 or H4", placeholder: "classification", required: true},
    {
      name: "columns",
      about: "Columns of the two codes and of the weight, if it has one: from,to,weight by default",
      placeholder: "names"
    }
  ],
  examples: [
    "concord pull concordance --file hs17-hs12.csv --from HS17 --to HS12 --columns from,to,weight --into my-pack"
  ],
  probes: []
};
