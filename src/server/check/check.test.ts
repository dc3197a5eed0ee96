import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {concord} from "../../../test/cli/captured.ts";
import {testServer, unionState} from "../../../test/support/server.ts";
import {longestText} from "../../claims/check.ts";
import {type CheckAnswer, checkAnswerSchema} from "./output.ts";

const {post, app} = await testServer();
const path = `${unionState}/documents/avdonin-2024-02-23.en.md`;
const article = readFileSync(path, "utf8");

async function check(body: Record<string, unknown>): Promise<CheckAnswer> {
  const response = await post("/api/check", body);
  expect(response.status).toBe(200);
  return (await response.json()) as CheckAnswer;
}

describe("POST /api/check", () => {
  it("answers what the command line answers, with the text and its spans", async () => {
    const answer = await check({text: article});
    expect(checkAnswerSchema.safeParse(answer).error).toBeUndefined();
    const {out} = await concord(["check", path, "--pack", unionState, "--json"]);
    expect(answer.result).toEqual(JSON.parse(out));
    const shown = answer.spans.map(({start, end}) => answer.text.slice(start, end));
    expect(shown).toEqual(answer.result.claims.map(({text}) => text));
  });

  it("gives labels in the language asked for, and all evidence", async () => {
    const {labels, sources, result, items} = await check({text: article, language: "ru"});
    expect(Object.values(labels)).toContain("учёт Беларуси, товары");
    const known = new Set(sources.map(({id}) => id));
    const used = result.claims.flatMap(({bases}) => bases.flatMap(({figure}) => figure.sources));
    expect(used.filter((id) => !known.has(id))).toEqual([]);
    expect(Object.values(items).join()).toMatch(/[а-я]/);
  });

  it("takes the day of posting and the day of knowledge from the request", async () => {
    const text = "In 2023 trade between Belarus and Russia made almost $54bn.";
    const {result} = await check({text, posted: "2024-03-01", asOf: "2024-02-01"});
    expect([result.posted, result.asOf]).toEqual(["2024-03-01", "2024-02-01"]);
    expect((await check({text})).result.asOf).toBe("2024-12-31");
  });

  it("gives markup and scripts back as data", async () => {
    const text = "<script>alert(1)</script> <img src=x onerror=alert(2)> Trade was $40bn in 2021, $50bn in 2022.";
    const response = await post("/api/check", {text, format: "text"});
    expect(response.headers.get("content-type")).toMatch(/^application\/json/);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(((await response.json()) as CheckAnswer).text).toBe(text);
  });

  it("checks a long text in a thread, while others are answered", async () => {
    const sentence = "In 2021 trade between Belarus and Russia made $40bn, and in 2022 it rose to $50bn. ";
    const text = sentence.repeat(1000);
    const order: string[] = [];
    const long = check({text, posted: "2024-02-23"}).then((answer) => {
      order.push("long");
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await app.request("/api/packs");
    order.push("other");
    const {result, spans} = await long;
    expect(order).toEqual(["other", "long"]);
    expect(spans).toHaveLength(result.claims.length);
    const {result: short} = await check({text: sentence.repeat(10), posted: "2024-02-23"});
    const verdicts = (answer: CheckAnswer["result"]) =>
      answer.claims.slice(0, 8).map(({text: words, verdict}) => [words, verdict]);
    expect(verdicts(result)).toEqual(verdicts(short));
  });

  it("ends the check of a client that has left, and takes the next one", async () => {
    const leaving = new AbortController();
    const body = JSON.stringify({text: "Trade made $40bn in 2021 and $50bn in 2022. ".repeat(20_000)});
    const headers = {"content-type": "application/json"};
    const left = app.request("/api/check", {method: "POST", headers, body, signal: leaving.signal});
    setTimeout(() => leaving.abort(), 50);
    expect((await left).status).toBe(503); // nobody reads it, and it is no fault
    const {result} = await check({text: "Trade made $40bn in 2021. ".repeat(3000)});
    expect(result.claims.length).toBeGreaterThan(1000);
  });

  it("is a table at check.csv", async () => {
    const response = await post("/api/check.csv", {text: article});
    const rows = (await response.text()).trim().split("\r\n");
    expect(rows[0]).toMatch(/^id,text,start,end,/);
    expect(rows.length).toBeGreaterThan(15);
  });

  it("is never kept", async () => {
    expect((await post("/api/check", {text: "Trade grew."})).headers.get("cache-control")).toBe("no-store");
  });
});

describe("POST /api/check with bad input", () => {
  const problem = async (response: Response | Promise<Response>) => {
    const {status, headers} = await response;
    expect(headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    return {status, body: await (await response).json()};
  };

  it.each(['{"text": ', "[1", "", "text"])("refuses a body that is not JSON: %j", async (body) => {
    const {status, body: answer} = await problem(post("/api/check", body));
    expect(status).toBe(400);
    expect(answer.code).toBe("invalid_query");
  });

  it("lists all violations without repeating the text", async () => {
    const secret = "a text that nobody may log";
    const {status, body} = await problem(
      post("/api/check", {text: [secret], posted: secret, format: secret, colour: 1})
    );
    expect(status).toBe(400);
    expect(body.violations.map((one: {name: string}) => one.name)).toEqual(["text", "format", "posted", "colour"]);
    expect(JSON.stringify(body)).not.toContain(secret);
  });

  it("refuses other types of body", async () => {
    const form = app.request("/api/check", {
      method: "POST",
      headers: {"content-type": "application/x-www-form-urlencoded"},
      body: "text=x"
    });
    expect(await problem(form)).toMatchObject({status: 415, body: {code: "unsupported_media_type"}});
  });

  it("refuses a paste of 10 MB, whether it says its length or not", async () => {
    const body = JSON.stringify({text: "x".repeat(10 * 1024 * 1024)});
    expect((await problem(post("/api/check", body))).body).toMatchObject({status: 413, code: "too_large"});
    const told = {"content-length": String(body.length)};
    expect((await problem(post("/api/check", body, told))).status).toBe(413);
  });

  it("refuses a text longer than the longest that is read", async () => {
    const {status, body} = await problem(post("/api/check", {text: "x".repeat(longestText + 1)}));
    expect([status, body.code]).toEqual([413, "too_large"]);
    expect(body.detail).toContain(String(longestText));
  });
});
