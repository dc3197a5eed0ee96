import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {afterAll} from "vitest";
import type {Surroundings} from "../../src/connectors/connector.ts";

/** A server on this machine that stands for a public source. */
export interface Loopback {
  readonly port: number;
  /** Path, query and headers of every request, in order. */
  readonly asked: readonly {readonly url: string; readonly headers: IncomingMessage["headers"]}[];
  /** A `fetch` that sends every request here, whatever host it names. */
  readonly fetch: typeof fetch;
}

/** Answers a request by its path and query; `count` is how often this address was asked, from 1. */
export type Answering = (url: URL, response: ServerResponse, request: IncomingMessage, count: number) => void;

const servers: ReturnType<typeof createServer>[] = [];
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a server on loopback, ended after the last test of the file. */
export async function loopback(answer: Answering): Promise<Loopback> {
  const asked: {url: string; headers: IncomingMessage["headers"]}[] = [];
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    const url = request.url!;
    asked.push({url, headers: request.headers});
    counts.set(url, (counts.get(url) ?? 0) + 1);
    answer(new URL(url, "http://source"), response, request, counts.get(url)!);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const {port} = server.address() as AddressInfo;
  return {port, asked, fetch: toPort(port)};
}

/** A `fetch` that asks a port of this machine instead of the host that an address names. */
export function toPort(port: number): typeof fetch {
  return (input, init) => {
    const {pathname, search} = new URL(String(input));
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
  };
}

/** Surroundings in which time passes only when somebody sleeps. */
export function surroundings(
  fetch: typeof globalThis.fetch,
  {date = "2024-12-31", env = {}}: {date?: string; env?: Record<string, string>} = {}
): Surroundings & {readonly slept: number[]; readonly said: string[]} {
  let time = Date.parse(`${date}T10:00:00Z`);
  const slept: number[] = [];
  const said: string[] = [];
  return {
    fetch,
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      time += milliseconds;
    },
    random: () => 0.5,
    log: (line) => said.push(line),
    env,
    slept,
    said
  };
}

/** Answers with a text. */
export function send(
  response: ServerResponse,
  body: string | Uint8Array,
  headers: Record<string, string> = {"content-type": "application/json; charset=utf-8"},
  status = 200
): void {
  response.writeHead(status, {...headers, "content-length": String(Buffer.byteLength(body))}).end(body);
}
