import {buildCommand} from "@stricli/core";
import type {CliContext} from "./context.ts";
import {colorFlag, languageFlag, parsePath} from "./options.ts";
import {portFlag} from "./serve.ts";
import type {StartFlags} from "./start/run.ts";

/** `concord start`. */
export const startCommand = buildCommand<StartFlags, [], CliContext>({
  loader: async () => (await import("./start/run.ts")).runStart,
  parameters: {
    flags: {
      pack: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Folder of a pack [default = the shipped one]",
        placeholder: "folder"
      },
      output: {
        kind: "parsed",
        parse: parsePath,
        default: "concord-report.html",
        brief: "File of the report",
        placeholder: "file"
      },
      once: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "End when all is printed and written; serve nothing"
      },
      port: portFlag,
      language: languageFlag,
      color: colorFlag
    },
    aliases: {o: "output"}
  },
  docs: {
    brief: "A first look: a checked text, turnover, the report, then the pages",
    fullDescription: [
      "Loads the shipped pack, prints its checked document and the turnover of its two",
      "economies, writes the report, and serves the pages until Ctrl-C. It is what",
      "`npm start` runs.",
      "",
      "Examples",
      "  concord start",
      "  concord start --pack my-pack --output my-report.html --language ru"
    ].join("\n")
  }
});
