import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer, type Server} from "node:http";
import type {AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Browser, chromium} from "playwright-core";
import {build} from "vite";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {simulateEnergy} from "../../src/equilibrium/energy/simulate-energy.ts";
import {shippedMarket} from "./energy-markets.ts";

const executablePath = process.env.CONCORD_CHROMIUM ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere) console.warn(`skipped: energy markets in a browser, as ${executablePath} is absent`);

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A worker as a page would have it: the same kernels, HiGHS loaded by address, one message a step of a slider. */
const worker = `
import {applyScenario} from "${root}src/kernels/energy/apply-scenario.ts";
import {energyResult} from "${root}src/kernels/energy/result.ts";
import {solveMarket} from "${root}src/kernels/energy/solve-market.ts";
import {loadHighs} from "${root}src/runtime/highs-solver.ts";
import wasm from "${root}node_modules/highs/build/highs.wasm?url";
const ready = loadHighs({wasm});
onmessage = async ({data: {market, scenarios}}) => {
  const solve = await ready;
  const results = [];
  const times = [];
  for (const scenario of scenarios) {
    const began = performance.now();
    const ruled = applyScenario(market, scenario);
    const solution = solveMarket(ruled, solve);
    results.push(solution.status === "solved" ? energyResult(ruled, scenario, solution) : solution.status);
    times.push(performance.now() - began);
  }
  postMessage({results, times});
};
`;
const page = `
import EnergyWorker from "./worker.js?worker";
const worker = new EnergyWorker();
worker.onerror = (event) => { globalThis.failure = event.message; };
globalThis.simulate = (message) => new Promise((resolve, reject) => {
  worker.onmessage = ({data}) => resolve(data);
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(message);
});
`;

/** Parts of the answer of the worker. */
interface Answer {
  readonly results: readonly unknown[];
  readonly times: readonly number[];
}

describe.skipIf(!isThere)("energy markets in a browser's worker", () => {
  let folder: string;
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "concord-browser-"));
    writeFileSync(join(folder, "worker.js"), worker);
    writeFileSync(join(folder, "page.js"), page);
    writeFileSync(join(folder, "index.html"), '<!doctype html><script type="module" src="./page.js"></script>');
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {outDir: join(folder, "dist"), target: "es2023"},
      worker: {format: "es"}
    });
    server = createServer((request, response) => {
      const path = join(folder, "dist", request.url === "/" ? "index.html" : (request.url ?? ""));
      if (!existsSync(path)) {
        response.writeHead(404).end();
        return;
      }
      const types = {js: "text/javascript", html: "text/html", wasm: "application/wasm"};
      const type = types[path.split(".").pop() as keyof typeof types] ?? "application/octet-stream";
      response.writeHead(200, {"content-type": type}).end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, {recursive: true, force: true});
  });

  const simulate = async (message: object): Promise<Answer> => {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await tab.waitForFunction("globalThis.simulate !== undefined");
    const answer = (await tab.evaluate(`simulate(${JSON.stringify(message)})`)) as Answer;
    await tab.close();
    return answer;
  };

  it("give the answers that they give in Node", async () => {
    for (const name of ["gas", "oil"] as const) {
      const market = shippedMarket(name);
      const {results} = await simulate({market, scenarios: market.scenarios});
      const {scenarios} = await simulateEnergy(market);
      expect(results).toEqual(JSON.parse(JSON.stringify(scenarios)));
    }
  });

  it("solve a step of a slider within a frame, and are loaded apart from the page", async () => {
    const market = shippedMarket("gas");
    const scenarios = Array.from({length: 60}, (_, k) => ({id: `s${k}`, arcs: {"B-X": {capacity: 10 + k}}}));
    const {times} = await simulate({market, scenarios});
    const warm = [...times.slice(20)].sort((a, b) => a - b);
    // The median, as other work may hold the machine up; 16 ms are a frame.
    expect(warm[warm.length >> 1]!).toBeLessThan(16);
    expect(readdirSync(join(folder, "dist", "assets")).some((file) => file.endsWith(".wasm"))).toBe(true);
  });

  it("carry no zod", () => {
    const scripts = readdirSync(join(folder, "dist", "assets")).filter((file) => file.endsWith(".js"));
    for (const file of scripts) {
      const text = readFileSync(join(folder, "dist", "assets", file), "utf8");
      expect(text.includes("ZodError"), file).toBe(false);
    }
  });
});
