import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readData} from "../../src/sdmx/read/read-data.ts";
import {makeCsvWriter} from "../../src/sdmx/write/data-csv.ts";
import {makeJsonWriter} from "../../src/sdmx/write/data-json.ts";
import {makeXmlWriter} from "../../src/sdmx/write/data-xml.ts";
import {type DataWriter, type Layout, makeLayout, type Row} from "../../src/sdmx/write/layout.ts";
import {generatedRows} from "../support/sdmx-rows.ts";

const source = generatedRows();
const sample = [...source.batches(1)][0]![0]!;
const ids = [...source.structure.dimensions, ...source.structure.measures, ...source.structure.attributes].map(
  ({id}) => id
);
const [value, lower, comment, rule] = ["OBS_VALUE", "LOWER", "COMMENT_OBS", "SHARE_RULE"].map((id) =>
  ids.indexOf(id)
) as [number, number, number, number];
const head = {
  id: "M",
  prepared: "2024-06-30T00:00:00Z",
  sender: {id: "CONCORD", names: {en: "Concord"}},
  language: "en"
};

const writers: readonly (readonly [name: string, several: boolean, make: (layout: Layout) => DataWriter])[] = [
  ["SDMX-CSV 1.0", false, (layout) => makeCsvWriter(layout, {version: 1, language: "en"})],
  ["SDMX-CSV 2.0", true, (layout) => makeCsvWriter(layout, {version: 2, language: "en"})],
  ["SDMX-JSON 1.0", false, (layout) => makeJsonWriter(layout, {version: "1.0.0", head})],
  ["SDMX-JSON 2.0", true, (layout) => makeJsonWriter(layout, {version: "2.0.0", head})],
  ["SDMX-ML 2.1 generic", false, (layout) => makeXmlWriter(layout, {format: "generic-2.1", head})],
  ["SDMX-ML 2.1 structure-specific", false, (layout) => makeXmlWriter(layout, {format: "specific-2.1", head})],
  ["SDMX-ML 3.0", true, (layout) => makeXmlWriter(layout, {format: "specific-3.0", head})]
];

/** Texts that every format has a form for: XML knows no control characters but three, and nobody half a character. */
const text = fc
  .string({unit: "binary", minLength: 1})
  .map((one) =>
    Array.from(one)
      .filter((c) => c >= " " || c === "\n" || c === "\t" || c === "\r")
      .join("")
      .replace(/[\ufffe\uffff]/g, "")
  )
  .filter((one) => one !== "" && !/\p{Cs}/u.test(one));

const number = fc.double({noNaN: true, noDefaultInfinity: true}).map((one) => (Object.is(one, -0) ? 0 : one));

describe("writers and readers", () => {
  it.each(writers)("%s brings back any text and number", async (_, severalMeasures, make) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.option(number), fc.option(number), fc.option(text), fc.option(text)), {
          minLength: 1,
          maxLength: 4
        }),
        async (values) => {
          const rows = values.map(([v, l, c, r], at): Row => {
            const row = sample.slice();
            [row[value], row[lower], row[comment], row[rule]] = [v, l, c, r];
            row[15] = String(2000 + at);
            return row;
          });
          for (const atObservation of ["TIME_PERIOD", "AllDimensions"]) {
            const writer = make(makeLayout({...source, severalMeasures, atObservation}));
            const message =
              writer.begin() +
              writer.openDataSet({action: "Information"}) +
              writer.rows(rows) +
              writer.closeDataSet() +
              writer.end();
            const found = [];
            for await (const {records} of readData([message])) found.push(...records);
            expect(found).toEqual(
              rows.map((row) =>
                Object.fromEntries(ids.flatMap((id, at) => (row[at] === null ? [] : [[id, String(row[at])]])))
              )
            );
          }
        }
      ),
      {numRuns: 60}
    );
  });
});
