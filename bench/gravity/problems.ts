import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {gunzipSync} from "node:zlib";
import type {FixedEffect, Problem} from "../../src/kernels/ppml/problem.ts";
import {type GravityPanel, gravityPanel} from "../gravity-panel.ts";

/** A model to time: what is estimated, and the clusters of its errors by row. */
export interface TimedProblem {
  readonly problem: Problem;
  readonly clusters: Int32Array;
  readonly years: number;
}

/** A panel with fewer columns, as a file may give it. */
type Panel = Omit<GravityPanel, "tariff"> & {readonly tariff?: Float64Array};

/** What a model may do differently from the three-way model with two regressors. */
export interface Variant {
  readonly effects?: "three-way" | "symmetric pairs" | "two-way" | "four sets";
  readonly tariff?: boolean;
}

/** Exporter-years, importer-years and pairs, errors clustered by pair. */
export function modelOf(panel: Panel, {effects = "three-way", tariff = false}: Variant = {}): TimedProblem {
  const {economies, years, exporter, importer, year, trade, rta, border} = panel;
  const joint = (a: Int32Array, b: Int32Array, width: number): FixedEffect => ({
    codes: a.map((value, r) => value * width + b[r]!),
    levels: economies * width
  });
  const directed = joint(exporter, importer, economies);
  const symmetric: FixedEffect = {
    codes: exporter.map((i, r) => Math.min(i, importer[r]!) * economies + Math.max(i, importer[r]!)),
    levels: economies * economies
  };
  const pair = effects === "symmetric pairs" ? symmetric : directed;
  const byYear = [joint(exporter, year, years), joint(importer, year, years)];
  const blocks = 5;
  const decades = Math.ceil(years / 10);
  const between = exporter.map((i, r) => ((i % blocks) * blocks + (importer[r]! % blocks)) * decades);
  const blockDecades: FixedEffect = {
    codes: between.map((code, r) => code + Math.floor(year[r]! / 10)),
    levels: blocks * blocks * decades
  };
  const sets = {
    "three-way": [...byYear, pair],
    "symmetric pairs": [...byYear, pair],
    "two-way": byYear,
    "four sets": [...byYear, pair, blockDecades]
  };
  const x = [rta, border, ...(tariff && panel.tariff ? [panel.tariff] : [])];
  return {problem: {y: trade, x, effects: sets[effects]}, clusters: pair.codes, years};
}

/** A seeded share of a panel's rows, in a seeded order where it is shuffled. */
export function chosenRows(panel: GravityPanel, share: number, shuffled = false): GravityPanel {
  let state = 7;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const rows = Int32Array.from(Array.from(panel.trade.keys()).filter(() => draw() < share));
  if (shuffled)
    for (let at = rows.length - 1; at > 0; at--) {
      const other = Math.floor(draw() * (at + 1));
      [rows[at], rows[other]] = [rows[other]!, rows[at]!];
    }
  const numbers = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]!);
  const codes = (column: Int32Array) => Int32Array.from(rows, (row) => column[row]!);
  const {economies, years, exporter, importer, year, trade, rta, border, tariff} = panel;
  return {
    ...{economies, years, exporter: codes(exporter), importer: codes(importer), year: codes(year)},
    ...{trade: numbers(trade), rta: numbers(rta), border: numbers(border), tariff: numbers(tariff)}
  };
}

/** A panel whose cells are mostly absent: nine pairs-years in ten have no row. */
export function sparsePanel(economies: number, years: number): GravityPanel {
  return chosenRows(gravityPanel(economies, years), 0.1);
}

const shared = process.env.CONCORD_SHARED ?? fileURLToPath(new URL("../../../shared", import.meta.url));
const guide = join(shared, "oracles", "agtpa", "agtpa_panel.csv.gz");

/** The panel of the Advanced Guide; undefined where it is not at hand. */
export function guidePanel(): Panel | undefined {
  if (!existsSync(guide)) return undefined;
  const [head, ...lines] = gunzipSync(readFileSync(guide)).toString("utf8").trim().split(/\r?\n/);
  const names = head!.split(",");
  const cells = lines.map((line) => line.split(","));
  const column = (name: string) => cells.map((row) => row[names.indexOf(name)]!);
  const economies = [...new Set(column("exporter"))].sort();
  const numbers = new Map(economies.map((name, code) => [name, code]));
  const [exporter, importer] = ["exporter", "importer"].map((name) =>
    Int32Array.from(column(name), (value) => numbers.get(value)!)
  ) as [Int32Array, Int32Array];
  const calendar = Int32Array.from(column("year"), Number);
  const first = calendar.reduce((least, year) => Math.min(least, year));
  const year = calendar.map((one) => one - first);
  return {
    ...{economies: economies.length, years: year.reduce((most, one) => Math.max(most, one)) + 1},
    ...{exporter, importer, year},
    trade: Float64Array.from(column("trade"), Number),
    rta: Float64Array.from(column("rta"), Number),
    border: Float64Array.from(calendar, (one, r) => (exporter[r] !== importer[r] && one >= 1996 ? 1 : 0))
  };
}
