import {buildCommand} from "@stricli/core";
import type {CliContext} from "./context.ts";
import {packFlag, parsePath, storeFlag} from "./options.ts";
import type {ServeFlags} from "./serve/run.ts";

/** Reads a port: a whole number up to 65535, 0 for any free one. */
function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new SyntaxError(`found "${text}", wanted a port from 0 to 65535`);
  return port;
}

/** `--port`. */
export const portFlag = {
  kind: "parsed",
  parse: parsePort,
  optional: true,
  brief: "Port; 4173 or the next free one by default",
  placeholder: "number"
} as const;

/** `concord serve`. */
export const serveCommand = buildCommand<ServeFlags, [], CliContext>({
  loader: async () => (await import("./serve/run.ts")).runServe,
  parameters: {
    flags: {
      pack: {...packFlag, brief: "Folder of a pack; may be given several times [default = the shipped one]"},
      port: portFlag,
      host: {
        kind: "parsed",
        parse: parsePath,
        default: "127.0.0.1",
        brief: "Address to listen on; others than this machine's own need --allow-remote",
        placeholder: "address"
      },
      allowRemote: {
        kind: "boolean",
        default: false,
        withNegated: false,
        brief: "Let other machines in: no accounts, no encryption"
      },
      store: storeFlag
    }
  },
  docs: {
    brief: "Serve packs as pages and over HTTP",
    fullDescription: [
      "Loads packs and serves the web app, and under /api what it draws on, until",
      "Ctrl-C. Only this machine can reach it unless told otherwise. A pack that does",
      "not load is left out; the pages say what is wrong with it.",
      "",
      "Examples",
      "  concord serve",
      "  concord serve --pack packs/union-state --pack my-pack --port 8080"
    ].join("\n")
  }
});
