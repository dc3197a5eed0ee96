import * as Plot from "@observablehq/plot";
import {energyAccountWords} from "../base/energy-account-words.ts";
import type {EnergyAccounts, EnergyOutput} from "../base/energy-result.ts";
import {inLanguage} from "../base/in-language.ts";
import {hairline, ink, paper, positionColours, quiet} from "./data/palette.ts";
import type {EnergyChartOptions} from "./energy-price-chart.ts";
import {energyChartWords} from "./energy-words.ts";
import {drawChart, wrapText} from "./svg.ts";

interface Bar {
  readonly scenario: string;
  /** Place of the row, from above. */
  readonly row: number;
  readonly value: number;
  readonly isSum: boolean;
}

interface Row {
  readonly label: string;
  readonly isHead: boolean;
  readonly isSum: boolean;
  readonly values: readonly number[];
}

const rowHeight = 18;
const marginLeft = 150;
const marginRight = 10;
const numberWidth = 44;
/** As dark as each other, so that a loss is seen as well as a gain. */
const [gain, loss] = [positionColours[0], positionColours[1]];
const unnoticed = 1e-6;

/**
 * Draws how each account changes from the base under each further scenario: one panel a scenario, one bar an account,
 * gains and losses on one scale and in equally strong colours; accounts that never change are left out.
 */
export function energyAccountChart(output: EnergyOutput, options: EnergyChartOptions): SVGSVGElement {
  const {document, width = 720, language = "en", id = "energy", caption} = options;
  const words = energyChartWords[language];
  const rows = rowsOf(output, options);
  const bars = rows.flatMap(({values, isSum}, row): Bar[] =>
    values.map((value, s) => ({scenario: output.changes[s]!.scenario, row, value, isSum}))
  );
  const panel = (width - marginLeft - marginRight) / Math.max(1, output.changes.length);
  // Half a panel holds the longest bar and the number at its end.
  const reach =
    Math.max(unnoticed, ...bars.map(({value}) => Math.abs(value))) / Math.max(0.3, 1 - (2 * numberWidth) / panel);
  const format = new Intl.NumberFormat(language, {maximumFractionDigits: 0, signDisplay: "exceptZero"});
  const height = rowHeight * rows.length;
  const common = {fx: "scenario", y: "row"} as const;
  return drawChart(
    {
      width,
      height: height + 46,
      marginLeft,
      marginRight,
      marginTop: 34,
      marginBottom: 12,
      x: {domain: [-reach, reach], axis: null},
      y: {domain: [-0.5, Math.max(0.5, rows.length - 0.5)], range: [34, 34 + height], axis: null},
      fx: {domain: output.changes.map(({scenario}) => scenario), label: null, padding: 0.06, tickSize: 0, axis: "top"},
      marks: [
        Plot.ruleX([0], {stroke: hairline, strokeWidth: 1}),
        Plot.rect(bars, {
          fx: "scenario",
          x1: 0,
          x2: "value",
          y1: ({row}: Bar) => row - 0.36,
          y2: ({row}: Bar) => row + 0.36,
          fill: ({value}: Bar) => (value >= 0 ? gain : loss),
          fillOpacity: ({isSum}: Bar) => (isSum ? 1 : 0.62)
        }),
        ...[1, -1].map((side) =>
          Plot.text(
            bars.filter(({value}) => Math.sign(value) === side && Math.abs(value) > unnoticed),
            {
              ...common,
              x: "value",
              text: ({value}: Bar) => format.format(value).replace("-", "−"),
              textAnchor: side > 0 ? "start" : "end",
              dx: 3 * side,
              fill: ink,
              fontSize: 9,
              stroke: paper,
              strokeWidth: 2
            }
          )
        ),
        ...labelMarks(rows, output)
      ]
    },
    {
      document,
      id,
      title: energyAccountWords[language].changes(output.base),
      description: words.accountsText,
      ...(caption && {caption})
    }
  );
}

function rowsOf(output: EnergyOutput, {language = "en"}: EnergyChartOptions): Row[] {
  const words = energyChartWords[language];
  return output.scenarios[0]!.economies.flatMap(({id, names}, e): Row[] => {
    const own = (Object.keys(words.account) as (keyof EnergyAccounts)[])
      .map((account) => ({
        label: words.account[account],
        isHead: false,
        isSum: false,
        values: output.changes.map(({economies}) => economies[e]!.accounts[account])
      }))
      .filter(({values}) => values.some((value) => Math.abs(value) > unnoticed));
    if (own.length === 0) return [];
    const sums = output.changes.map(({economies}) => economies[e]!.welfare);
    return [
      {label: inLanguage(names, language) || id, isHead: true, isSum: false, values: []},
      ...own,
      {label: energyAccountWords[language].welfare, isHead: false, isSum: true, values: sums}
    ];
  });
}

/** Names of the rows, in the margin of the first panel. */
function labelMarks(rows: readonly Row[], {changes}: EnergyOutput): Plot.Markish[] {
  const placed = rows.map((row, index) => ({...row, index, scenario: changes[0]?.scenario}));
  const mark = (some: typeof placed, look: Plot.TextOptions) =>
    Plot.text(some, {
      fx: "scenario",
      y: "index",
      frameAnchor: "left",
      textAnchor: "end",
      dx: -6,
      text: ({label}: Row) => wrapText(label, 40)[0]!,
      ...look
    });
  return [
    mark(
      placed.filter(({isHead, isSum}) => !isHead && !isSum),
      {fill: quiet}
    ),
    mark(
      placed.filter(({isHead, isSum}) => isHead || isSum),
      {fill: ink, fontWeight: 600}
    )
  ];
}
