import type {SourceDeclaration} from "../connector.ts";

/** CEPII Gravity and GeoDist: what explains trade between pairs of economies. */
export const gravity: SourceDeclaration = {
  id: "gravity",
  title: "CEPII Gravity and GeoDist: distances and other facts of pairs of economies",
  publisher: "CEPII",
  language: "en",
  licence: {
    name: "Etalab-2.0",
    url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    note: "free use with attribution"
  },
  endpoint: "https://www.cepii.fr/DATA_DOWNLOAD/gravity/data/",
  cadence: "every one to two years",
  citation: "Conte, M., Cotterlaz, P. and Mayer, T. (2022), The CEPII Gravity Database, CEPII Working Paper 2022-05",
  limits: {gap: 5000, timeout: 120_000, bytes: 8e9, attempts: 5},
  parameters: [
    {name: "release", about: "Release of Gravity: 202211 by default", placeholder: "yyyymm"},
    {name: "table", about: "gravity (default) or geodist", placeholder: "table"},
    {name: "file", about: "A file that you have: the archive, or its CSV file (also .gz)", placeholder: "path"}
  ],
  examples: [
    "concord pull gravity --release 202211 --into my-pack",
    "concord pull gravity --table geodist --file dist_cepii.csv.gz --into my-pack"
  ],
  probes: [
    {
      url: "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=8",
      accept: "text/html",
      types: ["text/html"],
      fields: ["Gravity", "DATA_DOWNLOAD/gravity/data/Gravity_csv_V"]
    }
  ]
};
