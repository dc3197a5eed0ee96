import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";
import {readData} from "../../sdmx/read/read-data.ts";

const {app} = await testServer();

async function records(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const response = await app.request(path);
  const all = [];
  for await (const batch of readData([await response.text()])) all.push(...batch.records);
  return all;
}

describe("SDMX services of the server", () => {
  it("send the figures of the shipped pack, equal in both versions", async () => {
    const old = await records("/sdmx/2.1/data/DF_REPORTED?format=csv");
    const new_ = await records("/sdmx/3.0/data/dataflow/CONCORD/DF_REPORTED");
    expect(old.length).toBeGreaterThan(200);
    const ids = (all: typeof old) => all.map(({FIGURE_ID, OBS_VALUE}) => `${FIGURE_ID} ${Number(OBS_VALUE)}`).sort();
    expect(ids(new_)).toEqual(ids(old));
  });

  it("answer HEAD as GET without a body, and nothing but reading", async () => {
    const head = await app.request("/sdmx/3.0/structure/dataflow", {method: "HEAD"});
    expect([head.status, await head.text()]).toEqual([200, ""]);
    for (const method of ["POST", "PUT", "DELETE"]) {
      const response = await app.request("/sdmx/2.1/dataflow", {method});
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
  });

  it("let pages of others ask", async () => {
    const response = await app.request("/sdmx/3.0/structure/dataflow", {method: "OPTIONS"});
    expect(response.status).toBe(204);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
  });

  it("give equal answers one tag, and others another", async () => {
    const tag = async (path: string, accept = "*/*") =>
      (await app.request(path, {headers: {accept}})).headers.get("etag");
    const path = "/sdmx/3.0/data/dataflow/CONCORD/DF_REPORTED";
    expect(await tag(path)).toBe(await tag(path));
    expect(await tag(path)).not.toBe(await tag(`${path}?limit=1`));
    expect(await tag(path)).not.toBe(await tag(path, "text/csv"));
    const held = await app.request(path, {headers: {"if-none-match": (await tag(path))!}});
    expect([held.status, await held.text()]).toEqual([304, ""]);
  });

  it("count the register's items by kind and stage, which sum to all of them", async () => {
    const all = await records("/sdmx/3.0/data/dataflow/CONCORD/DF_REGISTER");
    const groups = new Map<string, {sum: number; items: number}>();
    for (const {ITEM_KIND, TIME_PERIOD, OBS_VALUE, ITEMS} of all) {
      const group = groups.get(`${ITEM_KIND} ${TIME_PERIOD}`) ?? {sum: 0, items: Number(ITEMS)};
      group.sum += Number(OBS_VALUE);
      groups.set(`${ITEM_KIND} ${TIME_PERIOD}`, group);
    }
    expect(groups.size).toBeGreaterThan(20);
    for (const {sum, items} of groups.values()) expect(sum).toBe(items);
  });

  it("answer many requests at once", async () => {
    const answers = await Promise.all(
      Array.from({length: 12}, () => records("/sdmx/3.0/data/dataflow/CONCORD/DF_REPORTED?format=csv"))
    );
    expect(new Set(answers.map((one) => one.length)).size).toBe(1);
  });
});
