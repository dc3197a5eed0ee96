import {buildCommand} from "@stricli/core";
import type {CliContext} from "./context.ts";
import type {DiffFlags} from "./diff/run.ts";
import {colorFlag, jsonFlag, parseDate, parsePath} from "./options.ts";

/** `concord diff`. */
export const diffCommand = buildCommand<DiffFlags, [string], CliContext>({
  loader: async () => (await import("./diff/run.ts")).runDiff,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [{brief: "Folder of the pack", parse: parsePath, placeholder: "pack"}]
    },
    flags: {
      since: {
        kind: "parsed",
        parse: parseDate,
        optional: true,
        brief: "Only what became known after this day: 2024-02-23",
        placeholder: "date"
      },
      json: jsonFlag,
      color: colorFlag
    }
  },
  docs: {
    brief: "What publishers revised: old and new figure on each basis",
    fullDescription: [
      "Statements of one publisher about the same basis and period, laid one after",
      "another in the order in which they became known. With --since only what became",
      "known after that day, and how many figures are new.",
      "",
      "Examples",
      "  concord diff packs/union-state",
      "  concord diff my-pack --since 2024-12-31 --json",
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n")
  }
});
