import {readFileSync} from "node:fs";
import type {Browser, BrowserContextOptions} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {parseEnergyMarket, parseEnergyScenarios} from "../../src/equilibrium/energy/read-market.ts";
import {simulateEnergy} from "../../src/equilibrium/energy/simulate-energy.ts";
import {en} from "../../web/src/messages/en.ts";
import {ru} from "../../web/src/messages/ru.ts";
import {canBrowse, launch, move, type Running, seriousViolations, serve, type Visit, visit} from "./site.ts";

const file = "docs/examples/energy/gas.json";

describe.skipIf(!canBrowse())("the page of energy markets", {timeout: 30_000}, () => {
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
    await visited.page.locator("tr.sum").first().waitFor();
    return visited;
  }
  const numbers = ({page}: Visit) =>
    page.locator("td[data-value]").evaluateAll((cells) => cells.map(({dataset}) => Number(dataset.value)));

  it("keeps market, scenario and rules in the address, and opens them from there", async () => {
    const first = await at("/energy");
    await first.page.getByLabel("Start from").selectOption("S1");
    await move(first.page.getByLabel(/hub B → border of X \(B-X\), capacity/), 40);
    const sum = first.page.locator("th", {hasText: "Yours"});
    await sum.first().waitFor();
    await expect.poll(() => first.page.url()).toMatch(/\/energy#market=gas-two-hubs&from=S1&arcs\.B-X\.capacity=40$/);
    const {hash} = new URL(first.page.url());
    const second = await at(`/energy${hash}`);
    await second.page.locator("th", {hasText: "Yours"}).first().waitFor();
    await expect.poll(() => numbers(second)).toEqual(await numbers(first));
    await second.page.locator("li", {hasText: "Yours S1; hub B → border of X (B-X), capacity 40"}).waitFor();
    await second.page.evaluate(() => location.assign("#market=oil-duty-and-tax"));
    await second.page.getByText("Capacities in Mt a year").waitFor();
    await second.page.evaluate(() => location.assign("#market=moon"));
    await second.page.getByText("The link names a market").waitFor();
    expect({errors: second.errors, strangers: second.strangers}).toEqual({errors: [], strangers: []});
  });

  it("saves the reader's scenario as a file that the command line reads and solves alike", async () => {
    const visited = await at("/energy#market=gas-two-hubs&from=S2&arcs.B-X.capacity=40");
    await visited.page.locator("th", {hasText: "Yours"}).first().waitFor();
    const [download] = await Promise.all([
      visited.page.waitForEvent("download"),
      visited.page.getByRole("button", {name: /Save your scenario/}).click()
    ]);
    const market = parseEnergyMarket(readFileSync(file, "utf8"), file);
    const {scenarios} = parseEnergyScenarios(readFileSync(await download.path(), "utf8"), "yours.json", market);
    const {scenarios: solved} = await simulateEnergy(market, {more: scenarios});
    const own = solved.find(({scenario}) => scenario === "yours")!;
    const shown = (await visited.page.locator("tr.sum td:last-child").last().getAttribute("data-value"))!;
    expect(Number(shown)).toBeCloseTo(own.total, 4);
  });

  it("gives its accounts away as numbers that a program reads", async () => {
    const visited = await at("/energy");
    const [download] = await Promise.all([
      visited.page.waitForEvent("download"),
      visited.page.getByRole("button", {name: en.chart.csv, exact: true}).click()
    ]);
    const rows = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(rows).toContain("sellers at given prices,-3125,-4722.65625,0,3178.125,0");
    const russian = await at("/energy?lang=ru");
    const [other] = await Promise.all([
      russian.page.waitForEvent("download"),
      russian.page.getByRole("button", {name: ru.chart.csv, exact: true}).click()
    ]);
    expect(readFileSync(await other.path(), "utf8").startsWith("\ufeff")).toBe(true); // or Excel misreads it
  });

  it.each(["light", "dark"] as const)("fits a phone without serious violations, %s", async (colorScheme) => {
    const {page} = await at("/energy?lang=ru", {viewport: {width: 390, height: 900}, colorScheme});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await seriousViolations(page)).toEqual([]);
  });
});
