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
    expect((await response.text()).split("\r\n").length).toBeGreaterThan(5);
  });

  it("gives a zip with picture, table and a README to cite it by", async () => {
    const bytes = async () =>
      new Uint8Array(await (await app.request(`/api/charts/${kind}.zip?${query}`)).arrayBuffer());
    const files = unzipSync(await bytes());
    expect(Object.keys(files)).toEqual([`${name}.svg`, `${name}.csv`, "README.md"]);
    const readme = strFromU8(files["README.md"]!);
    const [head] = strFromU8(files[`${name}.csv`]!).split("\r\n");
    const explained = [...readme.matchAll(/^- ([\w, ]+): /gm)].flatMap(([, names]) => names!.split(", "));
    expect(explained).toEqual(expect.arrayContaining(head!.split(",")));
    const cited = new Set(strFromU8(files[`${name}.csv`]!).match(/(?<=[, ])[a-z0-9]+(?:-[a-z0-9]+)+-20\d\d(?=[, ])/g));
    for (const id of cited) expect(readme).toContain(`\n- ${id}: `);
    for (const part of [
      "## How to cite",
      "CC-BY-4.0",
      "## Before you use it",
      "## Sources",
      `/api/charts/${kind}.zip?${new URLSearchParams(query)}`
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

describe.each(["growth", "balance"])("GET /api/charts/%s", (kind) => {
  it("has in its table the basis of its picture alone, each bar by its value", async () => {
    const table = await (await app.request(`/api/charts/${kind}.csv?${pair}`)).text();
    const [head, ...rows] = table.trim().split("\r\n");
    const at = (row: string, name: string) => row.split(",")[head!.split(",").indexOf(name)];
    for (const name of ["reporter", "coverage", "prices", "unit"])
      expect(new Set(rows.map((row) => at(row, name))).size, name).toBe(1);
    const svg = await (await app.request(`/api/charts/${kind}.svg?${pair}`)).text();
    const years = new Set(rows.map((row) => at(row, "period")!).filter((period) => /^\d{4}$/.test(period)));
    expect(svg.match(/<rect (?!width="100%)/g)?.length).toBe(years.size);
  });
});

describe("GET /api/charts", () => {
  it("names the day in the address of a chart made without one", async () => {
    const response = await app.request("/api/charts/growth.zip?economy=BLR&partner=RUS");
    const readme = strFromU8(unzipSync(new Uint8Array(await response.arrayBuffer()))["README.md"]!);
    expect(readme).toContain("/api/charts/growth.zip?economy=BLR&partner=RUS&asOf=20");
  });

  it("says of a balance which figures have no bar, and has none of them twice", async () => {
    const response = await app.request("/api/charts/balance.zip?economy=BLR&partner=RUS&asOf=2024-02-23");
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    expect(strFromU8(files["README.md"]!)).toContain(
      "The chart has one figure a year; in the table only: another statement of 2020, Jan–Nov 2023."
    );
    expect(strFromU8(files["balance-BLR-RUS.csv"]!).match(/,-3270000000,/g)).toHaveLength(1);
  });

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

  it("names the bases that there are where one is asked for that is none of them", async () => {
    const {status, body} = await problem(`/api/charts/growth.svg?${pair}&basis=zzz`);
    expect([status, body.detail]).toEqual([404, 'Basis "zzz" is none of those of this pair']);
    expect(body.hint).toContain("turnover|change||BLR|RUS|BLR|goods||current|%|");
  });

  it("refuses a width that no page has, and forms and kinds that it does not know", async () => {
    expect((await problem(`/api/charts/turnover.svg?${pair}&width=100000`)).status).toBe(400);
    expect((await problem(`/api/charts/turnover.exe?${pair}`)).status).toBe(404);
    expect((await problem(`/api/charts/pie.svg?${pair}`)).status).toBe(404);
  });
});
