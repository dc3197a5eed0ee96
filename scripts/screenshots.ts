import {mkdirSync} from "node:fs";
import {chromium} from "playwright-core";

/**
 * Pictures of every page at three widths, light and dark, in both languages:
 * `npx tsx scripts/screenshots.ts http://127.0.0.1:4173 [folder] [name part]`.
 */
const [base = "http://127.0.0.1:4173", folder = "screenshots", only = ""] = process.argv.slice(2);
const pages: Readonly<Record<string, string>> = {
  trade: "/trade/BLR/RUS",
  check: "/check",
  checked: "/check",
  record: "/record",
  item: "/record/us.market.gas",
  why: "/why/trade.turnover.2010.blr.goods",
  dialog: "/trade/BLR/RUS?why=trade.turnover.2022.blr.goods",
  lost: "/nowhere"
};

mkdirSync(folder, {recursive: true});
const browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
for (const [name, path] of Object.entries(pages))
  for (const width of [390, 1024, 1600])
    for (const colorScheme of ["light", "dark"] as const)
      for (const locale of ["en", "ru"]) {
        const file = `${name}-${width}-${colorScheme}-${locale}.png`;
        if (!file.includes(only)) continue;
        const page = await browser.newPage({viewport: {width, height: 900}, colorScheme, locale});
        page.on("console", (message) => message.type() === "error" && console.log(file, message.text()));
        page.on("pageerror", (error) => console.log(file, error.message));
        await page.goto(`${base}${path}`, {waitUntil: "networkidle"});
        await page.waitForTimeout(150);
        await page.screenshot({path: `${folder}/${file}`, fullPage: name !== "dialog"});
        await page.close();
      }
await browser.close();
