import {describe, expect, it} from "vitest";
import {figure, knowledge} from "../../test/turnover/figures.ts";
import type {Basis, Figure} from "../base/figure.ts";
import {turnoverOutputSchema} from "./output.ts";
import {turnover} from "./turnover.ts";

const query = {economy: "AAA", partner: "BBB"};
const theirs = {reporter: "BBB"} as const;
const sell = (reporter: string): Partial<Basis> => ({indicator: "exports", reporter});
const buy = (reporter: string): Partial<Basis> => ({indicator: "imports", economy: "AAA", partner: "BBB", reporter});
const answer = (figures: readonly Figure[], more: object = {}) => turnover(knowledge(figures), {...query, ...more});

describe("turnover()", () => {
  it("keeps every basis in a series of its own", () => {
    const {series} = answer([
      figure("a", "2022", 45.8),
      figure("b", "2022", 44.2, theirs),
      figure("c", "2022", 50, {coverage: "goods+services"}),
      figure("d", "2022", 3, {unit: "RUB"})
    ]);
    expect(series.map(({label}) => label)).toEqual([
      "AAA's books, goods",
      "AAA's books, goods, RUB",
      "AAA's books, goods + services",
      "BBB's books, goods"
    ]);
  });

  it("shows the newest known figure and keeps the vintages it replaced", () => {
    const first = figure("first", "2023", 54, {}, {bound: "about", stage: "preliminary", known: "2024-01-29"});
    const later = figure("later", "2023", 53, {}, {step: 1e9, known: "2024-12-05"});
    const shown = answer([first, later]).series[0]!.figures;
    expect(shown.map(({id, role, vintages}) => [id, role, vintages.map((old) => old.id)])).toEqual([
      ["later", "shown", ["first"]]
    ]);
    expect(answer([first]).series[0]!.figures[0]!.value).toBe(54e9);
  });

  it("lets a rougher later statement confirm, not revise", () => {
    const exact = figure("exact", "2022", 45.8);
    const rough = figure("rough", "2022", 46, {}, {bound: "about", known: "2023-06-01"});
    expect(answer([rough, exact]).series[0]!.figures.map(({id, role}) => [id, role])).toEqual([
      ["exact", "shown"],
      ["rough", "beside"]
    ]);
  });

  it("keeps conflicting derived figures side by side", () => {
    const derived: Partial<Figure> = {status: "derived", evidence: "derived", formula: "x", inputs: ["q"]};
    const {series} = answer([
      figure("one", "2021", 40.07, {}, {...derived, known: "2023-01-01"}),
      figure("two", "2021", 39.82, {}, {...derived, known: "2022-01-01"})
    ]);
    expect(series[0]!.figures.map(({id, vintages}) => [id, vintages])).toEqual([
      ["one", []],
      ["two", []]
    ]);
  });

  it("never lets an unverified figure lead where a sourced one stands", () => {
    const weak = figure("weak", "2020", 20, {}, {evidence: "unverified", sources: [], known: "2024-01-01"});
    expect(answer([weak, figure("sure", "2020", 21)]).series[0]!.figures[0]!.id).toBe("sure");
  });

  it("derives turnover from exports both ways in the same books, with formula and inputs", () => {
    const {series, sources} = answer([
      figure("x", "2020", 13.13, sell("AAA"), {step: 1e7}),
      figure("m", "2020", 16.4, buy("AAA"), {sources: ["s2"], known: "2021-02"}),
      figure("other", "2020", 9, {...sell("BBB"), economy: "BBB", partner: "AAA"})
    ]);
    const [total] = series[0]!.figures;
    expect(series[0]!.basis).toMatchObject({indicator: "turnover", reporter: "AAA"});
    expect(total).toMatchObject({status: "derived", evidence: "derived", inputs: ["x", "m"], known: "2021-02"});
    expect(total!.value).toBeCloseTo(29.53e9, 0);
    expect(total!.low).toBeCloseTo(29.475e9, 0);
    expect(sources.map(({id}) => id)).toEqual(["s1", "s2"]);
  });

  it("does not derive what the books state", () => {
    const {series} = answer([
      figure("t", "2020", 29.5),
      figure("x", "2020", 13.1, sell("AAA")),
      figure("m", "2020", 16.4, buy("AAA"))
    ]);
    expect(series[0]!.figures.map(({id}) => id)).toEqual(["t"]);
  });

  it("lays the mirror gap out in dollars and per cent of the exporter's figure", () => {
    const {gaps} = answer([
      figure("export", "2014", 8, {...sell("BBB"), economy: "BBB", partner: "AAA", valuation: "fob"}),
      figure("import", "2014", 9, {...buy("AAA"), valuation: "cif"})
    ]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toMatchObject({period: "2014", direction: "BBB>AAA", absolute: 1e9, percent: 12.5});
    expect(gaps[0]!.reasons.map(({code}) => code)).toEqual(["valuation"]);
  });

  it("says which side is missing or closed", () => {
    const {gaps} = answer([
      figure("t1", "2021", 40),
      figure("t2", "2021", null, theirs, {status: "closed"}),
      figure("t3", "2022", 45)
    ]);
    expect(gaps.map(({period, absolute, reasons}) => [period, absolute, reasons.map(({code}) => code)])).toEqual([
      ["2021", null, ["closed"]],
      ["2022", null, ["one-sided"]]
    ]);
  });

  it("compares like coverage with like, and names the scope where nothing is alike", () => {
    const goods = figure("g", "2022", 45);
    const wide = figure("w", "2022", 50, {coverage: "goods+services"});
    const mirror = figure("m", "2022", 44, theirs);
    expect(answer([wide, goods, mirror]).gaps.map(({exporterFigure}) => exporterFigure?.id)).toEqual(["g"]);
    expect(answer([wide, mirror]).gaps[0]!.reasons.map(({code}) => code)).toContain("scope");
  });

  it("suspects a unit where the ratio is near a power of ten", () => {
    const {gaps} = answer([figure("a", "2022", 45), figure("b", "2022", 45_200, theirs)]);
    expect(gaps[0]!.reasons.map(({code}) => code)).toContain("unit-error");
  });

  it("is the same seen from the other side, with exporter and importer of turnover exchanged", () => {
    const figures = [figure("a", "2022", 45), figure("b", "2022", 50, theirs)];
    const mirrored = turnover(knowledge(figures), {economy: "BBB", partner: "AAA"});
    expect(answer(figures).gaps[0]).toMatchObject({direction: "AAA=BBB", absolute: 5e9});
    expect(mirrored.gaps[0]).toMatchObject({direction: "BBB=AAA", absolute: -5e9, percent: -10});
  });

  it("gives growth an interval and puts the stated change beside it", () => {
    const change = figure(
      "stated",
      "2020",
      null,
      {kind: "change", unit: "%"},
      {value: -17.3, step: 0.1, status: "reported"}
    );
    const {growth} = answer([figure("a", "2019", 35.7), figure("b", "2020", 29.52, {}, {step: 1e7}), change])
      .series[0]!;
    expect(growth).toHaveLength(1);
    expect(growth[0]!.derived!.value).toBeCloseTo(-17.31, 2);
    expect(growth[0]!.derived!.low).toBeLessThan(-17.4);
    expect(growth[0]!.derived!.high).toBeGreaterThan(-17.2);
    expect(growth[0]).toMatchObject({agrees: true, circular: false});
  });

  it("admits that agreement proves nothing where a level was worked out from the change", () => {
    const change = figure(
      "stated",
      "2020",
      null,
      {kind: "change", unit: "%"},
      {value: -17.3, step: 0.1, status: "reported"}
    );
    const base = figure(
      "a",
      "2019",
      35.7,
      {},
      {status: "derived", evidence: "derived", inputs: ["b", "stated"], formula: "b / 0.827"}
    );
    expect(answer([base, figure("b", "2020", 29.52), change]).series[0]!.growth[0]!.circular).toBe(true);
  });

  it("gives no growth across a gap", () => {
    expect(answer([figure("a", "2018", 35), figure("b", "2020", 29)]).series[0]!.growth).toEqual([]);
  });

  it("states how far back a record goes, with the start of the series and its gaps", () => {
    const levels = [40, 30, 28, 33, null, 39].map((value, index) => figure(`f${index}`, String(2013 + index), value));
    const {records} = answer(levels).series[0]!;
    expect(records.filter(({period}) => period === "2018")).toEqual([
      {
        period: "2018",
        type: "highest",
        figure: "f5",
        since: "2013",
        start: "2013",
        gaps: ["2017"],
        exceeds: 3,
        certain: true,
        evidence: "sourced",
        against: []
      }
    ]);
    expect(records.find(({type, period}) => type === "lowest" && period === "2015")).toMatchObject({
      period: "2015",
      since: null,
      start: "2013",
      exceeds: 2
    });
  });

  it("leaves a record open where rounding does, and names unverified figures against it", () => {
    const levels = [
      figure("peak", "2010", 40),
      figure("weak", "2011", 50, {}, {evidence: "unverified", sources: []}),
      figure("a", "2012", 30),
      figure("b", "2013", 31),
      figure("c", "2014", 40)
    ];
    const record = answer(levels).series[0]!.records.find(({period}) => period === "2014");
    expect(record).toMatchObject({since: "2010", certain: false, against: ["weak"], exceeds: 2, gaps: ["2011"]});
  });

  it("repeats the records in constant prices where a price index is known, and marks what rests on unverified ones", () => {
    const index = (year: string, value: number): Figure => ({
      ...figure(`cpi-${year}`, year, null, {}, {value, status: "reported", evidence: "unverified", sources: []}),
      basis: {indicator: "cpi", kind: "level", economy: "USA", unit: "1"}
    });
    const {series} = answer([
      ...[30, 25, 26, 33].map((value, at) => figure(`n${at}`, String(2010 + at), value)),
      ...[100, 105, 110, 120].map((value, at) => index(String(2010 + at), value))
    ]);
    const [nominal, real] = series;
    expect(nominal!.records.find(({period}) => period === "2013")).toMatchObject({type: "highest", since: null});
    expect(real!.basis.prices).toEqual({constant: 2013, deflator: "cpi"});
    expect(real!.figures[0]!.value).toBeCloseTo(36e9, 0);
    expect(real!.records.find(({period}) => period === "2013")).toMatchObject({since: "2010", evidence: "unverified"});
  });

  it("puts all series into the prices of one year, so that they can be compared", () => {
    const index = (year: string, value: number): Figure => ({
      ...figure(`cpi-${year}`, year, null, {}, {value, status: "reported"}),
      basis: {indicator: "cpi", kind: "level", economy: "USA", unit: "1"}
    });
    const {series} = answer([
      figure("a1", "2010", 30),
      figure("a2", "2011", 25),
      figure("b1", "2010", 30, {reporter: "BBB"}),
      figure("b2", "2013", 33, {reporter: "BBB"}),
      ...[100, 105, 110, 120].map((value, at) => index(String(2010 + at), value))
    ]);
    const real = series.filter(({basis}) => typeof basis.prices === "object");
    expect(real.map(({basis}) => basis.prices)).toEqual([
      {constant: 2013, deflator: "cpi"},
      {constant: 2013, deflator: "cpi"}
    ]);
    for (const {figures} of real) expect(figures[0]!.value).toBeCloseTo(36e9, 0);
  });

  it("gives shares with numerator, denominator and rule", () => {
    const {shares} = answer([
      figure("t", "2020", 30),
      figure("x", "2020", 12, sell("AAA")),
      {
        ...figure("world", "2020", 60, sell("AAA")),
        basis: {indicator: "exports", kind: "level", economy: "AAA", reporter: "AAA", coverage: "goods", unit: "USD"}
      }
    ]);
    expect(shares.map(({value, of}) => [value, of?.denominator])).toEqual([
      [40, 30e9],
      [20, 60e9]
    ]);
  });

  it("answers a period and a product alone, but looks back beyond the period", () => {
    const hs27 = {product: {scheme: "HS", code: "27"}};
    const figures = [figure("a", "2013", 3, hs27), figure("b", "2014", 4, hs27), figure("total", "2014", 40)];
    const {series, period, product} = answer(figures, {...hs27, period: "2014"});
    expect([period, product]).toEqual(["2014", "HS:27"]);
    expect(series.flatMap((one) => one.figures.map(({id}) => id))).toEqual(["b"]);
    expect(series[0]!.growth[0]!.derived!.value).toBeCloseTo(33.33, 1);
  });

  it("conforms to its schema", () => {
    const output = answer([
      figure("a", "2022", 45),
      figure("b", "2022", 50, theirs),
      figure("x", "2022", 20, sell("AAA")),
      figure("m", "2022", 25, buy("AAA"))
    ]);
    expect(turnoverOutputSchema.parse(JSON.parse(JSON.stringify(output)))).toEqual(output);
  });
});
