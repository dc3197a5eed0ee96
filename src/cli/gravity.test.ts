import {mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {concord} from "../../test/cli/captured.ts";
import {figureSchema} from "../base/figure.ts";
import {gravityFitSchema, separationSchema} from "../gravity/output.ts";

const folder = mkdtempSync(join(tmpdir(), "concord-gravity-"));
const example = "docs/examples/gravity.csv";
const threeWay = "trade ~ rta | exporter^year + importer^year + exporter^importer";
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const gravity = (...args: string[]) => concord(["gravity", ...args]);
const fitted = async (...args: string[]) => gravityFitSchema.parse(JSON.parse((await gravity(...args, "--json")).out));
const rows = readFileSync(example, "utf8").trim().split("\n");

describe("concord gravity", () => {
  it("writes a fit that its schema accepts, near the truth that the data were made with", async () => {
    const formula = "trade ~ log(dist) + cntg + rta + border | exporter^year + importer^year";
    const fit = await fitted(
      example,
      "--let",
      "border = exporter <> importer",
      "--formula",
      formula,
      "--cluster",
      "exporter^importer"
    );
    expect(fit).toMatchObject({
      observations: 864,
      converged: true,
      separated: [],
      fixedEffects: [{levels: 72}, {levels: 72}]
    });
    const truth = {"log(dist)": -0.8, cntg: 0.4, rta: 0.35, border: -1.5};
    for (const {name, estimate, standardError} of fit.coefficients)
      expect(Math.abs(estimate - truth[name as keyof typeof truth]), name).toBeLessThan(4 * standardError!);
  });

  it("lays several models side by side, in text, Markdown, LaTeX and CSV", async () => {
    const models = [
      example,
      "--formula",
      "log(trade) ~ rta | exporter + importer",
      "--formula",
      threeWay,
      "--family",
      "ols",
      "--family",
      "poisson"
    ];
    expect((await gravity(...models)).out).toMatch(/\(1\) Least squares +\(2\) PPML/);
    expect((await gravity(...models, "--markdown")).out).toContain("|  | (1) Least squares | (2) PPML |");
    expect((await gravity(...models, "--latex")).out).toContain("exporter\\textasciicircum{}year");
    expect((await gravity(...models, "--csv")).out.trim().split("\n")).toHaveLength(3);
    expect((await gravity(...models, "--language", "ru", "--stars")).out).toContain("Наблюдений");
  });

  it("keeps every line within the terminal", async () => {
    const {out} = await concord(
      ["gravity", example, "--formula", threeWay, "--cluster", "exporter^importer", "--tests"],
      {columns: 80}
    );
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("shows each step at a terminal only", async () => {
    expect((await gravity(example, "--formula", threeWay)).err).toBe("");
    expect((await concord(["gravity", example, "--formula", threeWay], {isTTY: true})).err).toMatch(/^step 1: change/);
  });

  it("writes predictions, effects, trade costs, figures and a plot", async () => {
    const [predictions, effects, costs, figures, plot] = ["p.csv", "e.csv", "c.csv", "f.json", "plot.svg"].map((name) =>
      join(folder, name)
    );
    const {code} = await gravity(
      example,
      "--formula",
      threeWay,
      "--elasticity",
      "5",
      "--predictions",
      predictions!,
      "--fixed-effects",
      effects!,
      "--trade-costs",
      costs!,
      "--figures",
      figures!,
      "--plot",
      plot!
    );
    expect(code).toBe(0);
    const read = (path: string) =>
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(","));
    const margins = new Map<string, number>();
    for (const [, exporter, , year, observed, value] of read(predictions!).slice(1))
      margins.set(`${exporter} ${year}`, (margins.get(`${exporter} ${year}`) ?? 0) + Number(observed) - Number(value));
    expect(Math.max(...[...margins.values()].map(Math.abs))).toBeLessThan(1e-4);
    expect(read(effects!)).toHaveLength(1 + 72 + 72 + 144);
    const [head, ...pairs] = read(costs!);
    expect(head).toEqual(["exporter", "importer", "value", "observed", "openness", "cost_percent"]);
    expect(pairs).toHaveLength(144);
    const home = pairs.find(([exporter, importer]) => exporter === importer)!;
    expect([Number(home[4]), Number(home[5])]).toEqual([expect.closeTo(1, 9), expect.closeTo(0, 9)]);
    const parsed = JSON.parse(readFileSync(figures!, "utf8")).map((one: unknown) => figureSchema.parse(one));
    expect(parsed[0]).toMatchObject({status: "modelled", period: "2001/2006", low: expect.any(Number)});
    expect(readFileSync(plot!, "utf8")).toMatch(/^<svg .*95 % intervals/s);
  });

  it("writes trade costs of a year or of all", async () => {
    const costs = join(folder, "costs-by-year.csv");
    const write = (year: string) =>
      gravity(example, "--formula", threeWay, "--trade-costs", costs, "--trade-costs-year", year);
    const lines = () => readFileSync(costs, "utf8").trim().split("\n");
    expect((await write("all")).code).toBe(0);
    expect(lines()[0]).toBe("year,exporter,importer,value,observed,openness,cost_percent");
    const years = new Set(
      lines()
        .slice(1)
        .map((line) => line.split(",")[0])
    );
    expect(years.size).toBe(6);
    const [first] = years;
    expect((await write(first!)).code).toBe(0);
    expect(lines()).toHaveLength(145);
    const {code, err} = await write("1900");
    expect(code).not.toBe(0);
    expect(err).toContain('--trade-costs-year: found "1900", wanted a year of the model or "all"');
  });

  it("corrects biases, and the jackknife is the same for the same seed", async () => {
    const fit = await fitted(example, "--formula", threeWay, "--bias-correction", "--jackknife", "3", "--seed", "7");
    const again = await fitted(example, "--formula", threeWay, "--jackknife", "3", "--seed", "7");
    expect(fit.biasCorrection).toMatchObject({ways: 3, coefficients: [{name: "rta"}]});
    expect(again.jackknife).toEqual(fit.jackknife);
    const refused = await gravity(example, "--formula", "trade ~ rta | exporter + importer", "--bias-correction");
    expect(refused).toMatchObject({code: 2, err: expect.stringContaining("exporter^year + importer^year")});
  });

  it("tests by a bootstrap where clusters are few", async () => {
    const asked = [
      "--formula",
      "trade ~ rta | exporter^year + importer^year",
      "--cluster",
      "exporter",
      "--bootstrap",
      "999"
    ];
    const fit = await fitted(example, ...asked);
    expect(fit.warnings.find(({code}) => code === "few-clusters")).toMatchObject({
      name: "exporter",
      count: expect.any(Number)
    });
    expect(fit.bootstrap).toMatchObject({seed: 1, coefficients: [{name: "rta", p: expect.any(Number)}]});
    expect((await gravity(example, ...asked)).out).toContain("Wild score bootstrap");
  });

  it("answers from the exports in a pack's figures", async () => {
    const fit = await fitted(
      "packs/union-state",
      "--formula",
      "trade ~ 1 | exporter",
      "--where",
      "coverage = 'goods' and unit = 'USD'"
    );
    expect(fit.observations).toBeGreaterThan(3);
  });

  it("lists recipes that parse, each with a source", async () => {
    const {out} = await gravity("recipes", "--json");
    for (const {formula, source} of JSON.parse(out)) {
      expect(source).toMatch(/\d{4}/);
      expect(formula).toContain("~");
    }
    expect((await gravity("recipes", "phase-in")).out).toContain("rta_lag12");
    expect((await gravity("recipes", "none")).err).toContain("the recipes are ols");
  });
});

describe("concord gravity meets", () => {
  const json = async (...args: string[]) => fitted(...args);

  it("pairs that never trade, and says which rows", async () => {
    const zero = file("zero.csv", rows.map((row) => row.replace(/^(ALD,BOR,\d+),[^,]+/, "$1,0")).join("\n"));
    const fit = await json(zero, "--formula", threeWay);
    expect(fit.dropped).toEqual([{reason: "all zero in a level of a fixed effect", count: 6}]);
    expect(fit.separated).toHaveLength(6);
    const found = separationSchema.parse(
      JSON.parse((await gravity("separation", zero, "--formula", threeWay, "--json")).out)
    );
    expect(found.separated.map(({row}) => row)).toEqual(fit.separated);
    expect(found.separated[0]).toMatchObject({by: "fixed-effects", level: "exporter^importer = ALD^BOR"});
    expect((await gravity("separation", zero, "--formula", threeWay)).out).toContain("ALD^BOR");
  });

  it("rows that regressors separate, by the stages that are asked for", async () => {
    const own = ["--let", "never = trade = 0", "--formula", "trade ~ rta + never | exporter + importer"];
    const search = async (...args: string[]) =>
      separationSchema.parse(JSON.parse((await gravity("separation", example, ...own, "--json", ...args)).out));
    const all = await search();
    expect(all).toMatchObject({complete: true, stages: {fe: 0, simplex: 4, relu: 0}});
    expect(all.combination).toEqual([{name: "never", coefficient: 1}]);
    expect(all.certificateError).toBeLessThan(1e-8);
    const relu = await search("--separation", "relu");
    expect(relu).toMatchObject({complete: true, stages: {fe: 0, simplex: 0, relu: 4}});
    expect(relu.separated.map(({row}) => row)).toEqual(all.separated.map(({row}) => row));
    for (const none of ["fe", "none"]) {
      expect(await search("--separation", none)).toMatchObject({complete: false, separated: []});
      const text = (await gravity("separation", example, ...own, "--separation", none)).out;
      expect(text).toContain("Regressors were not looked at");
      const fit = await json(example, ...own, "--separation", none);
      expect(fit.separated).toEqual([]);
      expect(fit.warnings.map(({code}) => code)).not.toContain("separation-unfinished");
    }
    expect((await json(example, ...own)).dropped).toEqual([{reason: "separated by regressors", count: 4}]);
    expect((await gravity("separation", example, ...own)).out).toContain("4 (simplex 4)");
    const refused = await gravity("separation", example, ...own, "--separation", "fe,simplx");
    expect(refused).toMatchObject({code: 2, err: expect.stringContaining("wanted any of fe, simplex, relu")});
  });

  it("singletons, which ppmlhdfe drops", async () => {
    const lonely = file("lonely.csv", [...rows, "XXX,ALD,2001,5,100,0,0"].join("\n"));
    const fit = await json(lonely, "--formula", "trade ~ rta | exporter + importer", "--ssc", "ppmlhdfe");
    expect(fit.dropped).toEqual([{reason: "alone in a level of a fixed effect", count: 1}]);
  });

  it("missing cells of all spellings, counted by reason", async () => {
    const gaps = file(
      "gaps.csv",
      [...rows, "ALD,BOR,2001,NA,1,0,0", "ALD,BOR,2001,NaN,1,0,0", "ALD,BOR,2001,1,.,0,0", ",BOR,2001,1,5,0,0"].join(
        "\n"
      )
    );
    const fit = await json(gaps, "--formula", "trade ~ dist | exporter");
    expect(fit.dropped).toEqual([
      {reason: "trade is missing", count: 2},
      {reason: "dist is missing", count: 1},
      {reason: "exporter is missing", count: 1}
    ]);
  });

  it("negative trade with an error that names the rows", async () => {
    const negative = file("negative.csv", [...rows, "ALD,BOR,2001,-3,1,0,0"].join("\n"));
    expect(await gravity(negative, "--formula", "trade ~ dist")).toMatchObject({
      code: 1,
      err: expect.stringContaining("trade below zero in row 865")
    });
  });

  it("collinear regressors, listed with their reason", async () => {
    const fit = await json(example, "--formula", "trade ~ rta + I(2 * rta) | exporter");
    expect(fit.omitted).toEqual([{name: "I(2 * rta)", reason: "collinear with fixed effects or earlier regressors"}]);
  });

  it("one cluster and more effects than rows, with a warning", async () => {
    const one = await json(example, "--formula", "trade ~ rta | exporter", "--let", "all = 1", "--cluster", "all");
    expect(one.coefficients[0]).toMatchObject({standardError: null, p: null});
    expect(one.warnings.map(({code}) => code)).toContain("one-cluster");
    const many = await json(example, "--formula", "trade ~ rta | exporter^importer^year");
    expect(many.warnings.map(({code}) => code)).toContain("no-degrees-of-freedom");
  });

  it("trade scaled by 1e12 and shuffled rows, with the same estimates", async () => {
    const base = await json(example, "--formula", threeWay, "--cluster", "exporter^importer");
    const scaled = await json(
      example,
      "--formula",
      `I(trade * 1e12)${threeWay.slice(5)}`,
      "--cluster",
      "exporter^importer"
    );
    const [head, ...body] = rows;
    const shuffled = await json(
      file("shuffled.csv", [head, ...body.reverse()].join("\n")),
      "--formula",
      threeWay,
      "--cluster",
      "exporter^importer"
    );
    for (const other of [scaled, shuffled]) {
      expect(other.coefficients[0]!.estimate).toBeCloseTo(base.coefficients[0]!.estimate, 9);
      expect(other.coefficients[0]!.standardError).toBeCloseTo(base.coefficients[0]!.standardError!, 8);
    }
  });

  it("a border without domestic trade, and data of every second year, with warnings", async () => {
    const fit = await json(
      example,
      "--formula",
      "trade ~ log(dist) + border | exporter^year + importer^year",
      "--let",
      "border = exporter <> importer",
      "--where",
      "exporter <> importer and year % 2 = 1"
    );
    expect(fit.warnings).toMatchObject([
      {code: "no-domestic-trade", name: "border"},
      {code: "interval-data", steps: [2, 2]}
    ]);
    expect(fit.omitted.map(({name}) => name)).toEqual(["border"]);
  });

  it.each([
    [["--formula", "trade ~ rtaa | exporter"], 2, 'did you mean "rta"?'],
    [["--formula", "trade ~ rta", "--where", "year = 1900"], 1, "found no row where year = 1900"],
    [["--formula", "trade ~ rta", "--where", "yeer = 1900"], 2, '"yeer" not found'],
    [["--formula", "trade ~ rta", "--cluster", "exporterr"], 2, 'did you mean "exporter"?'],
    [["--formula", "trade ~ rta", "--let", "ln_dist"], 2, "wanted a name, = and an expression"],
    [["--formula", "exporter ~ rta"], 1, 'Column "exporter" holds texts'],
    [["--formula", "trade ~ rta", "--total", "rat"], 2, 'did you mean "rta"?'],
    [["--formula", "trade ~ rta", "--vcov", "clustered"], 2, "give --cluster pair"],
    [["--formula", "trade ~ rta", "--json", "--csv"], 2, "exclude each other"],
    [["--formula", "trade ~ rta", "--where", "trade = 0"], 1, "trade zero in all 4 rows"]
  ])("%j with one clear error", async (args, code, text) => {
    const ran = await gravity(example, ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(text);
  });
});
