import {buildCommand} from "@stricli/core";
import type {CliContext} from "../context.ts";
import {colorFlag, jsonFlag, languageFlag, parseCount, parsePath} from "../options.ts";
import type {SimulateTradeFlags} from "./run-trade.ts";

function parseNumber(text: string): number {
  if (!/^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new SyntaxError(`found "${text}", wanted a number`);
  return Number(text);
}

/** `concord simulate trade`. */
export const simulateTradeCommand = buildCommand<SimulateTradeFlags, [string], CliContext>({
  loader: async () => (await import("./run-trade.ts")).runSimulateTrade,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {brief: "Trade data: a file or a folder; see docs/equilibrium.md", parse: parsePath, placeholder: "data"}
      ]
    },
    flags: {
      scenario: {
        kind: "parsed",
        parse: parsePath,
        variadic: true,
        brief: "Scenario (YAML); several are laid side by side",
        placeholder: "file"
      },
      model: {
        kind: "enum",
        values: ["exact", "levels", "guide-loop", "fixed-shares"],
        optional: true,
        brief: "One-sector model; exact by default"
      },
      sigma: {
        kind: "parsed",
        parse: parseNumber,
        optional: true,
        brief: "Elasticity of substitution, above 1",
        placeholder: "number"
      },
      supply: {
        kind: "parsed",
        parse: parseNumber,
        optional: true,
        brief: "Elasticity of supply; 0 by default",
        placeholder: "number"
      },
      deficits: {
        kind: "enum",
        values: ["held", "proportional", "removed"],
        optional: true,
        brief: "Trade imbalances; held by default"
      },
      reference: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Economy whose price index is 1 in levels",
        placeholder: "economy"
      },
      fit: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Gravity fit (JSON): coefficients and their covariance",
        placeholder: "file"
      },
      draws: {
        kind: "parsed",
        parse: parseCount,
        optional: true,
        brief: "Draws of the estimated parameters",
        placeholder: "number"
      },
      seed: {kind: "parsed", parse: parseCount, default: "1", brief: "Seed of the draws", placeholder: "number"},
      tornado: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Write a tornado chart (SVG) of the first scenario: each estimate moved alone",
        placeholder: "file"
      },
      focus: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Economy of the tornado chart; the first by default",
        placeholder: "economy"
      },
      language: languageFlag,
      json: jsonFlag,
      csv: {kind: "boolean", optional: true, withNegated: false, brief: "Write CSV, one row an economy and scenario"},
      color: colorFlag
    }
  },
  docs: {
    brief: "What trade, prices, welfare and revenue become when barriers change",
    fullDescription: [
      "Solves a general-equilibrium trade model exactly, before and after a scenario,",
      "and says what changes for every economy, account by account: welfare, real",
      "income, prices, exports, imports, tariff revenue and rents. Data are a table of",
      "flows with domestic sales on its diagonal, or a folder with many sectors and",
      "their inputs. A barrier is a tariff (its treasury earns it), a cost (nobody",
      "does) or a rent (somebody does): the type decides who gains when it falls.",
      "",
      "Residual, world budget and Walras' law are checked and printed; a run that fails",
      "them is an error. With --fit and --draws the estimates are drawn together from",
      "their covariance; draws that cannot be solved are counted.",
      "",
      "Examples",
      "  concord simulate trade docs/examples/trade/islands.csv \\",
      "    --scenario docs/examples/trade/union.yaml",
      "  concord simulate trade docs/examples/trade/islands \\",
      "    --scenario docs/examples/trade/sector-union.yaml --json",
      "  concord simulate trade docs/examples/trade/islands.csv \\",
      "    --scenario docs/examples/trade/agreement.yaml \\",
      "    --fit docs/examples/trade/estimates.yaml --draws 1000 --seed 7",
      "",
      "Exit codes: 0 it ran, 1 bad data or not solved, 2 bad usage."
    ].join("\n"),
    customUsage: ["islands.csv --scenario union.yaml", "islands.csv --scenario one.yaml --scenario other.yaml --csv"]
  }
});
