import type {Server} from "node:http";
import {isIP} from "node:net";
import {createAdaptorServer} from "@hono/node-server";
import {ConcordError} from "../base/errors.ts";
import {makeProblem, problemResponse} from "./http/problem.ts";

/** Where a server listens. */
export interface ListenOptions {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Further ports that are tried when the port is taken, one above the other; defaults to 0. */
  readonly spare?: number;
}

/** A server that listens. */
export interface Listening {
  /** "http://127.0.0.1:4173". */
  readonly address: string;
  readonly port: number;
  /** Stops taking requests, lets those under way end, and resolves when all are done. */
  close(): Promise<void>;
}

/** What answers requests. */
interface Application {
  fetch(request: Request): Response | Promise<Response>;
}

/** Requests that take longer than this to arrive are dropped, in milliseconds. */
const patience = 60_000;
/** Requests under way when the server closes have this long to end, in milliseconds. */
const grace = 5_000;

/** Whether only this machine can reach a host. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

/** Listens on a host; a port that is taken is an error unless a spare one is free. */
export async function listen(app: Application, {host, port, spare = 0}: ListenOptions): Promise<Listening> {
  const guarded = isLoopback(host) ? onlyLocal(app) : app;
  for (let tried = port; ; ++tried) {
    const server = createAdaptorServer({fetch: (request: Request) => guarded.fetch(request)}) as Server;
    server.requestTimeout = patience;
    try {
      await bind(server, host, tried);
      return listening(server, host);
    } catch (error) {
      if (port !== 0 && tried < port + spare && (error as NodeJS.ErrnoException).code === "EADDRINUSE") continue;
      throw cannotListen(error as NodeJS.ErrnoException, host, tried);
    }
  }
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function listening(server: Server, host: string): Listening {
  const found = server.address();
  const port = typeof found === "object" && found ? found.port : 0;
  return {
    address: `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        const hurry = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(hurry);
          resolve();
        });
        server.closeIdleConnections();
      })
  };
}

/**
 * A page elsewhere whose name is made to lead to this machine could read what a local server answers: requests must
 * name the machine itself.
 */
function onlyLocal(app: Application): Application {
  return {
    fetch: (request) => {
      const {hostname} = new URL(request.url);
      const name = hostname.replace(/^\[|\]$/g, "");
      if (isLoopback(name) || name.endsWith(".localhost")) return app.fetch(request);
      return problemResponse(
        makeProblem("foreign_host", `Host "${name.slice(0, 80)}" is not this machine, wanted localhost or 127.0.0.1`, {
          hint: "a server for other machines needs --host and --allow-remote"
        })
      );
    }
  };
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): ConcordError {
  const reasons: Readonly<Record<string, readonly [message: string, hint: string]>> = {
    EADDRINUSE: [`Port ${port} of ${host} is taken`, "choose another with --port, or --port 0 for any free one"],
    EACCES: [`Port ${port} may not be used`, "ports below 1024 belong to the system; choose another with --port"],
    EADDRNOTAVAIL: [`Host "${host}" is not an address of this machine`, "wanted 127.0.0.1, or an address that it has"],
    ENOTFOUND: [`Host "${host}" is not known`, "wanted 127.0.0.1, or an address of this machine"]
  };
  const [message, hint] = reasons[error.code ?? ""] ?? [`The server cannot listen: ${error.message}`, "see --help"];
  return new ConcordError("unavailable", message, {cause: error, details: {hint, host, port}});
}
