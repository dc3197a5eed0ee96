import {type GravityPanel, gravityPanel} from "../gravity-panel.ts";

/** A model over a panel: what is estimated, and by what errors are clustered. */
export interface BenchProblem {
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly effects: readonly {readonly codes: Int32Array; readonly levels: number}[];
  readonly cluster: Int32Array;
}

/** Makes a panel's three-way model with directed pairs, the model of the stored references. */
export function threeWay(panel: GravityPanel): BenchProblem {
  const {economies, years, exporter, importer, year, trade, rta, border} = panel;
  const pair = joint(exporter, importer, economies);
  return {
    y: trade,
    x: [rta, border],
    effects: [
      {codes: joint(exporter, year, years), levels: economies * years},
      {codes: joint(importer, year, years), levels: economies * years},
      {codes: pair, levels: economies * economies}
    ],
    cluster: pair
  };
}

/** Panels of other shapes than full and sorted, all of 70 economies and 20 years, by their names. */
export const variants: Readonly<Record<string, () => BenchProblem>> = {
  "a quarter of rows dropped, shuffled": () => subset(threeWay(gravityPanel(70, 20)), 0.75),
  "one row in ten kept, shuffled": () => subset(threeWay(gravityPanel(70, 20)), 0.1),
  "symmetric pairs": () => {
    const panel = gravityPanel(70, 20);
    const {exporter, importer, economies} = panel;
    const codes = exporter.map((value, r) => Math.min(value, importer[r]!) * economies + Math.max(value, importer[r]!));
    const {effects, ...rest} = threeWay(panel);
    return {...rest, effects: [...effects.slice(0, 2), {codes, levels: economies ** 2}], cluster: codes};
  },
  "two-way, no pairs": () => {
    const {effects, ...rest} = threeWay(gravityPanel(70, 20));
    return {...rest, effects: effects.slice(0, 2)};
  },
  "four sets of effects": () => {
    const panel = gravityPanel(70, 20);
    const {effects, ...rest} = threeWay(panel);
    // Domestic rows and others of each year apart: crossed with every other set.
    const codes = panel.year.map((year, r) => 2 * year + (panel.exporter[r] === panel.importer[r] ? 1 : 0));
    return {...rest, x: [panel.rta, panel.tariff], effects: [...effects, {codes, levels: 2 * panel.years}]};
  }
};

function joint(a: Int32Array, b: Int32Array, width: number): Int32Array {
  return a.map((value, r) => value * width + b[r]!);
}

/** A share of the rows, in an order drawn by a fixed seed. */
function subset({y, x, effects, cluster}: BenchProblem, share: number): BenchProblem {
  const rows = Int32Array.from({length: y.length}, (_, r) => r);
  let state = 1;
  for (let r = rows.length - 1; r > 0; r--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (r + 1));
    [rows[r], rows[other]] = [rows[other]!, rows[r]!];
  }
  const chosen = rows.subarray(0, Math.round(share * rows.length));
  const numbers = (values: Float64Array) => Float64Array.from(chosen, (row) => values[row]!);
  const codes = (values: Int32Array) => Int32Array.from(chosen, (row) => values[row]!);
  return {
    y: numbers(y),
    x: x.map(numbers),
    effects: effects.map((effect) => ({codes: codes(effect.codes), levels: effect.levels})),
    cluster: codes(cluster)
  };
}
