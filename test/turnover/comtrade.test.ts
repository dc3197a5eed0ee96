import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {parseMapping} from "../../src/connectors/mapping/mapping.ts";
import type {CodeBook} from "../../src/connectors/mapping/table-slots.ts";
import {mappedColumns, readTwoSided, type TwoSidedQuery} from "../../src/connectors/mapping/two-sided.ts";
import {openTable} from "../../src/store/table.ts";
import {turnoverOutputSchema} from "../../src/turnover/output.ts";
import {turnover} from "../../src/turnover/turnover.ts";
import {knowledge} from "./figures.ts";

const folder = join(process.env.CONCORD_SHARED ?? "../shared", "oracles/comtrade_mirror");
const isHere = existsSync(folder);
if (!isHere) console.warn(`Skipped: the mirror tables of ${folder} are not on this machine (set CONCORD_SHARED)`);

const names: Readonly<Record<string, string>> = {Angola: "AGO", Brazil: "BRA"};
const book: CodeBook = {
  find: (text, form) => (form === "name" ? names[text] : /^[A-Z]{3}$/.test(text) && text !== "WLD" ? text : undefined)
};

async function answer(file: string, example: string, query: Omit<TwoSidedQuery, "asOf"> & {period?: string}) {
  const mapping = parseMapping(readFileSync(`docs/examples/${example}`, "utf8"), example);
  const table = await openTable(join(folder, file), {columns: mappedColumns(mapping)});
  try {
    const {figures, source, notices} = await readTwoSided(table, mapping, {...query, asOf: "2024-12-31"}, book);
    return turnover({...knowledge(figures), sources: [source]}, query, {notices});
  } finally {
    table.close();
  }
}

/** Belarus's imports of mineral fuels from Russia in 2014 against Russia's exports, as UN Comtrade holds them. */
const fuels2014 = {exporter: 8_363_553_895, importer: 11_597_620_200};

describe.skipIf(!isHere)("mirror gaps of UN Comtrade", () => {
  const query = {economy: "BLR", partner: "RUS", product: {scheme: "HS", code: "27"}, period: "2014"};

  it.each(["blr_rus_hs27_hs44_1996_2017.csv", "comtrade_hs27_2012_2017_hs44_2014_all_reporters.csv.gz"])(
    "are found in %s with one mapping",
    async (file) => {
      const output = await answer(file, "comtrade.yaml", query);
      const gap = output.gaps.find(({direction}) => direction === "RUS>BLR")!;
      expect(gap.exporterFigure?.value).toBe(fuels2014.exporter);
      expect(gap.importerFigure?.value).toBe(fuels2014.importer);
      expect(gap.absolute).toBe(fuels2014.importer - fuels2014.exporter);
      expect(gap.percent).toBeCloseTo(38.669, 3);
      expect(turnoverOutputSchema.parse(JSON.parse(JSON.stringify(output)))).toEqual(output);
    }
  );

  it("say that Russia's books have no fuels for Belarus from 1998 to 2011", async () => {
    const {gaps} = await answer("blr_rus_hs27_hs44_1996_2017.csv", "comtrade.yaml", {...query, period: "1998/2011"});
    const imports = gaps.filter(({direction}) => direction === "RUS>BLR");
    expect(imports.length).toBe(14);
    expect(imports.every(({exporterFigure, absolute}) => exporterFigure === null && absolute === null)).toBe(true);
    expect(imports.every(({reasons}) => reasons[0]?.code === "one-sided")).toBe(true);
  });

  it("count codes of no known economy instead of dropping them in silence", async () => {
    const {notices} = await answer("comtrade_hs27_2012_2017_hs44_2014_all_reporters.csv.gz", "comtrade.yaml", query);
    const unknown = notices.filter(({code}) => code === "unknown-economies");
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.every(({count, examples}) => count > 0 && examples.length > 0)).toBe(true);
    expect(unknown.some(({examples}) => examples.some((example) => example.startsWith('"WLD"')))).toBe(true);
  });

  it("are found in a table with both sides' values in a row", async () => {
    const output = await answer("mirror_total_both_sides.csv", "two-values.yaml", {
      economy: "AGO",
      partner: "BRA",
      period: "2004"
    });
    const gap = output.gaps.find(({direction}) => direction === "AGO>BRA")!;
    expect(gap.exporterFigure?.value).toBe(1_195_717.532);
    expect(gap.importerFigure?.value).toBe(3_802_640);
  });
});
