import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import type {Figure} from "../../src/base/figure.ts";
import type {Pack} from "../../src/base/pack.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

/** A new empty folder, removed after the last test of the file. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "concord-test-"));
  folders.push(folder);
  return folder;
}

/** A figure with everything that may be absent absent. */
export function sampleFigure(id: string, changes: Partial<Figure> = {}): Figure {
  return {
    id,
    basis: {indicator: "turnover", kind: "level", economy: "BLR", partner: "RUS", coverage: "goods", unit: "USD"},
    period: "2020",
    value: 29.5e9,
    bound: "exact",
    status: "reported",
    evidence: "sourced",
    known: "2021-02-10",
    sources: ["s1"],
    ...changes
  };
}

/** A pack with every kind of record and every kind of cell. */
export function samplePack(): Pack {
  return {
    name: "sample",
    title: "Sample, with a comma",
    version: "1.0.0",
    licence: "CC-BY-4.0",
    profile: {
      economies: ["BLR", "RUS", "atlantis"],
      document: "documents/statement.md",
      indicators: [{id: "completion", names: {en: "completion"}}],
      recordedTo: "2024-12"
    },
    figures: [
      sampleFigure("t-2020", {step: 1e8, stage: "final", note: 'Said "29.5", in a speech;\nsecond line'}),
      sampleFigure("t-2020-old", {value: 29.4e9, known: "2021-01", stage: "preliminary"}),
      sampleFigure("t-2021", {
        period: "2021",
        known: "2022",
        basis: {
          indicator: "turnover",
          kind: "level",
          economy: "BLR",
          partner: "atlantis",
          reporter: "BLR",
          coverage: "goods+services",
          valuation: "mixed",
          prices: {constant: 2015, deflator: "usa:cpi"},
          unit: "USD",
          product: {scheme: "HS", code: "27:10"}
        },
        value: 1e21,
        low: -1.5e-7,
        high: 2e21,
        sources: ["s1", "s2"]
      }),
      sampleFigure("growth", {
        basis: {indicator: "turnover", kind: "change", economy: "BLR", partner: "RUS", prices: "current", unit: "%"},
        base: "2019",
        value: -17.3,
        status: "derived",
        evidence: "derived",
        formula: "100 (a / b - 1)",
        inputs: ["t-2020", "t-2020-old"]
      }),
      sampleFigure("done", {
        basis: {indicator: "completion", kind: "share", about: "prog", unit: "%"},
        value: 46.4,
        step: 0.1,
        of: {numerator: 13, denominator: 28, rule: "programmes finished"}
      }),
      sampleFigure("closed", {value: null, status: "closed", period: "2022-Q1", evidence: "unverified", sources: []})
    ],
    sources: [
      {
        id: "s1",
        url: "https://example.org/a?b=c,d",
        publisher: "Office",
        language: "en",
        retrieved: "2024-01-01",
        tier: 2,
        sha256: "a".repeat(64),
        independentOf: ["BLR", "RUS"]
      },
      {
        id: "s2",
        url: "https://example.org/b",
        title: "Заявление",
        publisher: "Газета",
        language: "ru",
        published: "2023-11",
        retrieved: "2024",
        locator: "p. 3",
        tier: 4,
        quote: "выросла на 5 %"
      }
    ],
    register: {
      entities: [{id: "atlantis", kind: "economy", names: {en: "Atlantis"}, speaksFor: "BLR"}],
      items: [
        {
          id: "prog",
          kind: "programme",
          title: {en: "Programme"},
          titleStatus: "official",
          scope: {parties: ["BLR", "RUS"], subject: ["goods"]}
        }
      ],
      assertions: [
        {
          id: "prog.stage",
          item: "prog",
          field: "stage",
          value: "in-force",
          validAt: "2022-01",
          saidAt: "2021-11-04",
          by: "RUS",
          evidence: ["s2"],
          confidence: "press",
          recordedAt: "2024-01-01"
        },
        {
          id: "prog.done",
          item: "prog",
          field: "value",
          value: sampleFigure("prog.done.figure", {
            value: 90,
            basis: {indicator: "completion", kind: "share", unit: "%"}
          }),
          validAt: "2023-11",
          evidence: ["s1"],
          confidence: "official-statement",
          recordedAt: "2024-01-01"
        }
      ],
      links: [
        {from: "prog.done", to: "prog.stage", rel: "follows"},
        {from: "prog", to: "completion", rel: "measuredBy"}
      ]
    },
    documents: [{path: "documents/statement.md", text: "---\nposted: 2024-02-23\n---\nТекст.\r\nEnd"}]
  };
}

/** The sample pack with as many more figures as asked for. */
export function largePack(count: number, version = "1.0.0"): Pack {
  const pack = samplePack();
  const more = Array.from({length: count}, (_, i) => sampleFigure(`more-${i}`, {value: i, note: `${version} ${i}`}));
  return {...pack, version, figures: [...pack.figures, ...more]};
}
