import {existsSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {Window} from "happy-dom";
import {describe, expect, test} from "vitest";
import {changesChart} from "../../src/charts/changes-chart.ts";
import {coefficientChart} from "../../src/charts/coefficient-chart.ts";
import {energyAccountChart} from "../../src/charts/energy-account-chart.ts";
import {energyPriceChart} from "../../src/charts/energy-price-chart.ts";
import {evidenceChart} from "../../src/charts/evidence-chart.ts";
import {chartYears} from "../../src/charts/points.ts";
import {splicePath} from "../../src/charts/splice-path.ts";
import {stageKey, timelineChart} from "../../src/charts/timeline-chart.ts";
import {type TornadoData, tornadoChart} from "../../src/charts/tornado-chart.ts";
import {turnoverChart} from "../../src/charts/turnover-chart.ts";
import {energy} from "./energy-fixture.ts";
import {figure, series} from "./fixture.ts";
import {steps} from "./timeline-fixture.ts";

const document = new Window().document as unknown as Document;
const economies = ["AAA", "BBB"];

const quote = (period: string, billions: number, step: number, basis: string | null) => ({
  period,
  value: billions * 1e9,
  low: (billions - step / 2) * 1e9,
  high: (billions + step / 2) * 1e9,
  text: `$${billions}bn`,
  basis
});
const keyed = series.map((one, index) => ({...one, key: ["a", "b", "ab"][index]!}));
const row = [
  quote("2019", 33.3, 0.1, null),
  quote("2020", 29.5, 0.1, "a"),
  quote("2021", 40, 1, "a"),
  quote("2022", 50, 1, "ab")
];

const tornado: TornadoData = {
  economy: "AAA",
  bars: [
    {parameter: "agreement", low: {value: 0.234, welfare: 0.51}, high: {value: 0.666, welfare: 1.83}},
    {parameter: "sigma", low: {value: 4.02, welfare: 1.6}, high: {value: 5.98, welfare: 0.97}},
    {parameter: "psi", low: {value: -1, welfare: null}, high: {value: 2, welfare: 1.3}}
  ]
};
const changes = chartYears({
  basis: {...series[0]!.basis, kind: "change", unit: "%"},
  label: "growth",
  figures: [
    figure(series[0]!.basis, 2020, -17.3e-9, {step: 1, low: -18, high: -17}),
    figure(series[0]!.basis, 2021, 35.5e-9, {step: 1, low: 34, high: 37}),
    figure(series[0]!.basis, 2022, 14.5e-9, {step: 1, evidence: "unverified", sources: []})
  ]
}).points;

const evidence = [
  {label: "Aland's books, goods + services", value: 50e9, low: 47.5e9, high: 50e9, holds: true, verified: true},
  {label: "Aland's books, goods", value: 45.8e9, low: 45.75e9, high: 45.85e9, holds: false, verified: true},
  {label: "books not stated", value: 52e9, low: 52e9, high: Number.POSITIVE_INFINITY, holds: false, verified: false}
].map((row, index) => ({...row, colour: ["#0072b2", "#0072b2", "#5f5b55"][index]!, symbol: "circle" as const}));

const coefficients = [
  {model: "(1)", name: "log(dist)", estimate: -1.2, low: -1.3, high: -1.1},
  {model: "(1)", name: "rta", estimate: 0.34, low: 0.26, high: 0.42},
  {model: "(2)", name: "log(dist)", estimate: -0.92, low: -1, high: -0.84},
  {model: "(2)", name: "rta", estimate: 0.25, low: null, high: null},
  {model: "(2)", name: "year::2006:a_regressor_with_a_long_name and another", estimate: 0.02, low: -0.1, high: 0.14}
];

const charts: Record<string, () => SVGSVGElement> = {
  turnover: () => turnoverChart(series, {document, economies, caption: "Sources: 14 statements and tables"}),
  "turnover-ru": () => turnoverChart(series, {document, economies, language: "ru"}),
  "turnover-empty": () => turnoverChart([], {document}),
  "turnover-narrow": () =>
    turnoverChart(series, {document, economies, width: 358, height: 300, labelColumns: 10, top: 80e9}),
  changes: () =>
    changesChart(changes, {document, title: "Growth", description: "Per cent", unit: "%", domain: [-30, 30]}),
  evidence: () =>
    evidenceChart(evidence, {document, claim: {low: 49.5e9, high: 50.5e9, text: "$50bn"}, unit: "USD", language: "en"}),
  coefficients: () => coefficientChart(coefficients, {document, caption: "trade.csv: two models"}),
  "coefficients-empty-ru": () => coefficientChart([], {document, language: "ru"}),
  timeline: () => timelineChart(steps, {document, known: "2025-03-01", caption: stageKey()}),
  "timeline-ru-from-2022": () => timelineChart(steps, {document, language: "ru", from: 2022}),
  "tornado-money": () =>
    tornadoChart(tornado, {document, title: "Welfare of Aland", text: "Ends of 90 per cent", axis: "money a year"}),
  "energy-prices": () => energyPriceChart(energy, {document, caption: "Invented numbers"}),
  "energy-prices-ru": () => energyPriceChart(energy, {document, language: "ru", width: 560}),
  "energy-prices-narrow": () => energyPriceChart(energy, {document, width: 358}),
  "energy-accounts": () => energyAccountChart(energy, {document, caption: "Invented numbers"}),
  "energy-accounts-ru": () => energyAccountChart(energy, {document, language: "ru"}),
  "energy-accounts-one": () =>
    energyAccountChart({...energy, scenarios: energy.scenarios.slice(0, 1), changes: []}, {document}),

  tornado: () => tornadoChart(tornado, {document, caption: "New agreement; invented data"}),
  "tornado-ru": () => tornadoChart(tornado, {document, language: "ru"}),
  splice: () => splicePath(row, keyed, {document, economies})
};

/** One element a line and three digits, so that a change reads as a change. */
function toSnapshot(svg: SVGSVGElement): string {
  const rounded = svg.outerHTML.replace(/-?\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000));
  return `${rounded.replaceAll("><", ">\n<")}\n`;
}

