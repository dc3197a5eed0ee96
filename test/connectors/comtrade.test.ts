import {spawn} from "node:child_process";
import {once} from "node:events";
import {existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pull} from "../../src/connectors/pull/pull.ts";
import {revisionsOf} from "../../src/connectors/revisions.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {concord} from "../cli/captured.ts";
import {type Answering, loopback, send, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";
import {sharedFile} from "../support/shared.ts";

const comtrade = sourceNamed("comtrade");

const empty = JSON.stringify({elapsedTime: "0.08 secs", count: 0, data: [], error: ""});

/** Rows of one flow of one book, in the form of the service. */
function row(changes: Record<string, unknown> = {}) {
  const value = Number(changes.primaryValue ?? 100);
  const isImport = changes.flowCode === "M";
  return {
    typeCode: "C",
    freqCode: "A",
    refMonth: 52,
    period: "2020",
    reporterCode: 112,
    reporterISO: "BLR",
    reporterDesc: "Belarus",
    flowCode: "X",
    partnerCode: 643,
    partnerISO: "RUS",
    partnerDesc: "Russian Federation",
    classificationCode: "H5",
    cmdCode: "TOTAL",
    cifvalue: isImport ? value : null,
    fobvalue: isImport ? null : value,
    primaryValue: value,
    legacyEstimationFlag: 0,
    isReported: true,
    isAggregate: false,
    ...changes
  };
}

/** The service over all rows: what of them is asked for. */
function serving(rows: readonly ReturnType<typeof row>[]): Answering {
  return ({searchParams}, response) => {
    const has = (name: string, value: unknown) => searchParams.get(name)!.split(",").includes(String(value));
    const data = rows.filter(
      (one) =>
        has("reporterCode", one.reporterCode) &&
        has("partnerCode", one.partnerCode) &&
        has("period", one.period) &&
        has("cmdCode", one.cmdCode) &&
        has("flowCode", one.flowCode)
    );
    send(response, JSON.stringify({elapsedTime: "0.1 secs", count: data.length, data, error: ""}));
  };
}

const both = {economy: ["BLR", "Russia"], period: ["2020"]};

describe("pull() from UN Comtrade", () => {
  const recorded = sharedFile("comtrade_api/comtrade_v1_get_C_A_HS_CHN_2010.json");
  const nothing = sharedFile("comtrade_api/comtrade_v1_error.json");

  it.skipIf(!recorded)("reads a recorded answer, keeps it untouched, and says what has none", async () => {
    const into = join(testFolder(), "china");
    const server = await loopback(({searchParams}, response) =>
      send(response, readFileSync(searchParams.get("reporterCode") === "156" ? recorded! : nothing!))
    );
    const around = surroundings(server.fetch);
    const query = {economy: ["CHN", "ARG", "DEU"], period: ["2010"], world: ["yes"]};
    const result = await pull(comtrade, {query, into, surroundings: around});
    expect(result.figures).toEqual({added: 4, revised: 0, unchanged: 0});
    expect(result.notices).toMatchObject([{code: "no-rows", count: 2}]);
    const pack = await readPack(into);
    const argentina = pack.figures.find(({basis}) => basis.indicator === "imports" && basis.partner === "ARG")!;
    expect(argentina).toMatchObject({
      basis: {economy: "CHN", reporter: "CHN", coverage: "goods", valuation: "cif", prices: "current", unit: "USD"},
      period: "2010",
      value: 6804128143,
      status: "reported",
      stage: "final",
      known: "2024-12-31"
    });
    const source = pack.sources.find(({id}) => id === argentina.sources[0])!;
    expect(readFileSync(join(into, source.locator!))).toEqual(readFileSync(recorded!));
    const journal = readFileSync(join(into, "raw/comtrade/2024-12-31/provenance.jsonl"), "utf8").trim().split("\n");
    expect(journal.map((line) => JSON.parse(line))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          url: source.url,
          sha256: source.sha256,
          licence: "UN Comtrade terms",
          citation: comtrade.citation,
          publisher: comtrade.publisher
        })
      ])
    );
    expect(server.asked[0]!.url).toContain("/public/v1/preview/C/A/HS?reporterCode=156&period=2010");
  });

  const mirror = sharedFile("comtrade_mirror/blr_rus_hs27_hs44_1996_2017.csv");

  it.skipIf(!mirror)("brings both books of a flow together, as turnover shows them", async () => {
    const [, ...lines] = readFileSync(mirror!, "utf8").trim().split("\n");
    const rows = lines.map((line) => {
      const [year, classificationCode, reporterCode, reporterISO, partnerCode, partnerISO, flow, cmdCode, value] =
        line.split(",");
      return row({
        period: year,
        classificationCode,
        reporterCode: Number(reporterCode),
        reporterISO,
        partnerCode: Number(partnerCode),
        partnerISO,
        flowCode: {Export: "X", Import: "M", "Re-Export": "RX", "Re-Import": "RM"}[flow!],
        cmdCode,
        primaryValue: Number(value)
      });
    });
    const into = join(testFolder(), "mirror");
    const server = await loopback(serving(rows));
    const query = {economy: ["BLR", "RUS"], period: ["1996/2017"], product: ["HS:27", "HS:44"]};
    const result = await pull(comtrade, {query, into, surroundings: surroundings(server.fetch)});
    const asides = rows.filter(({reporterCode, partnerCode}) => reporterCode === partnerCode); // Russia with itself
    expect(result.figures.added).toBe(rows.length - asides.length);
    expect((await checkPack(into)).violations).toEqual([]);
    const asked = ["turnover", "RUS", "BLR", "--pack", into, "--product", "HS:27", "--period", "2014"];
    const store = ["--store", join(testFolder(), "store.duckdb")];
    const {out, code} = await concord([...asked, ...store, "--json"]);
    expect(code).toBe(0);
    const {gaps} = JSON.parse(out) as {gaps: {direction: string; absolute: number}[]};
    expect(gaps.find(({direction}) => direction === "RUS>BLR")!.absolute).toBe(11_597_620_200 - 8_363_553_895);
  });

  it("adds a vintage when a later pull differs, and nothing when it does not", async () => {
    const into = join(testFolder(), "vintages");
    const first = await loopback(serving([row(), row({flowCode: "M", primaryValue: 200})]));
    await pull(comtrade, {query: both, into, surroundings: surroundings(first.fetch, {date: "2024-01-31"})});
    const revised = await loopback(serving([row({primaryValue: 110}), row({flowCode: "M", primaryValue: 200})]));
    const again = {query: both, into, surroundings: surroundings(revised.fetch, {date: "2024-06-30"})};
    expect((await pull(comtrade, again)).figures).toEqual({added: 0, revised: 1, unchanged: 1});
    expect((await pull(comtrade, again)).figures).toEqual({added: 0, revised: 0, unchanged: 2});
    const pack = await readPack(into);
    expect(pack.figures.map(({value, known}) => [value, known])).toEqual([
      [100, "2024-01-31"],
      [200, "2024-01-31"],
      [110, "2024-06-30"]
    ]);
    const {revisions} = revisionsOf(pack);
    expect(revisions).toMatchObject([
      {period: "2020", old: {value: 100}, new: {value: 110}, change: 10, percent: 10, publisher: comtrade.publisher}
    ]);
    expect(revisionsOf(pack, "2024-06-30").revisions).toEqual([]);
    const {out} = await concord(["diff", into, "--since", "2024-02"]);
    expect(out).toContain("exports of Belarus to Russia");
    expect(out).toContain("2020  100 USD (2024-01-31) → 110 USD (2024-06-30)  +10 USD (+10.00%)");
    expect(out).toContain("1 revision after 2024-02-29, 0 figures of which nothing was known before");
    const json = JSON.parse((await concord(["diff", into, "--json"])).out) as {revisions: unknown[]};
    expect(json.revisions).toHaveLength(1);
  });

  it("leaves an unchanged answer where it is, when the source says so", async () => {
    const into = join(testFolder(), "unchanged");
    const server = await loopback((url, response, request, count) => {
      if (request.headers["if-none-match"] === '"7"') response.writeHead(304).end();
      else {
        response.setHeader("etag", '"7"');
        serving([row()])(url, response, request, count);
      }
    });
    const at = (date: string) => ({query: both, into, surroundings: surroundings(server.fetch, {date})});
    await pull(comtrade, at("2024-01-31"));
    const result = await pull(comtrade, at("2024-02-29"));
    expect(result.answers).toEqual({received: 2, unchanged: 2, kept: 0});
    expect(readdirSync(join(into, "raw/comtrade/2024-02-29"))).toEqual(["provenance.jsonl"]);
    const third = await pull(comtrade, at("2024-03-31"));
    expect(third.answers.unchanged).toBe(2);
    expect(third.figures).toEqual({added: 0, revised: 0, unchanged: 1});
  });

  it("halves a question whose answer is as long as the limit", async () => {
    const years = Array.from({length: 12}, (_, index) => String(2000 + index));
    const codes = Array.from({length: 60}, (_, index) => String(index + 10));
    const rows = years.flatMap((period) => codes.map((cmdCode) => row({period, cmdCode})));
    const server = await loopback((url, response, request, count) => {
      const whole = serving(rows);
      const cut = Object.create(response) as typeof response;
      cut.end = ((body: string) => {
        const {data, ...rest} = JSON.parse(body) as {data: unknown[]};
        const text = JSON.stringify({...rest, data: data.slice(0, 500)});
        response.setHeader("content-type", "application/json");
        return response.end(text);
      }) as typeof response.end;
      cut.writeHead = (() => cut) as typeof response.writeHead;
      whole(url, cut, request, count);
    });
    const into = join(testFolder(), "halves");
    const query = {economy: ["BLR", "RUS"], period: ["2000/2011"], product: codes.map((code) => `HS:${code}`)};
    const result = await pull(comtrade, {query, into, surroundings: surroundings(server.fetch)});
    expect(result.figures.added).toBe(rows.length);
    expect(server.asked).toHaveLength(4); // one for Russia's books, three for Belarus's: the whole and its halves
  });

  it("keeps rows that contradict each other, and says so", async () => {
    const into = join(testFolder(), "twice");
    const server = await loopback(serving([row(), row(), row({primaryValue: 7, classificationCode: "H4"})]));
    const {figures, notices} = await pull(comtrade, {query: both, into, surroundings: surroundings(server.fetch)});
    expect(figures).toEqual({added: 2, revised: 0, unchanged: 1});
    expect(notices).toMatchObject([{code: "no-rows"}, {code: "repeated-keys", count: 1}]);
    expect((await readPack(into)).figures.map(({value}) => value)).toEqual([100, 7]);
  });

  it("asks with a key when there is one, and never writes it down", async () => {
    const into = join(testFolder(), "key");
    const server = await loopback(serving([row()]));
    const around = surroundings(server.fetch, {env: {COMTRADE_API_KEY: "s3cret"}});
    await pull(comtrade, {query: both, into, surroundings: around});
    expect(server.asked[0]!.url).toContain("/data/v1/get/C/A/HS");
    expect(server.asked[0]!.headers["ocp-apim-subscription-key"]).toBe("s3cret");
    const files = readdirSync(into, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(4);
    for (const {parentPath, name} of files)
      expect(readFileSync(join(parentPath, name), "utf8")).not.toContain("s3cret");
  });

  it("keeps partners that the house does not know as areas of the pack", async () => {
    const into = join(testFolder(), "areas");
    const rows = [
      row({partnerCode: 0, partnerISO: "W00"}),
      row({partnerCode: 899, partnerISO: "_X ", partnerDesc: "Areas, nes"})
    ];
    const server = await loopback((_, response) => send(response, JSON.stringify({count: 2, data: rows, error: null})));
    await pull(comtrade, {
      query: {...both, economy: ["BLR"], world: ["yes"]},
      into,
      surroundings: surroundings(server.fetch)
    });
    const {figures, register} = await readPack(into);
    expect(figures.map(({basis}) => basis.partner)).toEqual(["WLD", "comtrade-899"]);
    expect(register.entities).toEqual([{id: "comtrade-899", kind: "region", names: {en: "Areas, nes"}}]);
  });

  it.each([
    ["truncated JSON", (response: Parameters<Answering>[1]) => send(response, empty.slice(0, 30)), "breaks off"],
    [
      "HTML",
      (response: Parameters<Answering>[1]) => send(response, "<html>x", {"content-type": "text/html"}),
      'sent "text/html"'
    ],
    [
      "another shape",
      (response: Parameters<Answering>[1]) => send(response, '{"rows": []}'),
      '"count" that is not as known'
    ],
    ["an error of the server", (response: Parameters<Answering>[1]) => send(response, "", {}, 500), "answered 500"]
  ])("leaves an earlier vintage untouched after %s", async (_, bad, words) => {
    const into = join(testFolder(), "bad");
    const good = await loopback(serving([row()]));
    await pull(comtrade, {query: both, into, surroundings: surroundings(good.fetch, {date: "2024-01-31"})});
    const before = readFileSync(join(into, "figures/comtrade.csv"), "utf8");
    const server = await loopback((__, response) => bad(response));
    const failed = pull(comtrade, {query: both, into, surroundings: surroundings(server.fetch)});
    await expect(failed).rejects.toThrow(words);
    expect(readFileSync(join(into, "figures/comtrade.csv"), "utf8")).toBe(before);
    expect((await checkPack(into)).violations).toEqual([]);
    expect(readdirSync(into).sort()).toEqual(["datapackage.json", "figures", "raw", "sources.csv"]);
  });

  it("adds to a pack that people made without touching their rows", async () => {
    const into = join(testFolder(), "own");
    await concord(["pack", "new", into, "--economy", "BLR", "--economy", "RUS"]);
    const typed = readFileSync(join(into, "sources.csv"), "utf8");
    const server = await loopback(serving([row()]));
    await pull(comtrade, {query: both, into, surroundings: surroundings(server.fetch)});
    expect(readFileSync(join(into, "sources.csv"), "utf8").startsWith(typed)).toBe(true);
    expect((await readPack(into)).figures).toHaveLength(2);
    writeFileSync(join(into, "sources.csv"), `${typed}broken\n`);
    await expect(pull(comtrade, {query: both, into, surroundings: surroundings(server.fetch)})).rejects.toThrow(
      /has \d+ violations, wanted none before more is pulled/
    );
  });

  it.each([
    [{economy: ["Atlantis"], period: ["2020"]}, 'Economy "Atlantis" is not known'],
    [{economy: ["BLR"], period: ["2020"]}, "has no partner to trade with"],
    [{economy: ["BLR", "RUS"], period: ["2020-06-28"]}, 'Period "2020-06-28" cannot be asked for'],
    [{economy: ["BLR", "RUS"], period: ["2020"], product: ["27"]}, 'Product "27" is not made of'],
    [{economy: ["BLR", "RUS"]}, 'no "period", which it needs'],
    [{...both, colour: ["red"]}, '"colour", which it has not']
  ])("refuses %j before it asks", async (query, words) => {
    const server = await loopback(() => expect.fail("was asked"));
    const refused = pull(comtrade, {query, into: join(testFolder(), "x"), surroundings: surroundings(server.fetch)});
    await expect(refused).rejects.toThrow(words);
    await expect(refused).rejects.toMatchObject({code: "invalid_query"});
  });
});

