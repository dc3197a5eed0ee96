import {strFromU8, unzipSync} from "fflate";
import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";

const {app, problem} = await testServer();
const pair = "economy=BLR&partner=RUS&asOf=2024-02-23";

describe.each([
  ["turnover", pair, "turnover-BLR-RUS"],
  ["growth", pair, "growth-BLR-RUS"],
  ["balance", pair, "balance-BLR-RUS"],
  ["timeline", "kind=event&asOf=2024-02-23", "timeline"]
])("GET /api/charts/%s", (kind, query, name) => {
  it("gives a picture that stands alone, with vintage, sources and licence in its caption", async () => {
    const response = await app.request(`/api/charts/${kind}.svg?${query}`);
    const svg = await response.text();
    expect(response.headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(svg).toMatch(/^<\?xml[^>]+>\n<svg /);
    expect(svg).not.toMatch(/<script|<style| style=|href=|url\((?!#)/);
    expect(svg).toMatch(/As known on 23 February 2024\. \d+ sources\./);
    expect(svg).toContain("CC-BY-4.0");
  });

  it("gives its data as a table", async () => {
    const response = await app.request(`/api/charts/${kind}.csv?${query}`);
    expect(response.headers.get("content-disposition")).toBe(`attachment; filename="${name}-2024-02-23.csv"`);
    expect((await response.text()).split("\r\n").length).toBeGreaterThan(10);
  });

  it("gives a zip with picture, table and a README to cite it by", async () => {
    const bytes = async () =>
      new Uint8Array(await (await app.request(`/api/charts/${kind}.zip?${query}`)).arrayBuffer());
    const files = unzipSync(await bytes());
    expect(Object.keys(files)).toEqual([`${name}.svg`, `${name}.csv`, "README.md"]);
    const readme = strFromU8(files["README.md"]!);
    for (const part of [
      "## How to cite",
      "CC-BY-4.0",
      "## Before you use it",
      "## Sources",
      `/api/charts/${kind}.zip?`
    ])
      expect(readme).toContain(part);
    const table = await (await app.request(`/api/charts/${kind}.csv?${query}`)).text();
    expect(strFromU8(files[`${name}.csv`]!)).toBe(table);
  });

  it("draws in Russian and at a width", async () => {
    const svg = await (await app.request(`/api/charts/${kind}.svg?${query}&language=ru&width=400`)).text();
    expect(svg.replace(/<\/text><text[^>]*>/g, " ")).toContain("По данным на 23 февраля 2024");
    expect(svg).toContain('width="400"');
  });
});

describe("GET /api/charts", () => {
  it("draws constant prices apart from current ones", async () => {
    const constant = await (await app.request(`/api/charts/turnover.csv?${pair}&prices=constant`)).text();
    const rows = constant.trim().split("\r\n").slice(1);
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.every((row) => row.includes("constant "))).toBe(true);
  });

  it("says that there is nothing to draw", async () => {
    expect((await problem("/api/charts/turnover.svg?economy=KEN&partner=UGA")).body).toMatchObject({
      status: 404,
      detail: "Nothing was known on 2024-12-31 to draw of KEN and UGA"
    });
    expect((await problem("/api/charts/timeline.svg?asOf=1950")).status).toBe(404);
  });

  it("refuses a width that no page has, and forms and kinds that it does not know", async () => {
    expect((await problem(`/api/charts/turnover.svg?${pair}&width=100000`)).status).toBe(400);
    expect((await problem(`/api/charts/turnover.exe?${pair}`)).status).toBe(404);
    expect((await problem(`/api/charts/pie.svg?${pair}`)).status).toBe(404);
  });
});