test("splicePath() writes bare numbers where quotations would lie over each other", () => {
  const wordy = row.map((one) => ({...one, text: `${one.text} and more words`}));
  const quoted = (width: number) => {
    const texts = [...splicePath(wordy, keyed, {document, economies, width}).querySelectorAll("text")];
    return texts.filter(({textContent}) => textContent?.includes("and more words"));
  };
  expect(quoted(1600)).toHaveLength(row.length);
  expect(quoted(390)).toHaveLength(0);
});

describe("charts draw as in their snapshots", () => {
  test.each(Object.keys(charts))("%s", (name) => {
    const path = new URL(`${name}.svg`, import.meta.url);
    const changed = new URL(`${name}-changed.svg`, import.meta.url);
    const found = toSnapshot(charts[name]!());
    if (!existsSync(path)) {
      if (process.env.CI) throw new Error(`Snapshot "${name}.svg" is missing`);
      writeFileSync(path, found);
    }
    if (found === readFileSync(path, "utf8")) rmSync(changed, {force: true});
    else writeFileSync(changed, found);
    expect(found, `see ${name}-changed.svg`).toBe(readFileSync(path, "utf8"));
  });
});

test.each(Object.keys(charts))("%s is named for screen readers and carries no style element", (name) => {
  const svg = charts[name]!();
  expect(svg.getAttribute("role")).toBe("img");
  expect(svg.getAttribute("aria-label")).toBe(svg.querySelector("title")!.textContent);
  expect(svg.querySelector("desc")!.textContent).not.toBe("");
  expect(svg.querySelectorAll("style")).toHaveLength(0);
});

test("turnoverChart() escapes what it writes", () => {
  const label = '<script>alert("1")</script> & goods';
  const svg = turnoverChart([{...series[0]!, label}], {document});
  expect(svg.querySelectorAll("script")).toHaveLength(0);
  expect(svg.outerHTML).not.toContain("<script");
});
