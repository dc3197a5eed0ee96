import {buildCommand} from "@stricli/core";
import type {CliContext} from "./context.ts";
import {
  asOfFlag,
  colorFlag,
  jsonFlag,
  languageFlag,
  packFlag,
  parsePath,
  parsePeriodOption,
  parseProduct,
  storeFlag
} from "./options.ts";
import type {TurnoverFlags} from "./turnover/run.ts";

const economy = {brief: "Economy: a code (BLR, BY, 112) or a name in English or Russian", parse: String};

/** `concord turnover`. */
export const turnoverCommand = buildCommand<TurnoverFlags, [string, string], CliContext>({
  loader: async () => (await import("./turnover/run.ts")).runTurnover,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {...economy, placeholder: "economy"},
        {...economy, placeholder: "partner"}
      ]
    },
    flags: {
      pack: packFlag,
      asOf: asOfFlag,
      product: {
        kind: "parsed",
        parse: parseProduct,
        optional: true,
        brief: "One product instead of the total: HS:27",
        placeholder: "scheme:code"
      },
      period: {
        kind: "parsed",
        parse: parsePeriodOption,
        optional: true,
        brief: "Only this period: 2023, 2023-Q1, 2019/2023",
        placeholder: "period"
      },
      data: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Table of trade: CSV (also .gz) or Parquet",
        placeholder: "file"
      },
      map: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "What its columns mean (YAML); see docs/examples",
        placeholder: "file"
      },
      language: languageFlag,
      json: jsonFlag,
      csv: {kind: "boolean", optional: true, withNegated: false, brief: "Write CSV, one row a figure"},
      color: colorFlag,
      store: storeFlag
    }
  },
  docs: {
    brief: "What two economies trade: every series on its own basis, side by side",
    fullDescription: [
      "One table of years by bases: whose books, goods or services, which valuation.",
      "Beside each series stands its growth, with the interval that rounding leaves",
      "open; beside both sides' books the mirror gap, in money and in per cent of the",
      "exporter's figure. Below follow other statements on the same basis, records",
      "with the start of the series and its gaps, and the sources by footnote.",
      "",
      "With --as-of the answer is what was known that day. With --data any table in",
      "which two sides report their trade is read the same way; a mapping says what",
      "its columns mean.",
      "",
      "Examples",
      "  concord turnover BLR RUS --pack packs/union-state",
      "  concord turnover Belarus Russia --pack packs/union-state --language ru",
      "  concord turnover BLR RUS --pack packs/union-state --as-of 2024-02-23 --json",
      "  concord turnover BLR RUS --data trade.csv --map docs/examples/comtrade.yaml \\",
      "    --product HS:27 --period 2014",
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n"),
    customUsage: ["BLR RUS --pack packs/union-state", "BLR RUS --data trade.csv --map mapping.yaml --product HS:27"]
  }
});
