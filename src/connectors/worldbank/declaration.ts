import type {SourceDeclaration} from "../connector.ts";

/** World Bank Indicators, API v2. */
export const worldbank: SourceDeclaration = {
  id: "worldbank",
  title: "World Bank Indicators",
  publisher: "World Bank",
  language: "en",
  licence: {
    name: "CC-BY-4.0",
    url: "https://datacatalog.worldbank.org/public-licenses",
    note: "some series have terms of their own"
  },
  endpoint: "https://api.worldbank.org/v2/",
  cadence: "several times a year; every answer says when it was last updated",
  citation: "World Bank, World Development Indicators, https://databank.worldbank.org",
  limits: {gap: 300, timeout: 60_000, bytes: 256 * 1024 * 1024, attempts: 5},
  parameters: [
    {name: "economy", about: "Economy, or all", placeholder: "economy", required: true, many: true},
    {
      name: "indicator",
      about: "Code of a series: NY.GDP.MKTP.CD, SP.POP.TOTL, NE.EXP.GNFS.CD",
      placeholder: "code",
      required: true,
      many: true
    },
    {name: "period", about: "Years: 2023, 2010/2023; all by default", placeholder: "period", many: true}
  ],
  examples: [
    "concord pull worldbank --economy BLR --economy RUS --indicator NY.GDP.MKTP.CD --period 2010/2023 --into my-pack"
  ],
  probes: [
    {
      url: "https://api.worldbank.org/v2/country/BLR/indicator/NY.GDP.MKTP.CD?format=json&per_page=2&date=2010:2011",
      accept: "application/json",
      types: ["application/json"],
      record: [1, 0],
      fields: ["indicator", "country", "countryiso3code", "date", "value", "obs_status"]
    }
  ]
};
