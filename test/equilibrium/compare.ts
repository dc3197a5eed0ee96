/** Prints how the Advanced Guide's border removal looks in each solver beside its published Stata columns; see docs/trade-models.md. */
import {balance, balancedFlows} from "../../src/kernels/trade/balance.ts";
import {guideLoop} from "../../src/kernels/trade/guide-loop.ts";
import {solveOneSector} from "../../src/kernels/trade/one-sector.ts";
import {makeOneSectorBase} from "../../src/kernels/trade/one-sector-base.ts";
import {abroad, conditionalEffects} from "../../src/kernels/trade/resistances.ts";
import {borderRemoval} from "./guide-data.ts";
import {column, csvRows, oracle, perCent} from "./shared.ts";

const {isHere, read} = oracle("agtpa");
if (isHere) compare();

function compare(): void {
  const levels = borderRemoval(read("agtpa_panel.csv.gz"), JSON.parse(read("agtpa_expected_ch2.json")));
  const {names, n, before, after, output, expenditure, sigma, reference = 0} = levels;
  const rows = csvRows(read("ch2_app1_trade_without_border_stata.csv"));
  const stata = (name: string) => column(rows, "country", names, name);
  const ones = new Float64Array(n).fill(1);
  const published = {
    price: stata("change_price_FULL"),
    exports: stata("change_Xi_FULL"),
    inward: stata("change_IMR_FULL"),
    real: perCent(stata("rGDP_FULL"), stata("rGDP_BLN"))
  };
  const conditional = conditionalEffects(levels);
  line("conditional", {
    exports: gap(perCent(conditional.exports.conditional, conditional.exports.before), stata("change_Xi_CDL"))
  });
  for (const stop of [0.01, 1e-12]) {
    const found = guideLoop(levels, {stop});
    line(`loop, stop ${stop} (${found.rounds} rounds)`, {
      price: gap(perCent(found.price, ones), published.price),
      exports: gap(perCent(found.exports, found.exportsBefore), published.exports),
      inward: gap(perCent(found.inward, ones), published.inward),
      real: gap(perCent(found.realOutput, ones), published.real)
    });
  }
  const flows = balancedFlows(before, balance(before, output, expenditure, {reference}));
  const base = makeOneSectorBase(flows, n);
  const effect = after.map((value, cell) => Math.log(value / before[cell]!));
  for (const deficits of ["proportional", "held"] as const) {
    const found = solveOneSector(base, {effect}, {theta: sigma - 1, deficits});
    const unit = found.priceIndex[reference]!;
    const scaled = (values: Float64Array) => values.map((value) => value / unit);
    line(`exact, deficits ${deficits} (${found.iterations} its)`, {
      price: gap(perCent(scaled(found.price), ones), published.price),
      exports: gap(perCent(scaled(abroad(found.border, n, 0)), abroad(flows, n, 0)), published.exports),
      inward: gap(perCent(scaled(found.priceIndex), ones), published.inward),
      real: gap(
        perCent(
          found.price.map((value, i) => value / found.priceIndex[i]!),
          ones
        ),
        published.real
      )
    });
  }

  /** Largest and median difference in percentage points, and where the largest is. */
  function gap(found: Float64Array, wanted: Float64Array): string {
    const gaps = names.map((name, i) => ({name, gap: Math.abs(found[i]! - wanted[i]!)})).sort((a, b) => b.gap - a.gap);
    const show = (value: number) => (value < 0.001 ? value.toExponential(1) : value.toPrecision(2));
    return `${show(gaps[0]!.gap)} ${gaps[0]!.name}; ${show(gaps[n >> 1]!.gap)}`;
  }
}

function line(solver: string, gaps: Readonly<Record<string, string>>): void {
  console.log([solver.padEnd(40), ...Object.entries(gaps).map(([name, text]) => `${name} ${text}`)].join("  "));
}
