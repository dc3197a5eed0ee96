import {buildCommand} from "@stricli/core";
import type {CliContext} from "../context.ts";
import {colorFlag, jsonFlag, languageFlag, parseCount, parsePath} from "../options.ts";
import type {SimulateEnergyFlags} from "./run-energy.ts";

/** `concord simulate energy`. */
export const simulateEnergyCommand = buildCommand<SimulateEnergyFlags, [string], CliContext>({
  loader: async () => (await import("./run-energy.ts")).runSimulateEnergy,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [{brief: "Market: JSON or YAML; see docs/energy.md", parse: parsePath, placeholder: "market"}]
    },
    flags: {
      scenario: {
        kind: "parsed",
        parse: parsePath,
        variadic: true,
        optional: true,
        brief: "Id of a scenario; several are laid side by side, the first is the base",
        placeholder: "id"
      },
      all: {
        kind: "boolean",
        optional: true,
        withNegated: false,
        brief: "Every scenario; so it is where none is named"
      },
      scenarios: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Further scenarios of the market (YAML or JSON)",
        placeholder: "file"
      },
      draws: {
        kind: "parsed",
        parse: parseCount,
        optional: true,
        brief: "Joint draws of what is uncertain",
        placeholder: "number"
      },
      seed: {kind: "parsed", parse: parseCount, default: "1", brief: "Seed of the draws", placeholder: "number"},
      chart: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Write prices by scenario as a chart (SVG)",
        placeholder: "file"
      },
      accounts: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Write changes by account as a chart (SVG)",
        placeholder: "file"
      },
      tornado: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "With --draws: write a tornado chart (SVG) of the last scenario",
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
      csv: {kind: "boolean", optional: true, withNegated: false, brief: "Write CSV, one row a number"},
      color: colorFlag
    }
  },
  docs: {
    brief: "What a common market of gas, electricity, oil or products would mean, by account",
    fullDescription: [
      "Solves a spatial market of energy – nodes, arcs with capacities and tariffs,",
      "supply, demand, regulated and contract prices, taxes and duties – under named",
      "scenarios, and lays them side by side: accounts of each economy, prices, flows,",
      "and which capacities bind at what price. The accounts are checked to add up to",
      "the objective, and every condition of optimality is checked after the solver; a",
      "run that fails a check is an error.",
      "",
      "The model compares rules. It is static, and no forecast.",
      "",
      "Examples",
      "  concord simulate energy docs/examples/energy/gas.json",
      "  concord simulate energy docs/examples/energy/gas.json --scenario S0 --scenario S2",
      "  concord simulate energy docs/examples/energy/oil.json --all --json",
      "",
      "Exit codes: 0 it ran, 1 bad data or not solved, 2 bad usage."
    ].join("\n"),
    customUsage: ["docs/examples/energy/gas.json --scenario S2", "market.json --scenarios more.yaml --draws 500"]
  }
});
