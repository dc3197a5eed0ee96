import {buildCommand} from "@stricli/core";
import {formats} from "./check/formats.ts";
import type {CheckFlags} from "./check/run.ts";
import type {CliContext} from "./context.ts";
import {asOfFlag, colorFlag, jsonFlag, languageFlag, packFlag, parseDate, parsePath, storeFlag} from "./options.ts";

/** `concord check`. */
export const checkCommand = buildCommand<CheckFlags, [string], CliContext>({
  loader: async () => (await import("./check/run.ts")).runCheck,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [
        {brief: "Text to check: plain, Markdown or HTML; - reads stdin", parse: parsePath, placeholder: "file"}
      ]
    },
    flags: {
      pack: packFlag,
      asOf: {...asOfFlag, brief: "What was known by this day [default = the posting date, without one today]"},
      posted: {
        kind: "parsed",
        parse: parseDate,
        optional: true,
        brief: 'Day of posting, where the text does not say ("Posted: 23.02.2024", front matter)',
        placeholder: "date"
      },
      why: {
        kind: "parsed",
        parse: parseNumber,
        optional: true,
        brief: "Explain one claim by its number",
        placeholder: "number"
      },
      format: {
        kind: "enum",
        values: formats,
        optional: true,
        brief: "Format of the text [default = told from the text]"
      },
      encoding: {
        kind: "parsed",
        parse: parsePath,
        optional: true,
        brief: "Encoding of the text, as windows-1251 [default = UTF-8, or what the page declares]",
        placeholder: "name"
      },
      language: languageFlag,
      json: jsonFlag,
      color: colorFlag,
      store: storeFlag
    }
  },
  docs: {
    brief: "Whether what a text says is true, and on which basis",
    fullDescription: [
      "Finds the checkable claims of a text in English or Russian, fills their slots",
      "(what is measured, of whom, of when, in which unit, how exactly), and holds each",
      "against every basis that the packs have. Prints the text with its claims marked,",
      "a table of verdicts, and for rows of numbers whether they are one series or",
      "spliced from several.",
      "",
      "Verdicts",
      "  supported           holds on every basis that its words leave open",
      "  supported on basis  holds on at least one, and does not hold on another",
      "  unverified          only figures without a verified source or basis fit",
      "  contradicted        the words leave nothing open, and no basis fits",
      "  inconsistent        does not fit the text's own other numbers",
      "  open                its time had not come on the day of the check",
      "  not checkable       with the reason",
      "",
      "The day of the check is the day of posting; where today's verdict differs both",
      "are shown. Numbers, verdicts and their reasons are in --json.",
      "",
      "Examples",
      "  concord check article.txt --pack packs/union-state",
      "  concord check article.txt --pack packs/union-state --as-of 2024-12-31 --why 4",
      "  concord check page.html --pack packs/union-state --posted 2024-02-23 --json",
      "  cat note.md | concord check - --pack packs/union-state --language ru",
      "",
      "Exit codes: 0 it ran, whatever the verdicts; 1 bad data; 2 bad usage."
    ].join("\n"),
    customUsage: ["article.txt --pack packs/union-state", "article.txt --pack packs/union-state --why 4"]
  }
});

function parseNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new SyntaxError(`found "${text}", wanted the number of a claim, from 1`);
  return number;
}
