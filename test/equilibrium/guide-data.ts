import {balance} from "../../src/kernels/trade/balance.ts";
import type {LevelsInput} from "../../src/kernels/trade/resistances.ts";
import {csvRows, type Row} from "./shared.ts";

/** The published estimates that chapter 2 of the Advanced Guide simulates with. */
export interface GuideEstimates {
  readonly app1_trade_without_border: {readonly coef: Readonly<Record<string, readonly [number, number]>>};
  readonly app2_nafta: {
    readonly stage1: {readonly RTA: readonly [number, number]};
    readonly stage2: {readonly coef: Readonly<Record<string, readonly [number, number]>>};
  };
}

/** A model in levels with the names of its economies. */
export type NamedLevels = LevelsInput & {readonly names: readonly string[]};

const sigma = 7;

/** Application 1: the world of 2006 with its border effect, and without. */
export function borderRemoval(panel: string, {app1_trade_without_border: {coef}}: GuideEstimates): NamedLevels {
  const {names, cells, sums} = yearOf(csvRows(panel), "2006");
  const n = names.length;
  const after = new Float64Array(n * n);
  const before = new Float64Array(n * n);
  for (const {cell, row, isDomestic} of cells) {
    after[cell] = Math.exp(coef.ln_DIST![0] * Math.log(Number(row.dist)) + coef.CNTG![0] * Number(row.cntg));
    before[cell] = after[cell]! * (isDomestic ? 1 : Math.exp(coef.INTL_BRDR![0]));
  }
  return {names, n, before, after, sigma, reference: names.indexOf("DEU"), ...sums};
}

/**
 * Application 2: the world of 1994 with NAFTA (before) and without (after). Costs are the pair effects of the panel
 * estimate; the few pairs that never trade take what the second stage predicts for them.
 */
export function nafta(panel: string, {app2_nafta: {stage1, stage2}}: GuideEstimates): NamedLevels {
  const rows = csvRows(panel).filter(({year}) => ["1986", "1990", "1994", "1998", "2002", "2006"].includes(year!));
  const {names, cells, sums} = yearOf(rows, "1994");
  const n = names.length;
  const rta = stage1.RTA[0];
  const pairs = pairEffects(rows, names, rta);
  const predicted = predictedCosts(cells, names, pairs, stage2.coef);
  const bloc = ["CAN", "MEX", "USA"];
  const before = new Float64Array(n * n);
  const after = new Float64Array(n * n);
  for (const {cell, row, isDomestic} of cells) {
    const cost = isDomestic ? 1 : pairs[cell]! > 0 ? pairs[cell]! : predicted[cell]!;
    const isBloc = bloc.includes(row.exporter!) && bloc.includes(row.importer!);
    before[cell] = cost * Math.exp(rta * Number(row.rta));
    after[cell] = cost * Math.exp(isBloc ? 0 : rta * Number(row.rta));
  }
  return {names, n, before, after, sigma, reference: names.indexOf("DEU"), ...sums};
}

interface YearCell {
  readonly cell: number;
  readonly row: Row;
  readonly isDomestic: boolean;
}

function yearOf(rows: readonly Row[], year: string) {
  const chosen = rows.filter((row) => row.year === year);
  const names = [...new Set(chosen.map(({exporter}) => exporter!))].sort();
  const n = names.length;
  const output = new Float64Array(n);
  const expenditure = new Float64Array(n);
  const cells: YearCell[] = chosen.map((row) => {
    const i = names.indexOf(row.exporter!);
    const j = names.indexOf(row.importer!);
    output[i]! += Number(row.trade);
    expenditure[j]! += Number(row.trade);
    return {cell: i * n + j, row, isDomestic: i === j};
  });
  return {names, cells, sums: {output, expenditure}};
}

/**
 * exp of the pair effects relative to the common one of domestic pairs: PPML with exporter-year, importer-year and pair
 * effects and a known coefficient matches three sets of sums, found by scaling each in turn.
 */
