import {buildCommand, buildRouteMap, type Command} from "@stricli/core";
import type {Parameter, PullSource} from "../connectors/connector.ts";
import {sources} from "../connectors/sources.ts";
import type {CliContext} from "./context.ts";
import {jsonFlag, parsePath} from "./options.ts";
import type {PullFlags} from "./pull/run.ts";

/** An option of a source, as its declaration has it. */
function flagOf({about, placeholder, many, required}: Parameter) {
  const common = {kind: "parsed", parse: String, brief: about, placeholder} as const;
  if (many) return {...common, variadic: true, optional: !required} as const;
  return {...common, optional: !required} as const;
}

function commandOf(source: PullSource): Command<CliContext> {
  const {parameters, title, publisher, licence, endpoint, cadence, citation, key, examples} = source;
  const flags = Object.fromEntries(parameters.map((parameter) => [parameter.name, flagOf(parameter)]));
  return buildCommand<PullFlags, [], CliContext>({
    loader: async () => {
      const {runPull} = await import("./pull/run.ts");
      return function (flags) {
        return runPull.call(this, source, flags);
      };
    },
    parameters: {
      flags: {
        ...flags,
        into: {
          kind: "parsed",
          parse: parsePath,
          brief: "Folder of the pack; it is made when it is not there",
          placeholder: "folder"
        },
        json: jsonFlag
      } as never
    },
    docs: {
      brief: title,
      fullDescription: [
        `${title}, by ${publisher}.`,
        "",
        `  licence   ${licence.name}${licence.note ? `: ${licence.note}` : ""}`,
        `            ${licence.url}`,
        `  address   ${endpoint}`,
        `  updated   ${cadence}`,
        ...(key ? [`  key       ${key.variable}: ${key.about}`] : []),
        `  cite as   ${citation}`,
        "",
        "Raw answers are kept below raw/ of the pack, figures in figures/. A pull that",
        "was ended is taken up by the same command; a later one adds what has changed.",
        "",
        "Examples",
        ...examples.map((example) => `  ${example}`),
        "",
        "Exit codes: 0 it ran, 1 bad data or no answer, 2 bad usage."
      ].join("\n")
    }
  });
}

/** `concord pull SOURCE`. */
export const pullRoutes = buildRouteMap<string, CliContext>({
  routes: Object.fromEntries(sources.map((source) => [source.id, commandOf(source)])),
  docs: {
    brief: "Take data from a public source into a pack",
    fullDescription: [
      "Asks a public source politely, keeps its raw answers with where they came from",
      "and under which licence, and adds what they say to a pack as figures on their",
      "basis. What was pulled before is never overwritten: a later pull adds vintages,",
      "which `concord diff` shows.",
      "",
      "Examples",
      ...sources.slice(0, 3).map(({examples}) => `  ${examples[0]}`)
    ].join("\n")
  }
});
