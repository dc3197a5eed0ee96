import {fileURLToPath} from "node:url";
import {ConcordError} from "../../base/errors.ts";
import {openCatalogue} from "../../server/catalogue.ts";
import {isLoopback, type Listening, listen} from "../../server/listen.ts";
import {makeServer} from "../../server/make-server.ts";
import {warmUp} from "../../server/warm-up.ts";
import {type CliContext, writeNote, writeText} from "../context.ts";
import {shippedPack} from "../shipped-pack.ts";
import {packageVersion} from "../version.ts";

/** Options of `concord serve`. */
export interface ServeFlags {
  readonly pack?: readonly string[];
  readonly port?: number;
  readonly host: string;
  readonly allowRemote: boolean;
  readonly store?: string;
}

const usualPort = 4173;
/** Where no port was asked for, the next free one of these will do. */
const sparePorts = 10;

/** The built web app lies beside the built command. */
const webFolder = fileURLToPath(new URL("../../../dist/web", import.meta.url));

/** Serves packs until the process is asked to end. */
export async function runServe(this: CliContext, flags: ServeFlags): Promise<void> {
  const asked = untilAsked();
  const server = await serve(this, flags);
  await asked;
  await server.close();
  writeText(this, "Stopped");
}

/** Loads the packs and listens; what could not be loaded is told, and served as what it is: nothing. */
export async function serve(context: CliContext, flags: ServeFlags): Promise<Listening> {
  refuseStrangers(flags);
  const {pack = [shippedPack()], store, host, port} = flags;
  const catalogue = await openCatalogue(pack, {store, progress: (step) => writeNote(context, step)});
  for (const note of catalogue.notes) writeNote(context, note);
  for (const {folder, message} of catalogue.failures)
    writeNote(context, `${message}; it is left out, see \`concord pack check ${folder}\``);
  const app = makeServer({
    catalogue,
    version: packageVersion(),
    webFolder,
    onFault: (place) => writeNote(context, `a request met a fault at ${place}`)
  });
  const where = port === undefined ? {port: usualPort, spare: sparePorts} : {port};
  const server = await listen(app, {host, ...where}).catch((error: unknown) => {
    catalogue.close();
    throw error;
  });
  if (port === undefined && server.port !== usualPort)
    writeNote(context, `port ${usualPort} is taken; ${server.port} is used`);
  writeText(context, greeting(server.address, catalogue.packs.length, host));
  void warmUp(app, catalogue);
  return {
    ...server,
    close: async () => {
      await server.close();
      catalogue.close();
    }
  };
}

function greeting(address: string, packs: number, host: string): string {
  const reach = isLoopback(host)
    ? "Only this machine can reach it."
    : "Every machine that can reach this one can read it: there are no accounts and no encryption.";
  return [
    `Concord serves ${packs === 1 ? "1 pack" : `${packs} packs`} at ${address}`,
    `${reach} The HTTP interface: ${address}/api`,
    "Ctrl-C stops it."
  ].join("\n");
}

function refuseStrangers({host, allowRemote}: ServeFlags): void {
  if (isLoopback(host) || allowRemote) return;
  throw new ConcordError("invalid_query", `Host "${host}" would let other machines in`, {
    details: {hint: "add --allow-remote if that is meant; docs/server.md says what it exposes"}
  });
}

/** Resolves when the process is asked to end; asked again, it ends at once. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
