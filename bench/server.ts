import {type ChildProcess, spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import autocannon from "autocannon";
import type {Measured} from "./result.ts";

const pathOf = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const main = pathOf("dist/cli/main.js");
const pack = pathOf("packs/union-state");

/** Requests a second that the targets are set for. */
const rate = 200;
const seconds = 10;
const connections = 10;
const checks = 200;

const figuresTarget = 20;
const checkTarget = 30;

/** Starts the built server in a process of its own. */
async function startServer(cache: string): Promise<{child: ChildProcess; url: string}> {
  const child = spawn(process.execPath, [main, "serve", "--pack", pack, "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {...process.env, CONCORD_CACHE: cache}
  });
  let out = "";
  for await (const chunk of child.stdout!) {
    out += chunk;
    const url = /at (http:\S+)\n/.exec(out)?.[1];
    if (url !== undefined) return {child, url};
  }
  throw new Error(`"concord serve" ended before it listened: ${out}`);
}

/** What a run of requests took, in milliseconds; a run in which one failed is no measurement. */
async function run(options: Parameters<typeof autocannon>[0]) {
  const {errors, timeouts, non2xx, latency, requests} = await autocannon(options);
  if (errors + timeouts + non2xx > 0 || requests.total === 0)
    throw new Error(
      `${errors} errors, ${timeouts} timeouts and ${non2xx} refusals in ${requests.total} requests, wanted none`
    );
  return {...latency, total: requests.total};
}

/** Requests of one connection in a run: some more than it sends at the rate. */
const perConnection = Math.ceil((1.5 * rate * seconds) / connections);

/** Pages of figures on 30 days: no address comes twice, so nothing is answered from what was kept. */
function freshPages(connection: number): {path: string}[] {
  return Array.from({length: perConnection}, (_, index) => {
    const days = (index % 30) * 80 + connection;
    const day = new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
    return {path: `/api/figures?asOf=${day}&limit=${20 + (index % 40)}&offset=${Math.floor(index / 30)}`};
  });
}

/** Gives every connection requests of its own. */
function fresh(from: number) {
  let connection = from;
  return (client: {setRequests(requests: readonly {path: string}[]): void}) =>
    client.setRequests(freshPages(connection++));
}

/** Explanations of the figures of the pack and of those worked out from them. */
async function explanations(url: string): Promise<{path: string}[]> {
  const response = await fetch(`${url}/api/figures?economy=BLR&partner=RUS&computed=true&limit=1000`);
  const {figures} = (await response.json()) as {figures: readonly {id: string}[]};
  return figures.map(({id}) => ({path: `/api/figures/${encodeURIComponent(id)}`}));
}

/** The text that is checked: the article where it is at hand, else the pack's own document. */
function article(): {name: string; text: string} {
  const seed = join(process.env.CONCORD_SHARED ?? pathOf("../shared"), "seed", "article.txt");
  const own = join(pack, "documents", "avdonin-2024-02-23.en.md");
  return existsSync(seed)
    ? {name: "the article", text: readFileSync(seed, "utf8")}
    : {name: "the pack's document", text: readFileSync(own, "utf8")};
}

async function checkOf(url: string, text: string) {
  const request = {
    method: "POST",
    path: "/api/check",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({text})
  };
  await autocannon({url, connections: 1, amount: 20, requests: [request]}); // the first checks build indexes
  return run({url, connections: 1, amount: checks, requests: [request]});
}

/** The server over loopback, as a browser meets it: figures at a steady rate, and checks one after another. */
export async function measureServer(): Promise<Measured[]> {
  const cache = mkdtempSync(join(tmpdir(), "concord-bench-"));
  const {child, url} = await startServer(cache);
  try {
    const steady = {url, connections, duration: seconds, overallRate: rate};
    // A server that has just started compiles its code: the first seconds are not measured.
    await run({...steady, duration: 3, requests: [{path: "/api/figures"}], setupClient: fresh(connections)});
    const pages = await run({...steady, requests: [{path: "/api/figures"}], setupClient: fresh(0)});
    const figures = await explanations(url);
    const half = figures.length >> 1;
    await run({...steady, duration: 3, requests: figures.slice(0, half)});
    const why = await run({...steady, requests: figures.slice(half)});
    const {name, text} = article();
    const check = await checkOf(url, text);
    const milliseconds = (label: string, value: number, target: number, runs: number): Measured => ({
      name: label,
      median: value,
      unit: "ms",
      runs,
      target
    });
    return [
      milliseconds(`GET /api/figures at ${rate}/s, no address twice, p99`, pages.p99, figuresTarget, pages.total),
      milliseconds(`GET /api/figures/{id} at ${rate}/s, p99`, why.p99, figuresTarget, why.total),
      milliseconds(`POST /api/check of ${name}, warm, p50`, check.p50, checkTarget, check.total)
    ];
  } finally {
    child.kill("SIGTERM");
    await once(child, "exit");
    rmSync(cache, {recursive: true, force: true});
  }
}