function pairEffects(rows: readonly Row[], names: readonly string[], rta: number): Float64Array {
  const n = names.length;
  const index = new Map(names.map((name, at) => [name, at]));
  const years = [...new Set(rows.map(({year}) => year!))];
  const trade = Float64Array.from(rows, ({trade}) => Number(trade));
  const known = Float64Array.from(rows, ({rta: is}) => Math.exp(rta * Number(is)));
  const groups = [
    Int32Array.from(rows, ({exporter, year}) => index.get(exporter!)! * years.length + years.indexOf(year!)),
    Int32Array.from(rows, ({importer, year}) => index.get(importer!)! * years.length + years.indexOf(year!)),
    Int32Array.from(rows, ({exporter, importer}) => {
      const i = index.get(exporter!)!;
      const j = index.get(importer!)!;
      return i === j ? n * n : Math.min(i, j) * n + Math.max(i, j);
    })
  ];
  const effects = groups.map((group) => new Float64Array(Math.max(...group) + 1).fill(1));
  for (let round = 0; round < 20_000; round++) {
    const change = Math.max(...groups.map((_, at) => matchSums(at, groups, effects, trade, known)));
    if (change < 1e-12) break;
  }
  const pairs = effects[2]!;
  const domestic = pairs[n * n]!;
  return Float64Array.from({length: n * n}, (_, cell) => {
    const i = Math.floor(cell / n);
    const j = cell % n;
    return i === j ? 1 : pairs[Math.min(i, j) * n + Math.max(i, j)]! / domestic;
  });
}

function matchSums(
  at: number,
  groups: readonly Int32Array[],
  effects: readonly Float64Array[],
  trade: Float64Array,
  known: Float64Array
): number {
  const own = effects[at]!;
  const wanted = new Float64Array(own.length);
  const fitted = new Float64Array(own.length);
  const [a, b, c] = groups as [Int32Array, Int32Array, Int32Array];
  const [x, y, z] = effects as [Float64Array, Float64Array, Float64Array];
  const group = groups[at]!;
  for (let row = 0; row < trade.length; row++) {
    wanted[group[row]!]! += trade[row]!;
    fitted[group[row]!]! += known[row]! * x[a[row]!]! * y[b[row]!]! * z[c[row]!]!;
  }
  let change = 0;
  for (let k = 0; k < own.length; k++) {
    if (fitted[k] === 0) continue;
    const factor = wanted[k]! / fitted[k]!;
    if (factor > 0) change = Math.max(change, Math.abs(factor - 1));
    own[k]! *= factor;
  }
  return change;
}

/** The second stage's prediction exp(x·β) with exporter and importer effects that match the sums of the known pairs. */
function predictedCosts(
  cells: readonly YearCell[],
  names: readonly string[],
  pairs: Float64Array,
  coef: GuideEstimates["app2_nafta"]["stage2"]["coef"]
): Float64Array {
  const n = names.length;
  const all = new Float64Array(n * n);
  for (const {cell, row, isDomestic} of cells) {
    if (isDomestic) continue;
    all[cell] = Math.exp(
      coef.ln_DIST![0] * Math.log(Number(row.dist)) +
        coef.CNTG![0] * Number(row.cntg) +
        coef.LANG![0] * Number(row.lang) +
        coef.CLNY![0] * Number(row.clny)
    );
  }
  const known = all.map((value, cell) => (pairs[cell]! > 0 ? value : 0));
  const rowSums = new Float64Array(n);
  const columnSums = new Float64Array(n);
  for (let cell = 0; cell < n * n; cell++) {
    if (known[cell] === 0) continue;
    rowSums[Math.floor(cell / n)]! += pairs[cell]!;
    columnSums[cell % n]! += pairs[cell]!;
  }
  const {rows, columns} = balance(known, rowSums, columnSums, {tolerance: 1e-12});
  return all.map((value, cell) => value * rows[Math.floor(cell / n)]! * columns[cell % n]!);
}
