import {existsSync, readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join} from "node:path";
import {chromium} from "playwright-core";
import {type Measured, median} from "../result.ts";
import {manySectorWorld} from "./worlds.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const types: Readonly<Record<string, string>> = {".js": "text/javascript", ".wasm": "application/wasm"};

/** Steps of a slider on 31 × 40 in a browser, by the built kernels; one frame is 16 ms. */
export async function measureInBrowser(): Promise<Measured[]> {
  if (!existsSync(executablePath)) {
    console.error(`Skipped: no browser at ${executablePath} (set CHROMIUM)`);
    return [];
  }
  const server = createServer(({url = "/"}, response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    const file = url === "/slide.js" ? join("bench/equilibrium", url) : join("dist", url);
    const isFile = extname(url) in types && existsSync(file);
    response.setHeader("Content-Type", types[extname(url)] ?? "text/html");
    response.end(isFile ? readFileSync(file) : "<!doctype html>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await chromium.launch({executablePath, args: ["--no-sandbox"]});
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const data = manySectorWorld({n: 31, sectors: 40, traded: 20});
    const plain = Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, typeof value === "number" ? value : Array.from(value)])
    );
    const all: Measured[] = [];
    for (const engine of ["TypeScript", "WASM"]) {
      // As text: what compiles this file adds helpers to functions that the page does not have.
      const argument = JSON.stringify({plain, engine});
      const runs = (await page.evaluate(`import("/slide.js").then(({slide}) => slide(${argument}))`)) as number[];
      all.push({
        name: `31 × 40: slider step at 1e-8 in Chromium; ${engine}`,
        median: median(runs),
        unit: "s",
        runs: runs.length,
        target: 0.016
      });
    }
    return all;
  } finally {
    await browser.close();
    server.close();
  }
}
