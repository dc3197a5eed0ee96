import {buildCommand, buildRouteMap} from "@stricli/core";
import type {CliContext} from "./context.ts";
import {colorFlag, jsonFlag} from "./options.ts";
import type {SourceFlags} from "./source/run.ts";

const list = buildCommand<SourceFlags, [], CliContext>({
  loader: async () => (await import("./source/run.ts")).runSourceList,
  parameters: {flags: {json: jsonFlag, color: colorFlag}},
  docs: {
    brief: "List all sources with licence, address and key",
    fullDescription: [
      "Every source that `concord pull` knows: who publishes it, under which licence,",
      "at which address, how often, and which variable its key is read from.",
      "",
      "Examples",
      "  concord source list",
      "  concord source list --json"
    ].join("\n")
  }
});

const doctor = buildCommand<SourceFlags, [string?], CliContext>({
  loader: async () => (await import("./source/run.ts")).runSourceDoctor,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [{brief: "Source; all by default", parse: String, placeholder: "source", optional: true}]
    },
    flags: {json: jsonFlag, color: colorFlag}
  },
  docs: {
    brief: "Say whether sources still answer as expected, and what to do",
    fullDescription: [
      "Asks each source one small question and holds the answer against what its",
      "connector expects: whether it answers at all, with which type, and whether the",
      "members that are read are there.",
      "",
      "Examples",
      "  concord source doctor",
      "  concord source doctor comtrade",
      "",
      "Exit codes: 0 all is as expected, 1 something is not, 2 bad usage."
    ].join("\n")
  }
});

/** `concord source`. */
export const sourceRoutes = buildRouteMap({
  routes: {list, doctor},
  docs: {brief: "Public sources: what they are, and whether they answer"}
});
