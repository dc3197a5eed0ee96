import type {SourceDeclaration} from "../connector.ts";

/** UN Comtrade, API v1: trade in goods as its reporters have it, both sides of a pair. */
export const comtrade: SourceDeclaration = {
  id: "comtrade",
  title: "UN Comtrade Database",
  publisher: "United Nations Statistics Division",
  language: "en",
  licence: {
    name: "UN Comtrade terms",
    url: "https://comtrade.un.org/licenseagreement.html",
    note: "free for internal use with attribution; no redistribution in bulk"
  },
  endpoint: "https://comtradeapi.un.org",
  cadence: "as reporters send their data; annual figures mostly within a year, with later revisions",
  citation: "United Nations Statistics Division, UN Comtrade Database, https://comtradeplus.un.org",
  key: {
    variable: "COMTRADE_API_KEY",
    about: "a free subscription key; without it the preview is asked, which gives at most 500 rows an answer"
  },
  limits: {gap: 1100, timeout: 60_000, bytes: 512 * 1024 * 1024, attempts: 5},
  parameters: [
    {
      name: "economy",
      about: "Economy whose books and partners are asked for; at least two, whose trade with each other is pulled",
      placeholder: "economy",
      required: true,
      many: true
    },
    {
      name: "period",
      about: "Years or months: 2023, 2019/2023, 2023-01/2023-06",
      placeholder: "period",
      required: true,
      many: true
    },
    {
      name: "product",
      about: "Classification and code: HS:27, S4:333; the total by default",
      placeholder: "scheme:code",
      many: true
    },
    {name: "world", about: "Also each economy's trade with the world: yes or no; no by default", placeholder: "yes|no"}
  ],
  examples: [
    "concord pull comtrade --economy BLR --economy RUS --period 2019/2021 --into my-pack",
    "concord pull comtrade --economy KEN --economy UGA --period 2023 --product HS:27 --into my-pack"
  ],
  probes: [
    {
      url: "https://comtradeapi.un.org/public/v1/preview/C/A/HS?reporterCode=156&period=2010&partnerCode=276&cmdCode=TOTAL&flowCode=M&partner2Code=0&customsCode=C00&motCode=0&includeDesc=True",
      accept: "application/json",
      types: ["application/json"],
      record: ["data", 0],
      fields: [
        "period",
        "reporterCode",
        "partnerCode",
        "flowCode",
        "classificationCode",
        "cmdCode",
        "cifvalue",
        "fobvalue",
        "primaryValue",
        "isReported"
      ]
    }
  ]
};
