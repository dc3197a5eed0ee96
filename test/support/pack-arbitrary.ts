import fc from "fast-check";
import {bounds, coverages, type Figure, kinds, stages, valuations} from "../../src/base/figure.ts";
import {itemKinds, ladder} from "../../src/base/item-kinds.ts";
import type {Pack} from "../../src/base/pack.ts";
import {type Assertion, confidences, type Entity, type Item} from "../../src/base/register.ts";
import type {Source} from "../../src/base/source.ts";

const text = (maxLength = 60) => fc.string({unit: "grapheme", minLength: 1, maxLength});
const economy = fc.constantFrom("BLR", "RUS", "FRA", "BRA", "own-1");
const date = fc.constantFrom("1999", "2020-02", "2024-02-29", "2021-12-31");
const period = fc.constantFrom("2019", "2020-S1", "2021-Q3", "2022-06", "2023-06-28", "2023-01/2023-09");
const value = fc.double({noNaN: true, noDefaultInfinity: true}).map((one) => one + 0); // −0 has no form in CSV
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, {nil: undefined});
const some = <T>(values: readonly T[]) => fc.subarray([...values], {minLength: 1});

/** Drops members that are undefined: a record has a member or it has not. */
function dense<T>(record: object): T {
  return Object.fromEntries(Object.entries(record).filter(([, member]) => member !== undefined)) as T;
}

const basis = fc
  .record({
    indicator: fc.constantFrom("turnover", "exports", "gas_price"),
    kind: fc.constantFrom(...kinds),
    about: optional(fc.constant("item-0")),
    economy: optional(economy),
    partner: optional(economy),
    reporter: optional(economy),
    coverage: optional(fc.constantFrom(...coverages)),
    valuation: optional(fc.constantFrom(...valuations)),
    prices: optional(
      fc.oneof(
        fc.constant("current" as const),
        fc.record({constant: fc.integer({min: 1900, max: 2100}), deflator: text()})
      )
    ),
    unit: text(8),
    product: optional(fc.record({scheme: fc.constantFrom("HS", "SITC"), code: text()}))
  })
  .map((record) => dense<Figure["basis"]>(record));

const figures = (sources: readonly string[]) =>
  fc
    .array(
      fc.record({
        basis,
        period,
        base: optional(period),
        value,
        bound: fc.constantFrom(...bounds),
        step: optional(fc.double({min: 1e-9, max: 1e12, noNaN: true})),
        interval: optional(fc.tuple(value, value)),
        status: fc.constantFrom("reported" as const, "derived" as const, "forecast" as const, "closed" as const),
        stage: optional(fc.constantFrom(...stages)),
        known: date,
        sources: some(sources),
        formula: text(),
        note: optional(text(280))
      }),
      {maxLength: 12}
    )
    .map((records) => records.map(toFigure));

type Draft = Omit<Figure, "id" | "evidence"> & {interval?: readonly [number, number] | undefined};

function toFigure(drawn: object, index: number): Figure {
  const {interval, ...draft} = drawn as Draft;
  const {status, value} = draft;
  const ends = interval === undefined ? [] : [...interval].sort((a, b) => a - b);
  return dense<Figure>({
    ...draft,
    id: `f-${index}`,
    value: status === "closed" ? null : value,
    evidence: index % 3 === 0 ? "unverified" : "sourced",
    low: ends[0],
    high: ends[1],
    inputs: index > 1 ? [`f-${index - 1}`, "f-0"] : undefined
  });
}

const sources = fc
  .array(
    fc.record({
      url: fc.webUrl({validSchemes: ["https"]}),
      title: optional(text()),
      publisher: text(),
      language: fc.constantFrom("en", "ru", "be"),
      published: optional(date),
      retrieved: date,
      locator: optional(text()),
      tier: fc.integer({min: 1, max: 5}),
      quote: optional(text(200)),
      independentOf: optional(some(["BLR", "own-1"]))
    }),
    {minLength: 1, maxLength: 4}
  )
  .map((records) => records.map((record, index) => dense<Source>({id: `s-${index}`, ...record})));

const items = fc
  .array(fc.record({kind: fc.constantFrom(...itemKinds), title: fc.record({en: text()}), note: optional(text(280))}), {
    minLength: 1,
    maxLength: 3
  })
  .map((records) =>
    records.map((record, index) =>
      dense<Item>({id: `item-${index}`, titleStatus: "official", scope: {parties: ["BLR"], subject: []}, ...record})
    )
  );

const assertions = fc
  .array(fc.record({validAt: date, saidAt: optional(date), by: optional(economy), recordedAt: date}), {maxLength: 4})
  .chain((records) =>
    fc.tuple(fc.constantFrom(...ladder), fc.constantFrom(...confidences)).map(([stage, confidence]) =>
      records.map((record, index) =>
        dense<Assertion>({
          id: `a-${index}`,
          item: "item-0",
          field: "stage",
          value: stage,
          confidence,
          evidence: ["s-0"],
          ...record
        })
      )
    )
  );

const entities: fc.Arbitrary<Entity[]> = text().map((name) => [{id: "own-1", kind: "region", names: {en: name}}]);

const documents = fc.array(fc.string({unit: "grapheme"}), {maxLength: 2}).map((texts) =>
  // A text that begins with a byte order mark would lose it: it belongs to the encoding, not to the text.
  texts.map((one, index) => ({path: `documents/d-${index}.md`, text: one.replace(/^\uFEFF+/, "")}))
);

/** Valid packs in their normal form, for round trips. */
export const packArbitrary: fc.Arbitrary<Pack> = sources.chain((known) =>
  fc.record({
    name: fc.constantFrom("one", "two-2"),
    title: text(),
    version: text(),
    licence: fc.constantFrom("CC-BY-4.0", "CC-BY-4.0, CC0-1.0"),
    profile: fc.constant({economies: ["BLR", "own-1"]}),
    figures: figures(known.map(({id}) => id)),
    sources: fc.constant(known),
    register: fc.record({entities, items, assertions, links: fc.constant([])}),
    documents
  })
);
