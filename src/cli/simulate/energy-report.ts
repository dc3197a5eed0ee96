import type {EnergyMarket} from "../../base/energy.ts";
import type {EnergyAccounts, EnergyDraws, EnergyOutput, EnergyResult} from "../../base/energy-result.ts";
import {inLanguage} from "../../base/in-language.ts";
import type {Language} from "../../base/label.ts";
import {formatNumber, formatSigned} from "../terminal/numbers.ts";
import type {Screen} from "../terminal/output.ts";
import {type Cell, renderTable} from "../terminal/table.ts";
import {wrap} from "../terminal/width.ts";
import {type EnergyWords, energyWords} from "./energy-words.ts";

/** How a report is worded and how much room it has. */
interface ReportOptions {
  readonly language: Language;
  readonly screen: Screen;
}

interface Page extends ReportOptions {
  readonly output: EnergyOutput;
  readonly words: EnergyWords;
  /** Name of an economy, a node or another part of the market. */
  readonly nameOf: (kind: "economies", id: string) => string;
}

/** A line of a table: its label and one number a scenario; null where there is none. */
interface Line {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly decimals: number;
  readonly signed?: boolean;
  readonly isHead?: boolean;
  readonly isSum?: boolean;
}

/** A simulation as a report for a terminal: scenarios side by side, always by account. */
export function energyReport(output: EnergyOutput, market: EnergyMarket, options: ReportOptions): string {
  const {language} = options;
  const nameOf: Page["nameOf"] = (kind, id) => {
    const names = market[kind].find((one) => one.id === id)?.names;
    return inLanguage(names, language) || id;
  };
  const page: Page = {...options, output, words: energyWords[language], nameOf};
  return [
    heading(page),
    accounts(page),
    changes(page),
    paidPrices(page),
    marginalCosts(page),
    nodes(page),
    flows(page),
    congestion(page),
    processes(page),
    convergence(page),
    observed(page),
    checks(page),
    ...(output.draws ?? []).map((one) => drawSection(page, one)),
    wrap(page.words.reading, page.screen.width)
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function heading({output: {market, scenarios}, words, language, screen}: Page): string {
  const {names, notes, status, units} = market;
  const lines = scenarios.map(({scenario, names: own}) => `  ${scenario}  ${inLanguage(own, language)}`.trimEnd());
  return [
    screen.style.bold(wrap(inLanguage(names, language), screen.width)),
    screen.style.dim(wrap(inLanguage(notes, language) || words.status[status], screen.width)),
    screen.style.dim(wrap(words.units(units), screen.width)),
    "",
    ...lines.map((line) => wrap(line, screen.width, "      "))
  ].join("\n");
}

function accounts(page: Page): string {
  const {output, words, nameOf} = page;
  const names = Object.keys(words.account) as (keyof EnergyAccounts)[];
  const lines = output.scenarios[0]!.economies.flatMap(({id}, e): Line[] => {
    const own = names.map((name): Line => {
      const values = output.scenarios.map(({economies}) => economies[e]!.accounts[name]);
      return {label: `  ${words.account[name]}`, values, decimals: 1};
    });
    const welfare = output.scenarios.map(({economies}) => economies[e]!.welfare);
    const kept = own.filter(isNonZero);
    if (kept.length === 0) return [];
    return [
      head(nameOf("economies", id)),
      ...kept,
      {label: `  ${words.welfare}`, values: welfare, decimals: 1, isSum: true}
    ];
  });
  const total = {label: words.total, values: output.scenarios.map((one) => one.total), decimals: 1, isSum: true};
  return table(page, words.headings.accounts, [...lines, total]);
}

function head(label: string): Line {
  return {label, values: [], decimals: 0, isHead: true};
}

function isNonZero({values}: Line): boolean {
  return values.some((value) => value !== null && Math.abs(value) > 1e-6);
}

function changes(page: Page): string {
  const {output, words, nameOf} = page;
  if (output.changes.length === 0) return "";
  const blank = (values: readonly number[]) => [null, ...values];
  const names = Object.keys(words.account) as (keyof EnergyAccounts)[];
  const lines = output.scenarios[0]!.economies.flatMap(({id}, e): Line[] => {
    const line = (label: string, of: (one: EnergyOutput["changes"][number]["economies"][number]) => number): Line => ({
      label: `  ${label}`,
      values: blank(output.changes.map(({economies}) => of(economies[e]!))),
      decimals: 1,
      signed: true
    });
    const own = names.map((name) => line(words.account[name], ({accounts}) => accounts[name])).filter(isNonZero);
    const welfare = {...line(words.welfare, (one) => one.welfare), isSum: true};
    return own.length === 0 ? [] : [head(nameOf("economies", id)), ...own, welfare];
  });
  const total: Line = {
    label: words.total,
    values: blank(output.changes.map((one) => one.total)),
    decimals: 1,
    signed: true,
    isSum: true
  };
  return table(page, words.changes(output.base), [...lines, total]);
}

/** A table of what each scenario says of the same parts of the market. */
function byPart<Part>(
  {output}: Page,
  parts: (result: EnergyResult) => readonly Part[],
  label: (part: Part) => string,
  value: (part: Part) => number | null
): Line[] {
  return parts(output.scenarios[0]!).map((part, index) => ({
    label: label(part),
    values: output.scenarios.map((result) => value(parts(result)[index]!)),
    decimals: 3
  }));
}

function paidPrices(page: Page): string {
  const lines = byPart(
    page,
    (one) => one.demands,
    demandLabel(page),
    ({paid}) => paid
  );
  return table(page, page.words.headings.paid, lines);
}

function demandLabel({output}: Page): (demand: EnergyResult["demands"][number]) => string {
  const several = new Set(output.scenarios[0]!.demands.map(({commodity}) => commodity)).size > 1;
  return ({id, commodity}) => (several ? `${id}, ${commodity}` : id);
}

function marginalCosts(page: Page): string {
  const lines = byPart(
    page,
    (one) => one.demands,
    demandLabel(page),
    ({paid, marginal}) => (Math.abs(paid - marginal) > 1e-9 * (1 + Math.abs(paid)) ? marginal : null)
  );
  return table(
    page,
    page.words.headings.marginal,
    lines.filter(({values}) => values.some((value) => value !== null))
  );
}

function nodes(page: Page): string {
  const several = new Set(page.output.scenarios[0]!.nodes.map(({commodity}) => commodity)).size > 1;
  const label = ({node, commodity}: EnergyResult["nodes"][number]) => (several ? `${node}, ${commodity}` : node);
  return table(
    page,
    page.words.headings.nodes,
    byPart(
      page,
      (one) => one.nodes,
      label,
      ({price}) => price
    )
  );
}

function flows(page: Page): string {
  const lines = byPart(
    page,
    (one) => one.flows,
    ({id, from, to}) => arcName(id, from, to),
    ({sent}) => sent
  );
  return table(page, page.words.headings.flows, lines);
}

function arcName(id: string, from: string, to: string): string {
  return id === `${from}-${to}` ? `${from} → ${to}` : id;
}

function congestion(page: Page): string {
  const lines = byPart(
    page,
    (one) => one.flows,
    ({id, from, to}) => arcName(id, from, to),
    ({shadowPrice}) => (shadowPrice === 0 ? null : shadowPrice)
  );
  const bound = lines.filter(({values}) => values.some((value) => value !== null));
  if (bound.length > 0) return table(page, page.words.headings.congestion, bound);
  if (lines.length === 0) return "";
  return `${page.screen.style.bold(page.words.headings.congestion)}\n  ${page.words.noCongestion}`;
}

function processes(page: Page): string {
  const {words, output} = page;
  const lines = output.scenarios[0]!.processes.flatMap(({id}, index): Line[] => {
    const of = (value: (one: EnergyResult["processes"][number]) => number) =>
      output.scenarios.map((result) => value(result.processes[index]!));
    return [
      {label: `${id}, ${words.runs}`, values: of(({runs}) => runs), decimals: 3},
      {label: `${id}, ${words.margin}`, values: of(({margin}) => margin), decimals: 3}
    ];
  });
  return table(page, words.headings.processes, lines);
}

function convergence(page: Page): string {
  const {words, output} = page;
  const lines = output.scenarios[0]!.convergence.flatMap(({commodity, from, to}): Line[] => {
    const of = (value: (one: EnergyResult["convergence"][number]) => number | null, label: string): Line => ({
      label: `  ${label}`,
      values: output.scenarios.map((result) => {
        const same = result.convergence.find(
          (one) => one.commodity === commodity && one.from === from && one.to === to
        );
        return same ? value(same) : null;
      }),
      decimals: 3
    });
    return [
      head(`${from} → ${to}, ${commodity}`),
      of(({difference}) => difference, words.difference),
      of(({transport}) => transport, words.transport),
      of(({unexplained}) => unexplained, words.unexplained)
    ];
  });
  return table(page, words.headings.convergence, lines);
}

function table(page: Page, title: string, lines: readonly Line[]): string {
  if (lines.length === 0) return "";
  const {output, screen, language} = page;
  const {style, width} = screen;
  const columns = [
    {head: "", align: "left" as const},
    ...output.scenarios.map(({scenario}) => ({head: scenario, align: "decimal" as const}))
  ];
  const rows = lines.map(({label, values, decimals, signed, isHead, isSum}): Cell[] => {
    const format = signed ? formatSigned : formatNumber;
    const paint = isHead || isSum ? {paint: style.bold} : {};
    return [
      {text: label, ...paint},
      ...values.map((value) => ({
        text: value === null ? "" : trimmed(format(value, decimals, language), decimals),
        ...paint
      }))
    ];
  });
  return `${style.bold(title)}\n${renderTable(columns, withHeads(rows), {width, style})}`;
}

/** The table leaves out rows without a number, which heads are: a space keeps them. */
function withHeads(rows: readonly Cell[][]): Cell[][] {
  return rows.map((row) => (row.length > 1 ? row : [...row, {text: " "}]));
}

/** Prices and quantities end at their last digit that is not 0; money keeps its one decimal. */
function trimmed(text: string, decimals: number): string {
  return decimals > 1 ? text.replace(/([.,]\d*?)0+$/, "$1").replace(/[.,]$/, "") : text;
}

function observed({output, words, screen, language}: Page): string {
  if (!output.observed) return "";
  const columns = [
    {head: "", align: "left" as const},
    ...[words.seen, words.found, words.difference].map((head) => ({head, align: "decimal" as const}))
  ];
  const text = (value: number, format = formatNumber) => ({text: trimmed(format(value, 3, language), 3)});
  const rows = output.observed.map(({number, value, found, difference}) => [
    {text: number},
    text(value),
    text(found),
    text(difference, formatSigned)
  ]);
  const body = renderTable(columns, rows, {width: screen.width, style: screen.style});
  return `${screen.style.bold(words.headings.observed)}\n${body}`;
}

function checks({output, words, screen}: Page): string {
  const worst = (value: (one: EnergyResult) => number) => Math.max(...output.scenarios.map(value));
  const lines = [
    `  ${screen.style.good("✓")} ${words.residual}: ${atMost(worst(({checks}) => checks.residual))}`,
    `  ${screen.style.good("✓")} ${words.accountsCheck}: ${atMost(worst(({checks}) => checks.accounts))}`,
    ...notUnique(output, words).map((line) => wrap(`  ${line}`, screen.width, "    "))
  ];
  return `${screen.style.bold(words.headings.checks)}\n${lines.join("\n")}`;
}

/** A residual as a bound: its digits are noise that differs between machines. */
function atMost(residual: number): string {
  const power = Math.max(-12, Math.ceil(Math.log10(residual || 1e-12)));
  return `≤ 1e${power}`.replace("-", "−");
}

function notUnique({scenarios}: EnergyOutput, words: EnergyWords): string[] {
  const end = (value: number | null, sign: string) =>
    value === null ? `${sign}∞` : String(Number(value.toPrecision(7))).replace("-", "−");
  const places = scenarios.flatMap(({scenario, nodes}) =>
    nodes.flatMap(({node, commodity, range}) =>
      range ? [`${scenario} ${node} ${commodity} ${end(range[0], "−")}…${end(range[1], "+")}`] : []
    )
  );
  return places.length > 0 ? [words.notUnique(places.join("; "))] : [];
}

function drawSection(page: Page, drawn: EnergyDraws): string {
  const {words, screen, language, output, nameOf} = page;
  const {scenario, draws, failed, reasons, economies, tornado} = drawn;
  const number = (value: number | null) => (value === null ? words.unsolved : formatNumber(value, 1, language));
  const signed = (value: number | null) => (value === null ? words.unsolved : formatSigned(value, 1, language));
  const lines = economies
    .filter(({welfare}) => welfare.p5 !== 0 || welfare.p95 !== 0)
    .flatMap(({id, welfare, change, gains}) => [
      `  ${nameOf("economies", id)}, ${words.welfare} (${words.quantiles}): ${number(welfare.p5)}, ${number(welfare.p50)}, ${number(welfare.p95)}`,
      ...(change
        ? [
            `    ${words.change} ${words.base(output.base)}: ${signed(change.p5)}, ${signed(change.p50)}, ${signed(change.p95)}${gains === null || gains === undefined ? "" : `; ${words.gains(formatNumber(100 * gains, 0, language))}`}`
          ]
        : [])
    ]);
  const why = Object.entries(reasons).map(([reason, count]) => `${reason} (${count})`);
  const bars = tornado.map(({parameter, low, high}) => {
    const ends = economies.flatMap(({id}, e) => {
      const [from, to] = [low.welfare?.[e] ?? null, high.welfare?.[e] ?? null];
      return from === 0 && to === 0 ? [] : [`${nameOf("economies", id)} ${number(from)} … ${number(to)}`];
    });
    return wrap(
      `    ${parameter} ${formatted(low.value)} … ${formatted(high.value)}: ${ends.join("; ")}`,
      screen.width,
      "      "
    );
  });
  return [
    screen.style.bold(words.draws(scenario, draws, failed, output.parameters.seed)),
    ...(why.length > 0 ? [`  ${words.reasons}: ${why.join(", ")}`] : []),
    ...lines.map((line) => wrap(line, screen.width, "      ")),
    ...(bars.length > 0 ? [`  ${words.tornado}`, ...bars] : [])
  ].join("\n");
}

function formatted(value: number): string {
  return String(Number(value.toPrecision(6))).replace("-", "−");
}
