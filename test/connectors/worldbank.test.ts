import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {emptyIso, errorInAnswer, noRows, numberAsText} from "../../src/connectors/worldbank/fixes.ts";
import {meaningOf} from "../../src/connectors/worldbank/series.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {loopback, send, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";

const worldbank = sourceNamed("worldbank");

function row(iso: string, date: string, value: number | null, changes: object = {}) {
  return {
    indicator: {id: "NY.GDP.MKTP.CD", value: "GDP (current US$)"},
    country: {id: iso.slice(0, 2), value: iso},
    countryiso3code: iso,
    date,
    value,
    unit: "",
    obs_status: "",
    decimal: 0,
    ...changes
  };
}

const query = {economy: ["BLR", "Russia"], indicator: ["NY.GDP.MKTP.CD"], period: ["2019/2020"]};

describe("pull() from World Bank Indicators", () => {
  it("reads all pages, with the day of the last update as vintage", async () => {
    const pages = [
      [row("BLR", "2020", 61.3e9), row("BLR", "2019", null)],
      [row("RUS", "2020", 1.493e12, {obs_status: "F"})]
    ];
    const server = await loopback(({searchParams}, response) => {
      const page = Number(searchParams.get("page"));
      const head = {page, pages: 2, per_page: "2", total: "3", sourceid: "2", lastupdated: "2024-12-16"};
      send(response, JSON.stringify([head, pages[page - 1]]));
    });
    const into = join(testFolder(), "wb");
    const result = await pull(worldbank, {query, into, surroundings: surroundings(server.fetch)});
    expect(server.asked[0]!.url).toBe(
      "/v2/country/BLR;RUS/indicator/NY.GDP.MKTP.CD?format=json&per_page=10000&date=2019%3A2020&page=1"
    );
    expect(result.notices).toMatchObject([{code: "no-value", count: 1, examples: ["BLR 2019"]}]);
    const {figures} = await readPack(into);
    expect(
      figures.map(({basis, value, status, known}) => [basis.economy, basis.indicator, basis.unit, value, status, known])
    ).toEqual([
      ["BLR", "gdp", "USD", 61.3e9, "reported", "2024-12-16"],
      ["RUS", "gdp", "USD", 1.493e12, "forecast", "2024-12-16"]
    ]);
    expect((await checkPack(into)).violations).toEqual([]);
  });

  it("says what the service says when it answers 200 and no data", async () => {
    const answer = [{message: [{id: "120", key: "Invalid value", value: "The provided parameter value is not valid"}]}];
    const server = await loopback((_, response) => send(response, JSON.stringify(answer)));
    const failed = pull(worldbank, {query, into: join(testFolder(), "wb"), surroundings: surroundings(server.fetch)});
    await expect(failed).rejects.toThrow('says "Invalid value: The provided parameter value is not valid"');
  });

  it("leaves aside a series whose unit nobody states, and keeps groups of economies as regions", async () => {
    const rows = [
      row("", "2020", 7, {
        indicator: {id: "SP.POP.TOTL", value: "Population, total"},
        country: {id: "Z4", value: "East Asia & Pacific"}
      }),
      row("BLR", "2020", 7, {indicator: {id: "XX.YY", value: "Ease of something"}})
    ];
    const server = await loopback((_, response) =>
      send(response, JSON.stringify([{page: 1, pages: 1, per_page: 50, total: 2, lastupdated: "2024-12-16"}, rows]))
    );
    const into = join(testFolder(), "wb");
    const result = await pull(worldbank, {query, into, surroundings: surroundings(server.fetch)});
    expect(result.notices).toMatchObject([{code: "unknown-unit", examples: ["XX.YY Ease of something"]}]);
    const {figures, register} = await readPack(into);
    expect(figures[0]!.basis).toEqual({indicator: "population", kind: "count", unit: "1", economy: "worldbank-Z4"});
    expect(register.entities).toEqual([{id: "worldbank-Z4", kind: "region", names: {en: "East Asia & Pacific"}}]);
  });

  it("says when nothing is there", async () => {
    const server = await loopback((_, response) =>
      send(response, JSON.stringify([{page: 0, pages: 0, per_page: 0, total: 0, lastupdated: null}, null]))
    );
    const result = await pull(worldbank, {
      query,
      into: join(testFolder(), "wb"),
      surroundings: surroundings(server.fetch)
    });
    expect(result.notices).toMatchObject([{code: "no-rows"}]);
  });
});

it("meaningOf() takes the unit from the name of a series", () => {
  expect(meaningOf("NE.TRD.GNFS.ZS", "Trade (% of GDP)")).toEqual({
    indicator: "ne.trd.gnfs.zs",
    kind: "ratio",
    unit: "%"
  });
  expect(meaningOf("NY.GDP.MKTP.KD", "GDP (constant 2015 US$)")).toMatchObject({
    unit: "USD",
    prices: {constant: 2015, deflator: "worldbank"}
  });
  expect(meaningOf("X", "Ease of something")).toBeUndefined();
});

it("fixes of World Bank Indicators do what they say", () => {
  expect(errorInAnswer.apply([{page: 1}, []])).toBeUndefined();
  expect(noRows.apply(null)).toEqual([]);
  expect(numberAsText.apply("50")).toBe(50);
  expect(emptyIso.apply({countryiso3code: "", country: {id: "Z4"}})).toBe("Z4");
});
