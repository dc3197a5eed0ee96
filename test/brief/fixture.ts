import {Window} from "happy-dom";
import type {Basis, Figure} from "../../src/base/figure.ts";
import type {Knowledge} from "../../src/base/pack.ts";
import type {Assertion, Item} from "../../src/base/register.ts";
import type {Source} from "../../src/base/source.ts";
import type {BriefClaim, BriefInput, CheckedText} from "../../src/brief/input.ts";
import {turnover} from "../../src/turnover/turnover.ts";

const books = (reporter: string, coverage: NonNullable<Basis["coverage"]> = "goods"): Basis => ({
  indicator: "turnover",
  kind: "level",
  economy: "AAA",
  partner: "BBB",
  reporter,
  coverage,
  prices: "current",
  unit: "USD"
});

const level = (basis: Basis, period: string, billions: number, fields: Partial<Figure> = {}): Figure => ({
  id: `${basis.reporter}.${basis.coverage}.${period}`.toLowerCase().replace(/[^a-z0-9.]/g, "-"),
  basis,
  period,
  value: billions * 1e9,
  bound: "exact",
  step: 1e8,
  status: "reported",
  evidence: "sourced",
  known: "2023-06",
  sources: ["a-office"],
  ...fields
});

const [a, b, both] = [books("AAA"), books("BBB"), books("AAA", "goods+services")];

const figures: Figure[] = [
  ...[20, 21, 19, 22, 26].map((billions, index) => level(a, String(2016 + index), billions)),
  level(a, "2022", 30.4),
  level(b, "2020", 24, {sources: ["b-office"]}),
  level(b, "2022", 28, {sources: ["b-office"]}),
  level(both, "2022", 33, {bound: "almost", step: 1e9}),
  level(b, "2019", 20.5, {evidence: "unverified", sources: []})
];

const source = (id: string, fields: Partial<Source> = {}): Source => ({
  id,
  url: `https://example.org/${id}`,
  title: `Tables of ${id}`,
  publisher: `Office ${id}`,
  language: "en",
  published: "2023-06",
  retrieved: "2023-07-01",
  tier: 2,
  ...fields
});

const item = (id: string, kind: Item["kind"], en: string, ru: string): Item => ({
  id,
  kind,
  title: {en, ru},
  titleStatus: "official",
  scope: {parties: ["AAA", "BBB"], subject: ["goods"]}
});

const said = (id: string, of: string, fields: Partial<Assertion>): Assertion => ({
  id,
  item: of,
  field: "stage",
  value: "agreed",
  validAt: "2021",
  evidence: ["press"],
  confidence: "press",
  recordedAt: "2023-07-01",
  ...fields
});

/** What two invented economies know of each other. */
export const knowledge: Knowledge = {
  asOf: "2023-07-01",
  profile: {economies: ["AAA", "BBB"]},
  figures,
  sources: [source("a-office"), source("b-office"), source("press", {tier: 4, quote: "by the end of 2022"})],
  register: {
    entities: [
      {id: "AAA", kind: "economy", names: {en: "Aland", ru: "Аландия"}},
      {id: "BBB", kind: "economy", names: {en: "Beland", ru: "Беландия"}}
    ],
    items: [
      item("gas", "market", "Common gas market", "Общий рынок газа"),
      item("pact", "agreement", "Pact", "Договор")
    ],
    assertions: [
      said("gas.1", "gas", {}),
      said("gas.2", "gas", {field: "due", value: "2022-12-31", validAt: "2021-05"}),
      said("gas.3", "gas", {field: "due", value: "2025-01-01", validAt: "2022-11"}),
      said("pact.1", "pact", {value: "adopted", validAt: "2020-02-03"})
    ],
    links: []
  }
};

const text = "Trade was $22bn in 2019 and $33bn in 2022. The office promises more.";

const claim = (id: string, words: string, fields: Partial<BriefClaim>): BriefClaim => ({
  id,
  text: words,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  value: null,
  low: null,
  high: null,
  period: null,
  verdict: "not-checkable",
  reason: "commitment",
  ground: "statement",
  why: "A commitment",
  bases: [],
  items: [],
  internal: [],
  ...fields
});

const quoted = (id: string, words: string, period: string, billions: number, holding: string): BriefClaim =>
  claim(id, words, {
    value: billions * 1e9,
    low: (billions - 0.5) * 1e9,
    high: (billions + 0.5) * 1e9,
    period,
    verdict: "supported-on-basis",
    ground: "some-bases",
    bases: figures
      .filter((figure) => figure.period === period)
      .map((figure) => ({
        basis: figure.basis,
        figure,
        match: figure.id === holding ? "holds" : "does-not-hold",
        verified: true
      }))
  });

const claims = [
  quoted("1", "$22bn", "2019", 22, "aaa.goods.2019"),
  quoted("2", "$33bn", "2022", 33, "aaa.goods-services.2022"),
  claim("3", "The office promises more", {})
];

/** A text of three statements, two of them a row over two bases. */
export const checked: CheckedText = {
  text,
  spans: claims.map(({start, end}) => ({start, end})),
  result: {
    document: {title: "Trade grows", publisher: "The Paper", language: "en"},
    posted: "2023-06-30",
    asOf: "2023-06-30",
    claims,
    series: [
      {
        claims: ["1", "2"],
        verdict: "mixed-basis",
        splices: 1,
        path: [
          {claim: "1", basis: "turnover|level||AAA|BBB|AAA|goods||current|USD|", verified: true},
          {claim: "2", basis: "turnover|level||AAA|BBB|AAA|goods+services||current|USD|", verified: true}
        ]
      }
    ]
  }
};

/** All that a brief of them needs, with parts changed as a test wants. */
export function briefInput(fields: Partial<BriefInput> = {}): BriefInput {
  const known = fields.knowledge ?? knowledge;
  return {
    pack: {name: "invented", title: "Aland and Beland", licence: "CC-BY-4.0"},
    knowledge: known,
    turnover: turnover(known, {economy: "AAA", partner: "BBB"}),
    checks: [checked],
    document: new Window().document as unknown as Document,
    ...fields
  };
}
