import {type ChildProcess, spawn} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {type Browser, type BrowserContextOptions, chromium, type Locator, type Page} from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const root = join(import.meta.dirname, "../..");

/** Whether there are a browser and built pages to test; says aloud what is missing. */
export function canBrowse(): boolean {
  const missing = [executablePath, join(root, "dist/web/index.html")].filter((file) => !existsSync(file));
  for (const file of missing) console.warn(`SKIPPED: the tests of the web app need ${file}`);
  return missing.length === 0;
}

/** A running server. */
export interface Running {
  readonly origin: string;
  stop(): void;
}

/** Starts `concord serve` as a user would, on a free port. */
export async function serve(...packs: readonly string[]): Promise<Running> {
  const args = packs.flatMap((pack) => ["--pack", pack]);
  const child = spawn(process.execPath, ["dist/cli/main.js", "serve", ...args], {cwd: root, stdio: "pipe"});
  const origin = await originOf(child);
  return {origin, stop: () => void child.kill()};
}

function originOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const read = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout!.on("data", read);
    child.stderr!.on("data", read);
    child.on("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

export function launch(): Promise<Browser> {
  return chromium.launch({executablePath, args: ["--no-sandbox"]});
}

/** A page that is open, with all that went wrong on it. */
export interface Visit {
  readonly page: Page;
  /** Errors in the console, violations of the content policy among them. */
  readonly errors: string[];
  /** Requests that left the origin. */
  readonly strangers: string[];
  close(): Promise<void>;
}

/** Opens an address in a profile of its own and waits until the page has its heading and what it asked the server for. */
export async function visit(
  browser: Browser,
  origin: string,
  path: string,
  options: BrowserContextOptions = {}
): Promise<Visit> {
  const context = await browser.newContext({locale: "en", viewport: {width: 1100, height: 800}, ...options});
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const [errors, strangers]: [string[], string[]] = [[], []];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) strangers.push(url);
  });
  await page.goto(`${origin}${path}`);
  await page.locator("h1").first().waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({state: "detached"});
  return {page, errors, strangers, close: () => context.close()};
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds serious or critical: rule, and where. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const {axe} = globalThis as unknown as {axe: {run(options: object): Promise<{violations: AxeViolation[]}>}};
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const {violations} = await axe.run({runOnly: {type: "tag", values: tags}});
    return violations
      .filter(({impact}) => impact === "serious" || impact === "critical")
      .map(({id, nodes}) => `${id}: ${nodes.map(({target}) => target.join(" ")).join("; ")}`);
  });
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly {readonly target: readonly string[]}[];
}

/** Moves a slider as a hand does: its value, then the event. */
export async function move(slider: Locator, value: number): Promise<void> {
  await slider.evaluate((element, to) => {
    (element as HTMLInputElement).value = String(to);
    element.dispatchEvent(new Event("input", {bubbles: true}));
  }, value);
}
