import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {unzipSync} from "fflate";
import type {Browser, BrowserContextOptions, Download, Page} from "playwright-core";
import {afterAll, afterEach, beforeAll, describe, expect, it} from "vitest";
import {verdictWords} from "../../src/base/verdict-words.ts";
import {en} from "../../web/src/messages/en.ts";
import {ru} from "../../web/src/messages/ru.ts";
import {testFolder} from "../support/sample-pack.ts";
import {canBrowse, launch, type Running, seriousViolations, serve, type Visit, visit} from "./site.ts";

const pack = "packs/union-state";
const overview = "/trade/BLR/RUS";
const figure = "trade.turnover.2010.blr.goods";
/** One address of every page, with what tells that it is there. */
const pages: readonly (readonly [path: string, sign: string])[] = [
  [overview, "svg.chart"],
  ["/check", "textarea"],
  ["/record", "svg.chart"],
  ["/record/us.market.gas", "table"],
  [`/why/${figure}`, "dl"],
  ["/nowhere", "h1"]
];

const text =
  "Trade turnover between Belarus and Russia reached $40 billion in 2021 and $50 billion in 2022. " +
  "In 2020, the bilateral turnover was $29.5 billion.";

describe.skipIf(!canBrowse())("the web app", {timeout: 30_000}, () => {
  let server: Running;
  let browser: Browser;
  let open: Visit[] = [];

  beforeAll(async () => {
    [server, browser] = await Promise.all([serve(pack), launch()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.stop();
  });
  afterEach(async () => {
    const visits = open;
    open = [];
    for (const one of visits) await one.close();
  });

  async function at(path: string, options: BrowserContextOptions = {}, origin = server.origin): Promise<Visit> {
    const visited = await visit(browser, origin, path, options);
    open.push(visited);
    return visited;
  }

  const isClean = ({errors, strangers}: Visit) => expect({errors, strangers}).toEqual({errors: [], strangers: []});

  describe("every page", () => {
    it.each(pages)("%s loads in both languages, without an error or a request elsewhere", async (path, sign) => {
      for (const lang of ["en", "ru"]) {
        const visited = await at(`${path}?lang=${lang}`);
        await visited.page.locator(sign).first().waitFor();
        expect(await visited.page.locator("html").getAttribute("lang")).toBe(lang);
        expect(await visited.page.locator("h1").count()).toBe(1);
        expect(await visited.page.title()).not.toBe("");
        isClean(visited);
      }
    });

    it.each(pages)("%s has no serious violation that axe finds, light or dark", async (path, sign) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const {page} = await at(path, {colorScheme});
        await page.locator(sign).first().waitFor();
        expect(await seriousViolations(page), colorScheme).toEqual([]);
      }
    });

    it.each(pages)("%s fits a phone without scrolling sideways", async (path, sign) => {
      const {page} = await at(`${path}?lang=ru`, {viewport: {width: 390, height: 800}});
      await page.locator(sign).first().waitFor();
      const [inner, outer] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth
      ]);
      expect(inner).toBeLessThanOrEqual(outer!);
    });
  });

  describe("the overview", () => {
    it("begins with a sentence that names both sides, the amount and the year", async () => {
      const {page} = await at(overview);
      const heading = plain(await page.locator("h1").innerText());
      expect(heading).toMatch(/Belarus/);
      expect(heading).toMatch(/Russia/);
      expect(heading).toMatch(/\d.*bn USD.*20\d\d/);
    });

    it("answers with what was known on the day in the address", async () => {
      const {page} = await at(`${overview}?asOf=2021-12-31`);
      expect(await page.locator("h1").innerText()).not.toMatch(/202[23]/);
    });

    it("keeps its filters in the address, and reads them from there", async () => {
      const visited = await at(overview);
      const {page} = visited;
      await page.getByRole("combobox", {name: en.trade.prices}).selectOption({label: en.trade.constant});
      await page.waitForURL(/prices=constant/);
      await page.reload();
      await page.locator("h1").first().waitFor();
      expect(await page.getByRole("combobox", {name: en.trade.prices}).inputValue()).toBe("constant");
      await page.locator("svg.chart").first().waitFor();
      isClean(visited);
    });

    it("has a table under its chart, with buttons for every number", async () => {
      const {page} = await at(overview);
      const chart = page.locator("figure", {has: page.locator("svg.chart")}).first();
      await chart.getByRole("button", {name: en.chart.table}).click();
      const rows = chart.locator("table").first().locator("tbody tr");
      expect(await rows.count()).toBeGreaterThan(10);
      expect(await rows.getByRole("button").count()).toBeGreaterThan(20);
    });

    it("gives its chart away as SVG, PNG, CSV and zip", async () => {
      const visited = await at(overview);
      const chart = visited.page.locator("figure", {has: visited.page.locator("svg.chart")}).first();
      const take = (name: string) => chart.getByText(name, {exact: true});
      const svg = (await taken(visited.page, take(en.chart.svg))).toString("utf8");
      expect(svg).toMatch(/^(<\?xml[^>]*\?>\s*)?<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toMatch(/var\(|currentcolor"?\s*fill|<script/);
      expect(await parses(browser, svg)).toBe(true);
      const png = await taken(visited.page, take(en.chart.png));
      expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
      expect(png.readUInt32BE(16)).toBeGreaterThan(800);
      const csv = (await taken(visited.page, take(en.chart.csv))).toString("utf8");
      const lines = csv.trim().split(/\r?\n/);
      expect(lines.length).toBeGreaterThan(10);
      const files = unzipSync(await taken(visited.page, take(en.chart.zip)));
      expect(Object.keys(files).sort().join(" ")).toMatch(/README\.md.*\.csv.*\.svg/);
      expect(new TextDecoder().decode(files["README.md"])).toMatch(/CC-BY-4\.0/);
      isClean(visited);
    });

    it("shows code of an embed, which has no head and may be framed", async () => {
      const {page} = await at(overview);
      await page.getByRole("button", {name: en.chart.embed, exact: true}).first().click();
      const code = await page.locator("textarea[readonly]").first().inputValue();
      const src = /src="([^"]+)"/.exec(code)?.[1];
      expect(src).toMatch(/\/embed\/trade\/BLR\/RUS/);
      const embedded = await at(new URL(src!).pathname + new URL(src!).search);
      await embedded.page.locator("svg.chart").first().waitFor();
      expect(await embedded.page.locator("nav").count()).toBe(0);
      const {headers} = await fetch(src!);
      expect(headers.get("content-security-policy")).toMatch(/frame-ancestors \*/);
      isClean(embedded);
    });
  });

  describe("why this number", () => {
    it("opens over the page, holds the focus, closes with Escape and gives the focus back", async () => {
      const visited = await at(overview);
      const {page} = visited;
      const number = page
        .locator("main")
        .getByRole("button", {name: /bn USD/})
        .first();
      const name = await number.textContent();
      await number.focus();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByText(en.why.basis, {exact: true}).waitFor();
      for (let presses = 0; presses < 25; ++presses) {
        await page.keyboard.press("Tab");
        const isInside = await page.evaluate(() => {
          const {activeElement, body} = document;
          return activeElement === body || activeElement?.closest("dialog") !== null;
        });
        expect(isInside).toBe(true);
      }
      await page.keyboard.press("Escape");
      await dialog.waitFor({state: "hidden"});
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
      isClean(visited);
    });

    it("tells basis, formula, inputs, evidence and how to cite on a page of its own", async () => {
      const {page} = await at(`/why/${figure}`);
      const main = page.locator("main");
      const said = await main.innerText();
      for (const part of [/Belarus's books, goods/, /38\.6076 \/ 1\.377/, /37\.7/, /GFA Claims/, /@misc/, /CC-BY-4\.0/])
        expect(said).toMatch(part);
      expect(await main.locator('a[href^="https://gfaclaims.com"]').count()).toBeGreaterThan(0);
    });
  });

  describe("the check of a text", () => {
    async function check(visited: Visit, words: string): Promise<void> {
      await visited.page.locator("textarea").first().fill(words);
      await visited.page.getByRole("button", {name: en.check.run, exact: true}).click();
    }

    it("marks claims by sign and word, and opens the evidence of one by keyboard", async () => {
      const visited = await at("/check");
      const {page} = visited;
      await check(visited, text);
      const claim = page
        .locator("main")
        .getByRole("button", {name: /\$50 billion/})
        .first();
      await claim.focus();
      await page.keyboard.press("Enter");
      await page
        .getByText(/goods \+ services|goods and services/)
        .first()
        .waitFor();
      await page.locator("svg.chart").first().waitFor();
      expect(await page.locator("main").innerText()).toContain(verdictWords.en.names["supported-on-basis"]);
      expect(await seriousViolations(page)).toEqual([]);
      isClean(visited);
    });

    it("says in Russian why each verdict stands", async () => {
      const {page} = await at("/check?lang=ru");
      await page
        .locator("textarea")
        .first()
        .fill(readFileSync(`${pack}/documents/avdonin-2024-02-23.ru.md`, "utf8"));
      await page.getByRole("button", {name: ru.check.run, exact: true}).click();
      const panel = page.locator("#evidence");
      for (const said of [/Сходится: учёт Беларуси, товары;/, /Такое утверждение числами не решается: причина/]) {
        const next = page.getByRole("button", {name: ru.check.next, exact: true});
        while (!said.test(await panel.innerText())) await next.click();
        const words = (await panel.locator("p, h2, h3, caption, th").allInnerTexts()).join("\n");
        expect(words).not.toMatch(/[a-z]/);
      }
    });

    it("keeps text and day behind the #, and shows the same check from there", async () => {
      const visited = await at("/check");
      const sent: string[] = [];
      visited.page.on("request", (request) => sent.push(request.url()));
      await check(visited, text);
      await visited.page
        .getByRole("button", {name: /\$50 billion/})
        .first()
        .waitFor();
      await expect.poll(() => new URL(visited.page.url()).hash.length).toBeGreaterThan(20);
      const link = visited.page.url();
      expect(new URL(link).search).toBe("");
      const again = await at(link.slice(server.origin.length));
      await again.page
        .getByRole("button", {name: /\$50 billion/})
        .first()
        .waitFor();
      expect(sent.filter((url) => /turnover.*billion|billion.*turnover/i.test(decodeURIComponent(url)))).toEqual([]);
    });

    it("says of a damaged link that it is damaged", async () => {
      const visited = await at("/check#text=%%%notdeflate");
      await visited.page.getByText(en.check.brokenLink).first().waitFor();
      isClean(visited);
    });

    it("takes a document of the pack", async () => {
      const visited = await at("/check");
      const {page} = visited;
      const choice = page.locator("main select").first();
      const value = await choice.locator("option").evaluateAll((options) => {
        const found = options.find((option) => /strategic/i.test(option.textContent ?? ""));
        return (found as HTMLOptionElement | undefined)?.value;
      });
      await choice.selectOption(value!);
      await page
        .getByRole("button", {name: /33\.3bn/})
        .first()
        .waitFor();
      await page
        .getByText(/2 (times|splices)/)
        .first()
        .waitFor();
      isClean(visited);
    });

    it("shows markup and scripts as text, and runs none of it", async () => {
      const visited = await at("/check");
      const hostile = `Note: <img src=x onerror="window.ran=1"> <script>window.ran=1</script> <b>bold</b>.\n\n${text}`;
      await check(visited, hostile);
      await visited.page
        .getByRole("button", {name: /\$50 billion/})
        .first()
        .waitFor();
      expect(await visited.page.evaluate(() => "ran" in globalThis)).toBe(false);
      expect(await visited.page.locator("main img, main script").count()).toBe(0);
      isClean(visited);
    });

    it("refuses a text of 10 MB in words, and goes on", async () => {
      const visited = await at("/check");
      const {page} = visited;
      await page
        .locator("textarea")
        .first()
        .evaluate((area: HTMLTextAreaElement) => {
          area.value = "Turnover reached $50 billion in 2022. ".repeat(280_000);
          area.dispatchEvent(new Event("input", {bubbles: true}));
        });
      await page.getByRole("alert").first().waitFor();
      expect((await fetch(`${server.origin}/api/packs`)).status).toBe(200);
      await check(visited, text);
      await page
        .getByRole("button", {name: /\$50 billion/})
        .first()
        .waitFor();
    });
  });

  describe("the record", () => {
    it("filters, and keeps the filters in the address", async () => {
      const visited = await at("/record");
      const {page} = visited;
      await page.getByRole("combobox", {name: en.record.kind, exact: true}).selectOption("market");
      await page.waitForURL(/kind=market/);
      await page.getByText(en.record.shown(8, 133).replaceAll("\u00a0", " ")).first().waitFor();
      await page.reload();
      await page.locator("h1").first().waitFor();
      expect(await page.getByRole("combobox", {name: en.record.kind, exact: true}).inputValue()).toBe("market");
      isClean(visited);
    });

    it("gives every completion its denominator", async () => {
      const {page} = await at("/record");
      const said = plain(await page.locator("main").innerText());
      expect(said).toContain(en.record.of(4, 33));
      expect(said).toContain(en.record.of(17, 22));
    });

    it("leads to a page an item, with its history, slip and evidence", async () => {
      const visited = await at("/record?kind=market");
      const {page} = visited;
      await page.locator('a[href^="/record/us.market.gas"]:visible').first().click();
      await page.waitForURL(/\/record\/us\.market\.gas/);
      await page.getByRole("heading", {level: 1, name: /Common market of gas/}).waitFor();
      const said = plain(await page.locator("main").innerText());
      expect(said).toMatch(/699 days/);
      expect(said).toMatch(/Smolensk/);
      expect(await page.locator('main a[href^="http"]').count()).toBeGreaterThan(3);
      isClean(visited);
    });
  });

  describe("for everyone", () => {
    it("switches language, remembers it, and writes numbers and dates as the language does", async () => {
      const visited = await at(overview);
      const {page} = visited;
      await page.getByRole("button", {name: "Русский"}).click();
      await page.getByText(ru.trade.turnover, {exact: true}).first().waitFor();
      expect(plain(await page.locator("h1").innerText())).toMatch(/46,5.*млрд долл/);
      await page.reload();
      await page.locator("h1").first().waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe("ru");
      isClean(visited);
    });

    it("is reached by keyboard alone: the skip link, the pages, a figure and back", async () => {
      const {page} = await at(overview);
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(en.app.skip);
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
      await page.getByRole("link", {name: en.nav.record, exact: true}).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/record$/);
      await page.goBack();
      await page.waitForURL(/\/(trade.*)?$/);
      await page.locator("svg.chart").first().waitFor();
    });

    it("shows where the focus is", async () => {
      const {page} = await at("/record");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle);
      expect(outline).not.toBe("none");
    });

    it("prints without head and controls", async () => {
      const {page} = await at(overview);
      await page.emulateMedia({media: "print"});
      expect(await page.getByRole("navigation").first().isVisible()).toBe(false);
      expect(await page.locator("svg.chart").first().isVisible()).toBe(true);
    });
  });

  describe("when something is wrong", () => {
    it.each(["/trade/BLR", "/why", "/record/a/b", "/%E0%A4%A", "/check/extra"])(
      "says of the unknown address %s that it leads nowhere",
      async (path) => {
        const {page} = await at(path);
        await page.getByRole("heading", {name: en.problem.unknown}).waitFor();
      }
    );

    it.each([
      `${overview}?asOf=banana`,
      "/trade/XXQ/RUS",
      "/trade/BLR/BLR",
      "/record?kind=nonsense",
      "/record/no.such.item",
      "/why/no.such.figure"
    ])("says what is wrong with %s", async (path) => {
      const {page} = await at(path);
      await page.getByRole("alert").first().waitFor();
      expect(await page.locator("h1, h2").count()).toBeGreaterThan(0);
    });

    it("says that the server is gone, and goes on when it is back", async () => {
      const {page} = await at("/check");
      await page.route("**/api/**", (route) => route.abort());
      await page.getByRole("link", {name: en.nav.record, exact: true}).click();
      await page.getByText(en.problem.unreachable).first().waitFor();
      await page.unroute("**/api/**");
      await page.getByRole("button", {name: en.problem.again}).first().click();
      await page.locator("svg.chart").first().waitFor();
    });

    it("shows what is wrong with a pack that did not load, beside one that did", async () => {
      const broken = join(testFolder(), "broken");
      cpSync(pack, broken, {recursive: true});
      const file = join(broken, "figures.csv");
      writeFileSync(file, readFileSync(file, "utf8").replace(/\b2022\b/, "20-22"));
      const second = await serve(pack, broken);
      try {
        const {page} = await at(overview, {}, second.origin);
        await page.getByText(en.problem.packs).first().waitFor();
        await page.locator("svg.chart").first().waitFor();
      } finally {
        second.stop();
      }
    });
  });
});

async function taken(page: Page, button: {click(): Promise<void>}): Promise<Buffer> {
  const [download] = (await Promise.all([page.waitForEvent("download"), button.click()])) as [Download, undefined];
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Whether a browser reads a text as XML without an error; in a page of its own, which has no content policy. */
async function parses(browser: Browser, xml: string): Promise<boolean> {
  const page = await browser.newPage();
  const isRead = await page.evaluate(
    (source) => new DOMParser().parseFromString(source, "image/svg+xml").querySelector("parsererror") === null,
    xml
  );
  await page.close();
  return isRead;
}

/** A text with plain spaces alone, as a reader sees it. */
function plain(text: string): string {
  return text.replaceAll("\u2060", "").replaceAll(/\s+/g, " ");
}
