import {buildCommand, buildRouteMap} from "@stricli/core";
import type {CliContext} from "./context.ts";
import {colorFlag, jsonFlag, parsePath, storeFlag} from "./options.ts";
import type {CheckPackFlags, LoadPackFlags, NewPackFlags} from "./pack/run.ts";

const folder = {brief: "Folder of the pack", parse: parsePath, placeholder: "pack"} as const;

const check = buildCommand<CheckPackFlags, [string], CliContext>({
  loader: async () => (await import("./pack/run.ts")).runPackCheck,
  parameters: {
    positional: {kind: "tuple", parameters: [folder]},
    flags: {json: jsonFlag, color: colorFlag}
  },
  docs: {
    brief: "List everything that is wrong with a pack",
    fullDescription: [
      "Reads all files of a pack and lists every violation with file, line and column,",
      "what was found and what was wanted. Says what the pack holds when nothing is",
      "wrong with it. The JSON Schemas of the records are in the folder schemas/.",
      "",
      "Examples",
      "  concord pack check packs/union-state",
      "  concord pack check my-pack --json",
      "",
      "Exit codes: 0 nothing is wrong, 1 something is, 2 bad usage."
    ].join("\n")
  }
});

const load = buildCommand<LoadPackFlags, string[], CliContext>({
  loader: async () => (await import("./pack/run.ts")).runPackLoad,
  parameters: {
    positional: {kind: "array", parameter: {...folder, brief: "Folders of packs"}, minimum: 1},
    flags: {
      store: storeFlag,
      force: {kind: "boolean", default: false, withNegated: false, brief: "Load again, even if nothing changed"}
    }
  },
  docs: {
    brief: "Load packs into a store, so that questions are answered from it",
    fullDescription: [
      "Commands load what they need by themselves; this does it beforehand, or into a",
      "file of its own. A load builds a new file and puts it in place of the old one in",
      "one step: readers never see half a store, and a load that is killed changes",
      "nothing.",
      "",
      "Examples",
      "  concord pack load packs/union-state",
      "  concord pack load packs/union-state my-pack --store all.duckdb",
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n")
  }
});

const make = buildCommand<NewPackFlags, [string], CliContext>({
  loader: async () => (await import("./pack/run.ts")).runPackNew,
  parameters: {
    positional: {kind: "tuple", parameters: [{...folder, brief: "Folder to make; must not exist or be empty"}]},
    flags: {
      name: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Name of the pack [default = the folder's]",
        placeholder: "name"
      },
      title: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Title [default = the economies]",
        placeholder: "title"
      },
      economy: {
        kind: "parsed",
        parse: String,
        variadic: true,
        brief: "Economy or bloc it is about; give it twice for a pair. An unknown one becomes the pack's own",
        placeholder: "economy"
      }
    }
  },
  docs: {
    brief: "Make a small valid pack to start from",
    fullDescription: [
      "Makes a folder with one example of each record and a README that explains the",
      "files. It refuses a folder that holds anything.",
      "",
      "Examples",
      "  concord pack new kenya-uganda --economy KEN --economy UGA",
      '  concord pack new atlantis --economy Atlantis --economy PRT --title "Atlantis and Portugal"',
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n")
  }
});

/** `concord pack`. */
export const packRoutes = buildRouteMap({
  routes: {check, load, new: make},
  docs: {
    brief: "Check, load or start a pack: the unit of data that people exchange",
    fullDescription: [
      "A pack is a folder with a Frictionless Data Package descriptor, datapackage.json:",
      "figures and their sources as CSV, a register of agreements as JSON Lines,",
      "documents as Markdown. docs/packs.md describes it.",
      "",
      "Examples",
      "  concord pack check packs/union-state",
      "  concord pack new kenya-uganda --economy KEN --economy UGA"
    ].join("\n")
  }
});
