import {describe, expect, it} from "vitest";
import type {Figure} from "../../base/figure.ts";
import {decimalsOf, formatFigure, formatNumber, formatSigned, scaleOf, superscript} from "./numbers.ts";
import {screenOf} from "./output.ts";
import {makeStyle} from "./style.ts";
import {type Column, renderTable} from "./table.ts";
import {displayWidth, padStart, wrap} from "./width.ts";

describe("displayWidth()", () => {
  it("counts columns, not code units", () => {
    expect(["млрд", "中国", "e\u0301", "\u001B[1mx\u001B[22m", "👍"].map(displayWidth)).toEqual([4, 4, 1, 1, 2]);
    expect(padStart("中", 4)).toBe("  中");
  });
});

describe("wrap()", () => {
  it("breaks at spaces, keeps the margin and hangs the rest", () => {
    expect(wrap("  one two three", 9, "    ")).toBe("  one two\n    three");
  });

  it("keeps a word whole that is too wide", () => {
    expect(wrap("see https://example.org/long here", 10, "  ")).toBe("see\n  https://example.org/long\n  here");
  });
});

describe("renderTable()", () => {
  const style = makeStyle("never");
  const group = {lines: ["Books"]};
  const columns: Column[] = [
    {head: "year", align: "left"},
    {head: "", align: "decimal", group},
    {head: "growth", align: "right", group},
    {head: "gap", align: "decimal", group: {lines: ["Gap"]}}
  ];
  const rows = [
    [{text: "2019"}, {text: "35.7ᵈ"}, {text: ""}, {text: "−2"}],
    [{text: "2020"}, {text: "≈9.52"}, {text: "−17.3"}, {text: "+10.55"}]
  ];

  it("puts decimal marks under each other", () => {
    expect(renderTable(columns, rows, {width: 80, style})).toBe(
      [
        "                 Books      Gap",
        "  year          growth      gap",
        "  ─────────────────────────────",
        "  2019   35.7ᵈ            −2",
        "  2020   ≈9.52   −17.3   +10.55"
      ].join("\n")
    );
  });

  it("breaks between groups where the terminal ends, and repeats the first column", () => {
    const parts = renderTable(columns, rows, {width: 24, style}).split("\n\n");
    expect(parts.map((part) => part.split("\n")[1])).toEqual(["  year          growth", "  year      gap"]);
    expect(parts.every((part) => part.includes("2020"))).toBe(true);
  });
});

describe("numbers", () => {
  const figure: Figure = {
    id: "f",
    basis: {indicator: "turnover", kind: "level", unit: "USD"},
    period: "2020",
    value: 29.52e9,
    bound: "exact",
    status: "reported",
    evidence: "sourced",
    known: "2021",
    sources: ["s"]
  };

  it("are shown as exactly as they are known", () => {
    const shown = (more: Partial<Figure>) => formatFigure({...figure, ...more}, 1e9, "en");
    expect(shown({step: 1e7})).toBe("29.52");
    expect(shown({value: 40e9, step: 1e9})).toBe("40");
    expect(shown({value: 54e9, bound: "almost", step: 1e9})).toBe("<54");
    expect(shown({value: 11_597_620_200})).toBe("11.598");
    expect(shown({value: 35.69e9, low: 35.66e9, high: 35.73e9})).toBe("35.69");
    expect(shown({value: 12.7186e9, low: 12.6e9, high: 12.8e9})).toBe("12.72");
    expect(shown({value: null, status: "closed"})).toBe("");
    expect(decimalsOf({...figure, value: 5}, 1)).toBe(0);
  });

  it("have a true minus, a sign where asked, and the decimal mark of the language", () => {
    expect(formatNumber(-1234567.25, 2, "ru")).toBe("−1\u202F234\u202F567,25");
    expect(formatSigned(0.04, 1, "en")).toBe("0.0");
    expect(formatSigned(3, 0, "en")).toBe("+3");
    expect([scaleOf([3e6, -4e9]), scaleOf([]), superscript(12)]).toEqual([1e9, 1, "¹²"]);
  });
});

describe("screenOf()", () => {
  it("takes the width of the terminal, of COLUMNS, or a usual one", () => {
    const write = () => undefined;
    const width = (columns?: number, env?: Record<string, string>) =>
      screenOf({write, ...(columns !== undefined && {columns})}, {color: "never", env}).width;
    expect([width(90), width(undefined, {COLUMNS: "70"}), width(), width(10)]).toEqual([90, 70, 120, 40]);
  });
});
