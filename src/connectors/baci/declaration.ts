import type {SourceDeclaration} from "../connector.ts";

/** CEPII BACI: world trade by product, both sides' reports reconciled. */
export const baci: SourceDeclaration = {
  id: "baci",
  title: "BACI: International Trade Database at the Product Level",
  publisher: "CEPII",
  language: "en",
  licence: {
    name: "Etalab-2.0",
    url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    note: "free use with attribution"
  },
  endpoint: "https://www.cepii.fr/DATA_DOWNLOAD/baci/data/",
  cadence: "once a year, in January; each release revises all years",
  citation:
    "Gaulier, G. and Zignago, S. (2010), BACI: International Trade Database at the Product-Level, CEPII Working Paper 2010-23",
  limits: {gap: 5000, timeout: 120_000, bytes: 8e9, attempts: 5},
  parameters: [
    {name: "release", about: "Release as 202501, the year and month of its version", placeholder: "yyyymm"},
    {
      name: "hs",
      about: "Edition of the Harmonized System: HS92 (default), HS96, HS02, HS07, HS12, HS17 or HS22",
      placeholder: "edition"
    },
    {name: "file", about: "A file that you have: the archive, or one of its CSV files (also .gz)", placeholder: "path"},
    {name: "period", about: "Only these years: 2019/2023", placeholder: "period", many: true},
    {
      name: "economy",
      about: "Also make figures of what these economies trade with each other",
      placeholder: "economy",
      many: true
    },
    {
      name: "product",
      about: "Figures of these products instead of the total: HS:27, HS:2709",
      placeholder: "scheme:code",
      many: true
    }
  ],
  examples: [
    "concord pull baci --release 202501 --period 2022 --economy BLR --economy RUS --into my-pack",
    "concord pull baci --file BACI_HS92_Y2021_V202301.csv --into my-pack"
  ],
  probes: [
    {
      url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
      accept: "text/html",
      types: ["text/html"],
      fields: ["BACI", "DATA_DOWNLOAD/baci/data/BACI_HS92_V"]
    }
  ]
};
