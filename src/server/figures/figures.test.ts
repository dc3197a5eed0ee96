import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";
import type {TurnoverOutput} from "../../turnover/output.ts";
import {computedFigures} from "./computed.ts";
import {type FiguresAnswer, figuresSchema, type WhyAnswer, whySchema} from "./output.ts";

const server = await testServer();
const {json, problem, app} = server;
const pair = "economy=BLR&partner=RUS";

describe("GET /api/figures", () => {
  it("gives pages that together hold every figure once", async () => {
    const all = figuresSchema.parse(await json<FiguresAnswer>("/api/figures?limit=1000"));
    expect(all.total).toBe(all.figures.length);
    const pages = await Promise.all(
      [0, 100, 200, 300].map((offset) => json<FiguresAnswer>(`/api/figures?offset=${offset}`))
    );
    expect(pages.flatMap(({figures}) => figures)).toEqual(all.figures);
    expect(new Set(all.figures.map(({id}) => id)).size).toBe(all.total);
  });

  it("filters by indicator, books, coverage, unit, period, item and status", async () => {
    const query = "indicator=turnover&reporter=Belarus&coverage=goods&unit=USD&period=2019/2021&status=reported";
    const {figures} = await json<FiguresAnswer>(`/api/figures?${query}`);
    expect(figures.length).toBeGreaterThan(1);
    for (const {basis, period, status} of figures) {
      expect(basis).toMatchObject({indicator: "turnover", reporter: "BLR", coverage: "goods", unit: "USD"});
      expect(["2019", "2020", "2021"]).toContain(period.slice(0, 4));
      expect(status).toBe("reported");
    }
    const item = await json<FiguresAnswer>("/api/figures?item=us.gas.contract.2007");
    expect(item.figures.map(({id}) => id)).toContain("us.gas.coefficient.2008");
  });

  it("knows only what was public on the day", async () => {
    const early = await json<FiguresAnswer>("/api/figures?asOf=2015&limit=1000");
    expect(early.figures.every(({known}) => known.slice(0, 4) <= "2015")).toBe(true);
    expect(early.total).toBeGreaterThan(0);
  });

  it("adds computed figures where both sides are named", async () => {
    const plain = await json<FiguresAnswer>(`/api/figures?${pair}`);
    const more = await json<FiguresAnswer>(`/api/figures?${pair}&computed=true&limit=1000`);
    expect(more.total).toBeGreaterThan(plain.total);
    const names = new Set(more.figures.map(({id}) => id.split(".")[0]));
    for (const name of ["growth", "share", "real", "balance", "gap", "gap-percent"]) expect(names).toContain(name);
  });

  it("refuses an unknown status and a limit out of bounds", async () => {
    const {body} = await problem("/api/figures?status=guessed&limit=0");
    expect(body.violations).toEqual([
      expect.objectContaining({name: "status", wanted: expect.stringContaining("one of reported, derived")}),
      expect.objectContaining({name: "limit", wanted: "a whole number from 1 to 1000"})
    ]);
  });

  it("is a table at figures.csv, a row a figure", async () => {
    const response = await app.request(`/api/figures.csv?${pair}&indicator=turnover`);
    const lines = (await response.text()).trim().split("\r\n");
    const {total} = await json<FiguresAnswer>(`/api/figures?${pair}&indicator=turnover`);
    expect(response.headers.get("content-type")).toMatch(/^text\/csv/);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="figures-2024-12-31.csv"');
    expect(lines).toHaveLength(total + 1);
  });
});

describe("GET /api/figures/{id}", () => {
  const why = (id: string, query = "") => json<WhyAnswer>(`/api/figures/${encodeURIComponent(id)}${query}`);

  it("explains a reported figure down to its evidence", async () => {
    const answer = whySchema.parse(await why("trade.turnover.2009.blr.goods"));
    expect(answer).toMatchObject({
      computed: false,
      basisKey: "turnover|level||BLR|RUS|BLR|goods||current|USD|",
      inputs: [],
      pack: {name: "union-state", licence: "CC-BY-4.0"}
    });
    expect(answer.words.en).toEqual({
      what: "turnover of Belarus and Russia",
      title: "turnover of Belarus and Russia, 2009",
      basis: "Belarus's books, goods",
      value: "23.3\u00a0bn\u00a0USD",
      period: "2009",
      known: "27 February 2017"
    });
    expect(answer.words.ru.basis).toBe("учёт Беларуси, товары");
    expect(answer.sources).toMatchObject([{id: "apostrophe-2017", url: expect.stringMatching(/^https/)}]);
    expect(answer.text.en).toContain("Sources: Apostrophe, 27 February 2017, https://");
    expect(answer.cite.en.apa).toContain("Apostrophe. (2017, February 27).");
    expect(answer.cite.ru.bibtex).toMatch(
      /^@misc\{concord-trade\.turnover\.2009\.blr\.goods,\n {2}author = \{Concord\}/
    );
  });

  it("finds every figure that an answer works out, with inputs that are found too", async () => {
    const output = await json<TurnoverOutput>(`/api/turnover?${pair}`);
    const computed = computedFigures(output);
    expect(computed.length).toBeGreaterThan(100);
    for (const {id} of computed) {
      const answer = await why(id);
      expect(answer).toMatchObject({computed: true, figure: {id}});
      const found = new Set(answer.inputs.map(({figure}) => figure.id));
      const wanted = [answer.figure, ...answer.inputs.map(({figure}) => figure)].flatMap(({inputs = []}) => inputs);
      expect(wanted.filter((one) => !found.has(one))).toEqual([]);
    }
  });

  it("explains growth with its two levels, and cites their sources", async () => {
    const answer = await why("growth.trade.turnover.2010.blr.goods.trade.turnover.2009.blr.goods");
    expect(answer.figure.formula).toBe("100 * (level / base - 1)");
    expect(answer.words.en.title).toBe("turnover of Belarus and Russia, change from 2009 to 2010");
    expect(answer.inputs.map(({figure}) => figure.id).slice(0, 1)).toEqual(["trade.turnover.2010.blr.goods"]);
    expect(answer.sources.length).toBe(2);
  });

  it("lays earlier and later vintages and other bases beside it", async () => {
    const {figures} = await json<FiguresAnswer>(`/api/figures?${pair}&indicator=turnover&period=2022&limit=1000`);
    const answers = await Promise.all(figures.map(({id}) => why(id)));
    expect(answers.some(({vintages}) => vintages.some(({when}) => when === "later"))).toBe(true);
    expect(answers.some(({vintages}) => vintages.some(({when}) => when === "earlier"))).toBe(true);
    for (const {figure, others, basisKey} of answers) {
      expect(others.every((other) => other.figure.period === figure.period)).toBe(true);
      expect(others.map((other) => other.figure.id)).not.toContain(figure.id);
      expect(basisKey).toContain("turnover");
    }
  });

  it("does not know a figure before its day", async () => {
    const {status, body} = await problem("/api/figures/trade.turnover.2009.blr.goods?asOf=2010");
    expect([status, body.detail]).toEqual([404, 'Figure "trade.turnover.2009.blr.goods" was not known on 2010-12-31']);
  });

  it.each([
    "nothing",
    "growth.nothing",
    "growth.growth.growth",
    "growth.trade.turnover.2009.blr.goods.x",
    "%00",
    "..%2F"
  ])("says that there is no %s", async (id) => {
    expect((await problem(`/api/figures/${id}`)).status).toBe(404);
  });
});
