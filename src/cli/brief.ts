import {buildCommand} from "@stricli/core";
import type {BriefFlags} from "./brief/run.ts";
import type {CliContext} from "./context.ts";
import {asOfFlag, languageFlag, parsePath, storeFlag} from "./options.ts";

/** `concord brief`. */
export const briefCommand = buildCommand<BriefFlags, [string], CliContext>({
  loader: async () => (await import("./brief/run.ts")).runBrief,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [{brief: "Folder of the pack", parse: parsePath, placeholder: "pack"}]
    },
    flags: {
      output: {
        kind: "parsed",
        parse: parsePath,
        brief: "File to write; an existing one is replaced",
        placeholder: "file"
      },
      asOf: asOfFlag,
      language: languageFlag,
      store: storeFlag
    },
    aliases: {o: "output"}
  },
  docs: {
    brief: "Write a pack as one self-contained HTML report that prints on A4",
    fullDescription: [
      "One file of at most 1 MB, without script and without requests: five findings,",
      "turnover by basis as chart and table, the pack's document with its statements",
      "marked by verdict, the register's timeline, methods, and all sources by number.",
      "The tables behind it can be downloaded from the page itself.",
      "",
      "Turnover and register are as known on --as-of. The document is checked as known",
      "on that day too; without --as-of as known when it was posted, and where today's",
      "verdict differs both are shown. With --language the document in that language is",
      "taken where the pack has it: text.en.md, text.ru.md.",
      "",
      "Examples",
      "  concord brief packs/union-state -o concord-report.html",
      "  concord brief packs/union-state -o svodka.html --language ru",
      "  concord brief packs/union-state -o then.html --as-of 2024-02-23",
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n"),
    customUsage: ["packs/union-state -o report.html", "packs/union-state -o report.html --as-of 2024-02-23"]
  }
});
