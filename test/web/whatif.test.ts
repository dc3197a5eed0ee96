import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser, BrowserContextOptions} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {parseTradeScenario} from "../../src/equilibrium/scenario.ts";
import {testFolder} from "../support/sample-pack.ts";
import {canBrowse, launch, move, type Running, seriousViolations, serve, type Visit, visit} from "./site.ts";

describe.skipIf(!canBrowse())("the simulator", {timeout: 30_000}, () => {
  let server: Running;
  let browser: Browser;
  const open: Visit[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([serve("packs/union-state"), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });

  async function at(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const visited = await visit(browser, server.origin, path, options);
    open.push(visited);
    await visited.page.locator("text=/Solved in|Решено за/").waitFor();
    return visited;
  }
  const welfare = ({page}: Visit) => page.locator(".verdict").innerText();

  it("moves welfare, prices, trade and revenue with a slider, and the address with them", async () => {
    const visited = await at("/whatif");
    const {page} = visited;
    const before = await welfare(visited);
    const panels = await page.locator(".panels figcaption").allInnerTexts();
    expect(panels).toEqual(expect.arrayContaining(["Welfare", "Wage", "Exports", "Imports", "Tariff revenue*"]));
    await move(page.locator("input[type=range]").first(), 100);
    await page.locator("text=Nothing changes").waitFor();
    expect(page.url()).toMatch(/#s=[\w-]+$/);
    await move(page.locator("input[type=range]").first(), 0);
    await expect.poll(() => welfare(visited)).toBe(before);
    expect({errors: visited.errors, strangers: visited.strangers}).toEqual({errors: [], strangers: []});
  });

  it("opens a shared link with the same numbers, and says so where it is damaged", async () => {
    const first = await at("/whatif");
    await move(first.page.locator("input[type=range]").nth(1), -12);
    await expect.poll(() => welfare(first)).toMatch(/Westmoor\s+\+1/);
    const {pathname, hash} = new URL(first.page.url());
    const second = await at(pathname + hash);
    await expect.poll(() => welfare(second)).toBe(await welfare(first));
    await first.page.selectOption("#whatif-data", "matrix");
    await first.page.locator("#whatif-sigma").fill("7");
    await first.page.selectOption("#whatif-deficits", "removed");
    await first.page.locator("button.tab").nth(1).click();
    await expect.poll(() => welfare(first)).toMatch(/Northmark/);
    await expect.poll(() => first.page.url()).toMatch(/&data=matrix&sigma=7&deficits=removed&active=1$/);
    expect(await first.page.locator("code").last().innerText()).toContain("--deficits removed --sigma 7");
    const third = await at(`/whatif${new URL(first.page.url()).hash}`);
    await expect.poll(() => welfare(third)).toBe(await welfare(first));
    expect(await third.page.locator("#whatif-sigma").inputValue()).toBe("7");
    await third.page.evaluate((to) => location.assign(to), `/whatif${hash}`);
    await expect.poll(() => welfare(third)).toBe(await welfare(second));
    const broken = await at("/whatif#s=oops");
    await broken.page.locator("text=The link holds no scenario").waitFor();
  });

  it("draws the elasticities and counts what could not be solved", async () => {
    const {page} = await at("/whatif");
    await page.selectOption("#whatif-spread", "0.2");
    await page.locator("text=/of 200 draws of the elasticities; \\d+ could not be solved/").waitFor();
    expect(await page.locator(".whisker").count()).toBeGreaterThan(40);
    await page.selectOption("#whatif-economy", "Southport");
    const figure = page.locator("figure", {has: page.locator("svg.chart")});
    await page.getByText("Which elasticity decides: welfare of Southport").waitFor();
    await figure.getByRole("button", {name: "Table", exact: true}).click();
    const rows = await figure.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatch(/^(agriculture|energy|manufactures|services)\s+\d/);
    expect(await seriousViolations(page)).toEqual([]);
  });

  it("takes a table and a scenario of the reader's, and saves a scenario the command line reads", async () => {
    const visited = await at("/whatif");
    const {page} = visited;
    const folder = testFolder();
    const matrix = join(folder, "mine.csv");
    writeFileSync(matrix, "x,AA,BB,CC\nAA,100,20,10\nBB,15,200,30\nCC,12,25,300\n");
    const files = page.locator("input[type=file]");
    await files.first().setInputFiles(matrix);
    await page.locator("text=Your table: mine.csv").waitFor({state: "attached"});
    const scenario = join(folder, "mine.yaml");
    writeFileSync(
      scenario,
      "name: Mine\nbarriers:\n  - {exporter: AA, importer: BB, bothWays: true, type: cost, effect: 0.5}\n"
    );
    await page.locator("#whatif-sigma").fill("6.03");
    await files.last().setInputFiles(scenario);
    // The worked case of the method: +1.84 and +0.91 per cent.
    await expect.poll(() => welfare(visited)).toMatch(/AA\s+\+1\.84 %[\s\S]*BB\s+\+0\.91 %/);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Save the scenario").click()]);
    const saved = parseTradeScenario(readFileSync(await download.path(), "utf8"), download.suggestedFilename());
    expect(saved).toMatchObject({name: "Mine", barriers: [{effect: 0.5}]});
    writeFileSync(matrix, "x,AA,BB\nAA,100,-20\nBB,15,200\n");
    await files.first().setInputFiles(matrix);
    await page.locator("text=wanted a number of at least 0").waitFor();
  });

  it.each([390, 1024, 1600])(
    "fits %s pixels in light and dark, en and ru, without serious violations",
    async (width) => {
      for (const [colorScheme, lang] of [
        ["light", "en"],
        ["dark", "ru"]
      ] as const) {
        const {page} = await at(`/whatif?lang=${lang}`, {viewport: {width, height: 900}, colorScheme});
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await seriousViolations(page)).toEqual([]);
      }
    }
  );
});