describe("a pull that is killed", () => {
  it("is taken up where it was, and asks for nothing twice", async () => {
    const into = join(testFolder(), "killed");
    const years = Array.from({length: 60}, (_, index) => String(1964 + index));
    const rows = years.map((period) => row({period}));
    let isSlow = true;
    const server = await loopback((url, response, request, count) => {
      if (isSlow && server.asked.length > 3) return; // the fourth answer never comes
      serving(rows)(url, response, request, count);
    });
    const child = spawn(
      process.execPath,
      ["--import", "tsx", join(import.meta.dirname, "../support/pull-forever.ts"), into, String(server.port)],
      {stdio: "inherit"}
    );
    while (server.asked.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill("SIGKILL");
    const [, signal] = await once(child, "exit");
    expect(signal).toBe("SIGKILL");
    expect(existsSync(join(into, "datapackage.json"))).toBe(false);
    expect(existsSync(join(into, ".pull.lock"))).toBe(true);
    const before = server.asked.length;
    isSlow = false;
    const query = {economy: ["BLR", "RUS"], period: ["1964/2023"]};
    const result = await pull(comtrade, {query, into, surroundings: surroundings(server.fetch)});
    expect(result.answers).toEqual({received: 7, unchanged: 0, kept: 3});
    expect(server.asked.length - before).toBe(7);
    expect(result.figures.added).toBe(60);
    expect(readdirSync(join(into, "raw/comtrade/2024-12-31")).filter((name) => name.startsWith("."))).toEqual([]);
    expect((await checkPack(into)).violations).toEqual([]);
  });
});
