import {Ajv2020} from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";
import {problems} from "../http/problem.ts";

const {app, json} = await testServer();

interface Described {
  readonly openapi: string;
  readonly paths: Record<
    string,
    Record<string, {responses: Record<string, {content: Record<string, {schema: object}>}>}>
  >;
  readonly components: {schemas: Record<string, object>};
}

describe("GET /api/openapi.json", () => {
  it("describes every address", async () => {
    const {openapi, paths} = await json<Described>("/api/openapi.json");
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths).sort()).toEqual([
      "/api/charts/balance.csv",
      "/api/charts/balance.svg",
      "/api/charts/balance.zip",
      "/api/charts/growth.csv",
      "/api/charts/growth.svg",
      "/api/charts/growth.zip",
      "/api/charts/timeline.csv",
      "/api/charts/timeline.svg",
      "/api/charts/timeline.zip",
      "/api/charts/turnover.csv",
      "/api/charts/turnover.svg",
      "/api/charts/turnover.zip",
      "/api/check",
      "/api/check.csv",
      "/api/economies",
      "/api/figures",
      "/api/figures.csv",
      "/api/figures/{id}",
      "/api/packs",
      "/api/packs/{pack}/documents/{id}",
      "/api/pairs",
      "/api/register",
      "/api/register.csv",
      "/api/register/{id}",
      "/api/turnover"
    ]);
  });

  it("has schemas that the answers fit, by a validator of another house", async () => {
    const {paths, components} = await json<Described>("/api/openapi.json");
    const ajv = new Ajv2020({strict: false});
    addFormats.default(ajv);
    ajv.addSchema({$id: "openapi", components});
    const addresses: Record<string, string> = {
      "/api/packs": "/api/packs",
      "/api/economies": "/api/economies",
      "/api/pairs": "/api/pairs",
      "/api/turnover": "/api/turnover?economy=BLR&partner=RUS",
      "/api/figures": "/api/figures",
      "/api/figures/{id}": "/api/figures/trade.turnover.2009.blr.goods",
      "/api/register": "/api/register",
      "/api/register/{id}": "/api/register/us.forum.01"
    };
    for (const [path, address] of Object.entries(addresses)) {
      const {schema} = paths[path]!.get!.responses["200"]!.content["application/json"]!;
      const text = JSON.stringify(schema).replaceAll('"#/components', '"openapi#/components');
      const validate = ajv.compile(JSON.parse(text));
      validate(await json(address));
      expect([path, validate.errors]).toEqual([path, null]);
    }
  });
});

describe("GET /api", () => {
  it("shows every address, problem and schema on a page without scripts", async () => {
    const response = await app.request("/api");
    const page = await response.text();
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    const {paths, components} = await json<Described>("/api/openapi.json");
    for (const path of Object.keys(paths)) expect(page).toContain(`<code>${path}</code>`);
    for (const code of Object.keys(problems)) expect(page).toContain(`id="problem-${code}"`);
    for (const name of Object.keys(components.schemas)) expect(page).toContain(`id="schema-${name}"`);
    expect(page).not.toMatch(/<script|<style| style=|`|https?:\/\/(?!localhost\b)/);
    expect(page).not.toContain("undefined");
  });

  it("has examples that are answered", async () => {
    const page = await (await app.request("/api")).text();
    const found = page.matchAll(/curl 'http:\/\/localhost([^']+)'|<a href="(\/sdmx[^"]+)"/g);
    const addresses = [...found].map(([, curl, link]) => (curl ?? link)!.replaceAll("&amp;", "&"));
    expect(addresses.length).toBeGreaterThan(15);
    for (const address of addresses) expect([address, (await app.request(address)).status]).toEqual([address, 200]);
  });

  it("has an example of a check that is answered, and asks the server that shows it", async () => {
    const page = await (await app.request("http://127.0.0.1:5000/api")).text();
    const text = page.replaceAll("&quot;", '"').replaceAll("&#39;", "'");
    const [, address, body] = /curl -X POST '([^']+)'[^{]+(\{[^}]+\})/.exec(text)!;
    expect(address).toBe("http://127.0.0.1:5000/api/check");
    const answer = await app.request("/api/check", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: body!
    });
    expect(answer.status).toBe(200);
    expect(page).not.toContain("localhost");
  });

  it("has links that lead somewhere", async () => {
    const page = await (await app.request("/api")).text();
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const broken = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
    expect(broken).toEqual([]);
    expect((await app.request("/api/reference.css")).headers.get("content-type")).toMatch(/^text\/css/);
  });
});
