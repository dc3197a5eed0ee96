import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";

const {problem} = await testServer();

async function violations(path: string, body?: unknown) {
  const init = {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(body)};
  return (await problem(path, body === undefined ? {} : init)).body.violations;
}

describe("brokenRequest()", () => {
  it("says in words what is missing", async () => {
    expect(await violations("/api/turnover?economy=BLR")).toEqual([
      {in: "query", name: "partner", found: "nothing", wanted: "a text"}
    ]);
    expect(await violations("/api/turnover?economy=&partner=RUS")).toEqual([
      {in: "query", name: "economy", found: '""', wanted: "a text that is not empty"}
    ]);
  });

  it("names the part of a list that is wrong", async () => {
    expect(await violations("/api/register?kind=visit,nonsense")).toMatchObject([
      {name: "kind", found: '"nonsense"', wanted: expect.stringMatching(/^one of agreement/)}
    ]);
  });

  it("tells what a member of a body is, and never what it says", async () => {
    expect(await violations("/api/check", {text: "secret", posted: "zz"})).toEqual([
      {in: "body", name: "posted", found: "a text of 2 characters", wanted: "a date as 2024-02-23"}
    ]);
    expect(await violations("/api/check", {text: ["secret"]})).toEqual([
      {in: "body", name: "text", found: "a list", wanted: "a text"}
    ]);
  });
});
