import {execFileSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type Browser, chromium} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";

const dist = new URL("../../dist/", import.meta.url);
const executablePath = process.env.CONCORD_CHROMIUM ?? "/usr/bin/chromium";

/** A module that estimates one seeded three-way model, in WASM and in plain TypeScript; the same text runs everywhere. */
const moduleText = (base: string) => `
import {fitPoisson} from "${base}kernels/ppml/fit-poisson.js";
import {makeRandom} from "${base}kernels/random.js";
import {loadNativePpml} from "${base}runtime/native-ppml.js";
const [size, years] = [12, 8];
const n = size * size * years;
const effect = (code) => ({
  codes: Int32Array.from({length: n}, (_, r) => code(Math.floor(r / size / years), Math.floor(r / years) % size, r % years)),
  levels: size * size
});
export async function estimate(bytes) {
  const native = await loadNativePpml(bytes);
  const {normal, uniform} = makeRandom(11);
  const effects = [effect((i, j, t) => i * years + t), effect((i, j, t) => j * years + t), effect((i, j) => i * size + j)];
  const x = [Float64Array.from({length: n}, () => (uniform() < 0.3 ? 1 : 0)), Float64Array.from({length: n}, normal)];
  const y = Float64Array.from({length: n}, (_, r) =>
    uniform() < 0.3 ? 0 : Math.exp(0.5 * x[0][r] - 0.3 * x[1][r] + normal())
  );
  return [{native}, {}].map((kernels) => {
    const {beta, bread, deviance, converged} = fitPoisson({y, x, effects}, kernels);
    return {numbers: [...beta, ...bread, deviance], converged};
  });
}
`;

const workerText = `
import {estimate} from "/estimate.js";
onmessage = async ({data}) => postMessage(await estimate(data));
`;

type Found = readonly {readonly numbers: readonly number[]; readonly converged: boolean}[];

/** Serves the built files with the headers that shared memory asks for. */
const server = createServer((request, response) => {
  const path = request.url ?? "/";
  const made = {
    "/": "<!doctype html><title>Kernels</title>",
    "/estimate.js": moduleText("/"),
    "/worker.js": workerText
  };
  const file = fileURLToPath(new URL(`.${path}`, dist));
  const body = made[path as keyof typeof made] ?? (existsSync(file) ? readFileSync(file) : undefined);
  const type = path === "/" ? "text/html" : path.endsWith(".js") ? "text/javascript" : "application/wasm";
  response.writeHead(body === undefined ? 404 : 200, {
    "content-type": type,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp"
  });
  response.end(body);
});

function inNode(): Found {
  const wasm = JSON.stringify(join(fileURLToPath(dist), "wasm", "ppml.wasm"));
  const text = `${moduleText(dist.href)}
import {readFileSync} from "node:fs";
console.log(JSON.stringify(await estimate(readFileSync(${wasm}))));`;
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "--eval", text], {encoding: "utf8"}));
}

/** Engines may round exp and log differently in the last place. */
const lastPlaces = 1e-12;

function expectSame(found: Found, wanted: Found): void {
  expect(found).toHaveLength(2);
  found.forEach(({numbers, converged}, path) => {
    expect(converged).toBe(true);
    numbers.forEach((value, k) => {
      const other = wanted[path]!.numbers[k]!;
      expect(Math.abs(value - other)).toBeLessThanOrEqual(lastPlaces * Math.abs(other));
    });
  });
}

describe.skipIf(!existsSync(executablePath))("Poisson kernels give Node's digits in Chromium", () => {
  let browser: Browser;
  let wanted: Found;
  beforeAll(async () => {
    wanted = inNode();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  const open = async () => {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return page;
  };

  it("in a page", async () => {
    const page = await open();
    const found = await page.evaluate<Found>(`(async () => {
      const bytes = await (await fetch("/wasm/ppml.wasm")).arrayBuffer();
      return (await import("/estimate.js")).estimate(bytes);
    })()`);
    expectSame(found, wanted);
  }, 60_000);

  it("in a worker", async () => {
    const page = await open();
    const found = await page.evaluate<Found>(`(async () => {
      const bytes = await (await fetch("/wasm/ppml.wasm")).arrayBuffer();
      const worker = new Worker("/worker.js", {type: "module"});
      return new Promise((done, fail) => {
        worker.onmessage = ({data}) => done(data);
        worker.onerror = ({message}) => fail(new Error(message));
        worker.postMessage(bytes);
      });
    })()`);
    expectSame(found, wanted);
  }, 60_000);
});
