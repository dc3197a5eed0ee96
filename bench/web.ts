import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {launch, serve} from "../test/web/site.ts";
import {type Measured, median} from "./result.ts";

const folder = fileURLToPath(new URL("../dist/web/", import.meta.url));
const runs = 9;

/** An entry of Vite's manifest. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

/** The web app: what its first view weighs, and how long a reader waits for it over loopback. */
export async function measureWeb(): Promise<Measured[]> {
  const weight = firstView("index.html", "src/messages/en.ts", "src/trade/TradePage.svelte");
  const {ready, answered} = await waiting();
  return [
    {name: "JavaScript of the first view, its charts included, gzip", median: weight, unit: "kB", runs: 1, target: 130},
    {name: "overview interactive, profile empty", median: ready, unit: "s", runs, target: 1},
    {name: "answer to a click on a number", median: answered, unit: "s", runs, target: 0.3}
  ];
}

/** Size of the modules that entries of the manifest need, each once, in thousands of bytes of gzip. */
function firstView(...entries: readonly string[]): number {
  const manifest = JSON.parse(readFileSync(`${folder}.vite/manifest.json`, "utf8")) as Record<string, Chunk>;
  const files = new Set<string>();
  const collect = (name: string) => {
    const {file, imports = []} = manifest[name]!;
    if (files.has(file)) return;
    files.add(file);
    for (const one of imports) collect(one);
  };
  for (const entry of entries) collect(entry);
  const sizes = [...files].map((file) => gzipSync(readFileSync(`${folder}${file}`), {level: 9}).byteLength);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** Seconds until the chart stands and a number answers, and until its dialog is open, in a browser without a cache. */
async function waiting(): Promise<{ready: number; answered: number}> {
  if (!existsSync("/usr/bin/chromium")) {
    console.error("SKIPPED: the times of the web app need /usr/bin/chromium");
    return {ready: Number.POSITIVE_INFINITY, answered: Number.POSITIVE_INFINITY};
  }
  const server = await serve("packs/union-state");
  const browser = await launch();
  const [ready, answered]: [number[], number[]] = [[], []];
  try {
    for (let run = 0; run < runs; ++run) {
      const context = await browser.newContext({viewport: {width: 1280, height: 800}, locale: "en"});
      const page = await context.newPage();
      const began = performance.now();
      await page.goto(`${server.origin}/trade/BLR/RUS`, {waitUntil: "commit"});
      await page.locator("svg.chart").first().waitFor();
      const number = page.locator("main").getByRole("button", {name: /USD/}).first();
      await number.waitFor();
      ready.push((performance.now() - began) / 1000);
      const clicked = performance.now();
      await number.click();
      await page.locator("dialog dl").first().waitFor();
      answered.push((performance.now() - clicked) / 1000);
      await context.close();
    }
  } finally {
    await browser.close();
    server.stop();
  }
  return {ready: median(ready), answered: median(answered)};
}
