import type {SourceDeclaration} from "../connector.ts";

/** ITPD-E: international and domestic trade by industry. */
export const itpde: SourceDeclaration = {
  id: "itpde",
  title: "International Trade and Production Database for Estimation (ITPD-E)",
  publisher: "United States International Trade Commission",
  language: "en",
  licence: {
    name: "public domain",
    url: "https://www.usitc.gov/data/gravity/itpde.htm",
    note: "cite the paper of the release"
  },
  endpoint: "https://www.usitc.gov/data/gravity/itpd_e/",
  cadence: "every one to two years",
  citation:
    "Borchert, I., Larch, M., Shikher, S. and Yotov, Y. (2021), The International Trade and Production Database for Estimation (ITPD-E), International Economics 166, 140–166",
  limits: {gap: 5000, timeout: 120_000, bytes: 16e9, attempts: 5},
  parameters: [
    {name: "release", about: "Release: r02 by default", placeholder: "release"},
    {name: "file", about: "A file that you have: the archive, or its CSV file (also .gz)", placeholder: "path"}
  ],
  examples: ["concord pull itpde --file ITPD_E_R02.csv --into my-pack"],
  probes: [
    {
      url: "https://www.usitc.gov/data/gravity/itpde.htm",
      accept: "text/html",
      types: ["text/html"],
      fields: ["ITPD-E", "itpd_e"]
    }
  ]
};
