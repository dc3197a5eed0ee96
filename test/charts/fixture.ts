import type {Basis, Figure} from "../../src/base/figure.ts";
import type {ChartSeries} from "../../src/charts/points.ts";

const basis = (reporter: string, coverage: Basis["coverage"] = "goods"): Basis => ({
  indicator: "turnover",
  kind: "level",
  economy: "AAA",
  partner: "BBB",
  reporter,
  ...(coverage && {coverage}),
  prices: "current",
  unit: "USD"
});

/** A yearly figure in billions with its fields changed as a test needs. */
export function figure(on: Basis, year: number, billions: number | null, fields: Partial<Figure> = {}): Figure {
  return {
    id: `${on.reporter ?? "none"}.${year}`.toLowerCase(),
    basis: on,
    period: String(year),
    value: billions === null ? null : billions * 1e9,
    bound: "exact",
    step: 1e8,
    status: "reported",
    evidence: "sourced",
    known: String(year + 1),
    sources: ["s1"],
    ...fields
  };
}

const [a, b, ab] = [basis("AAA"), basis("BBB"), basis("AAA", "goods+services")];
const derived = {status: "derived", evidence: "derived"} as const;
const unverified: Partial<Figure> = {evidence: "unverified", sources: []};

/** Three invented series with every kind of point: reported, derived, unverified, forecast, closed, conflicting, missing. */
export const series: ChartSeries[] = [
  {
    basis: a,
    label: "Aland's books, goods",
    figures: [
      figure(a, 2009, 23.3),
      figure(a, 2010, 28, derived),
      figure(a, 2011, 38.6),
      figure(a, 2013, 39.7),
      figure(a, 2015, 27.5, derived),
      figure(a, 2016, 26.1),
      figure(a, 2017, 32),
      figure(a, 2018, 35.6, unverified),
      figure(a, 2019, 35.7, derived),
      figure(a, 2020, 29.52),
      figure(a, 2020, 25.5, {id: "aaa.2020.other", known: "2020"}),
      figure(a, 2021, 40),
      figure(a, 2022, 45.8),
      figure(a, 2023, 49, {bound: "almost", step: 1e9})
    ],
    records: [{period: "2023", type: "highest", since: null, start: "2009", exceeds: 12}]
  },
  {
    basis: b,
    label: "Beland's books, goods",
    figures: [
      figure(b, 2012, null, {status: "closed"}),
      figure(b, 2013, null, {status: "closed"}),
      figure(b, 2018, 34, unverified),
      figure(b, 2019, 33.3, unverified),
      figure(b, 2020, 28.6, unverified),
      figure(b, 2021, 38.5),
      figure(b, 2022, 44.1, derived),
      figure(b, 2023, 46.5, {bound: "over"})
    ]
  },
  {
    basis: ab,
    label: "Aland's books, goods + services",
    figures: [
      figure(ab, 2022, 50, {bound: "almost", step: 1e9}),
      figure(ab, 2023, 53, {step: 1e9}),
      figure(ab, 2024, 59.5, {status: "forecast"})
    ]
  }
];
