import {describe, expect, it} from "vitest";
import {concord} from "../../../test/cli/captured.ts";
import {testServer, unionState} from "../../../test/support/server.ts";
import {type TurnoverOutput, turnoverOutputSchema} from "../../turnover/output.ts";

describe("GET /api/turnover", () => {
  it("answers what the command line answers", async () => {
    const {json} = await testServer();
    const answer = await json<TurnoverOutput>("/api/turnover?economy=BLR&partner=RUS&period=2019/2023&asOf=2024-02-23");
    expect(turnoverOutputSchema.safeParse(answer).error).toBeUndefined();
    const {out} = await concord(
      `turnover BLR RUS --pack ${unionState} --period 2019/2023 --as-of 2024-02-23 --json`.split(" ")
    );
    expect(answer).toEqual(JSON.parse(out));
  });

  it("reads names, and labels in the language asked for", async () => {
    const {json} = await testServer();
    const answer = await json<TurnoverOutput>("/api/turnover?economy=Беларусь&partner=russia&language=ru");
    expect([answer.economy, answer.partner, answer.series[0]!.label]).toEqual(["BLR", "RUS", "учёт Беларуси, товары"]);
  });

  it("has constant prices, growth, records and gaps for an overview", async () => {
    const {json} = await testServer();
    const {series, gaps} = await json<TurnoverOutput>("/api/turnover?economy=BLR&partner=RUS");
    expect(series.some(({basis}) => typeof basis.prices === "object")).toBe(true);
    expect(series[0]!.growth.length).toBeGreaterThan(5);
    expect(series[0]!.records.length).toBeGreaterThan(0);
    expect(gaps.some(({absolute}) => absolute !== null)).toBe(true);
  });

  it("lists all that is wrong with a request", async () => {
    const {problem} = await testServer();
    const {status, type, body} = await problem(
      "/api/turnover?economy=BLR&period=20x3&asOf=2024-02-30&product=27&colour=red"
    );
    expect([status, type]).toEqual([400, "application/problem+json; charset=utf-8"]);
    expect(body.violations.map((one: {name: string}) => one.name)).toEqual([
      "partner",
      "period",
      "product",
      "asOf",
      "colour"
    ]);
    expect(body.violations[3]).toEqual({
      in: "query",
      name: "asOf",
      found: '"2024-02-30"',
      wanted: "a date as 2024, 2024-02 or 2024-02-23"
    });
  });

  it("suggests an economy for one that it does not know, and refuses one with itself", async () => {
    const {problem} = await testServer();
    expect((await problem("/api/turnover?economy=Belaruss&partner=RUS")).body).toMatchObject({
      code: "invalid_query",
      hint: 'did you mean "Belarus"?'
    });
    expect((await problem("/api/turnover?economy=BLR&partner=Belarus")).status).toBe(400);
  });

  it("answers about economies without figures with nothing, not with an error", async () => {
    const {json} = await testServer();
    expect(await json<TurnoverOutput>("/api/turnover?economy=KEN&partner=UGA")).toMatchObject({series: [], gaps: []});
  });
});
