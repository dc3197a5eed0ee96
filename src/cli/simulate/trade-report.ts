import type {Language} from "../../base/label.ts";
import type {TradeSimulation} from "../../equilibrium/trade/output.ts";
import {type TradeAccount, tradeAccounts} from "../../kernels/trade/world/accounts.ts";
import type {Screen} from "../terminal/output.ts";
import {type Cell, renderTable} from "../terminal/table.ts";
import {wrap} from "../terminal/width.ts";
import {tradeWords} from "./trade-words.ts";

/** How a report is worded and how much room it has. */
export interface TradeReportOptions {
  readonly language: Language;
  readonly screen: Screen;
  /** What the data are called. */
  readonly data: string;
}

/** Trade simulations as a report: one scenario in full, several side by side account by account. */
export function tradeReport(simulations: readonly TradeSimulation[], options: TradeReportOptions): string {
  const parts = [heading(simulations, options)];
  if (simulations.length === 1) parts.push(single(simulations[0]!, options));
  else parts.push(...tradeAccounts.map((account) => sideBySide(simulations, account, options)));
  for (const one of simulations) parts.push(draws(one, simulations.length > 1, options));
  parts.push(checks(simulations, options));
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading(simulations: readonly TradeSimulation[], {language, screen, data}: TradeReportOptions): string {
  const words = tradeWords[language];
  const [first] = simulations;
  const {model, economies, parameters} = first!;
  const {sigma, supplyElasticity, deficits, numeraire} = parameters;
  const settings = [
    ...(sigma === undefined ? [] : [`σ ${sigma}`, `ψ ${supplyElasticity}`]),
    words.deficits[deficits],
    words.relative(numeraireName(numeraire, language)),
    ...(model === "many-sectors" ? [words.wage] : [])
  ].join("; ");
  const scenarios = simulations.flatMap(({scenario}) => [
    `  ${screen.style.bold(scenario.name)}`,
    ...scenario.changes.map((change) => wrap(`    ${change}`, screen.width, "      "))
  ]);
  return [
    screen.style.bold(wrap(`${data} · ${words.of(economies.length)} · ${words.models[model]}`, screen.width)),
    screen.style.dim(wrap(settings, screen.width)),
    "",
    ...scenarios
  ].join("\n");
}

function single(simulation: TradeSimulation, options: TradeReportOptions): string {
  const words = tradeWords[options.language];
  // Accounts in which nothing moves say nothing.
  const moving = tradeAccounts.filter((account) => simulation.economies.some((economy) => economy[account] !== 0));
  const columns = moving.map((account) => words.accounts[account]);
  const rows = simulation.economies.map((economy) => ({
    id: economy.id,
    values: moving.map((account) => economy[account])
  }));
  return [table(words.changes, columns, rows, options), firstOrder(simulation, options), levels(simulation, options)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function sideBySide(
  simulations: readonly TradeSimulation[],
  account: TradeAccount,
  options: TradeReportOptions
): string {
  const words = tradeWords[options.language];
  const rows = simulations[0]!.economies.map(({id}, i) => ({
    id,
    values: simulations.map(({economies}) => economies[i]![account])
  }));
  if (rows.every(({values}) => values.every((value) => value === 0))) return "";
  const title =
    account === "revenue" || account === "rents"
      ? `${words.accounts[account]}; ${words.changes}`
      : words.side(words.accounts[account]);
  return table(
    title,
    simulations.map(({scenario}) => scenario.name),
    rows,
    options
  );
}

function firstOrder({economies}: TradeSimulation, options: TradeReportOptions): string {
  const words = tradeWords[options.language];
  const rows = economies.flatMap((economy) =>
    "firstOrder" in economy && economy.firstOrder
      ? [
          {
            id: economy.id,
            values: [
              economy.firstOrder.termsOfTrade,
              economy.firstOrder.volumeOfTrade,
              economy.firstOrder.welfare,
              economy.welfare
            ]
          }
        ]
      : []
  );
  if (rows.length === 0) return "";
  return table(words.firstOrder, [words.termsOfTrade, words.volumeOfTrade, words.sum, words.exact], rows, options);
}

function levels({economies}: TradeSimulation, options: TradeReportOptions): string {
  const words = tradeWords[options.language];
  const rows = economies.flatMap((economy) =>
    "partialExports" in economy
      ? [{id: economy.id, values: [economy.partialExports ?? 0, economy.conditionalExports ?? 0, economy.exports]}]
      : []
  );
  return rows.length === 0 ? "" : table(words.conditional, [words.partial, words.given, words.full], rows, options);
}

function draws({draws: drawn, scenario}: TradeSimulation, isNamed: boolean, options: TradeReportOptions): string {
  if (!drawn) return "";
  const words = tradeWords[options.language];
  const rows = drawn.economies.map(({id, quantiles}) => {
    const [low, lower, middle, upper, high] = quantiles.welfare as [number, number, number, number, number];
    const said = (value: number) => percent(value, options.language);
    return [id, said(middle), `${said(lower)} … ${said(upper)}`, `${said(low)} … ${said(high)}`];
  });
  const columns = [
    {head: words.economy, align: "left" as const},
    {head: words.median, align: "right" as const},
    {head: words.half, align: "right" as const},
    {head: words.most, align: "right" as const}
  ];
  const title = `${isNamed ? `${scenario.name}. ` : ""}${words.draws(drawn.count, drawn.failed, drawn.seed)}`;
  return [
    options.screen.style.bold(title),
    options.screen.style.dim(words.drawn),
    renderTable(
      columns,
      rows.map((cells) => cells.map((text): Cell => ({text}))),
      options.screen
    )
  ].join("\n");
}

function checks(simulations: readonly TradeSimulation[], {language, screen}: TradeReportOptions): string {
  const words = tradeWords[language];
  const lines = simulations.map(({scenario, checks: found, iterations}) => {
    const {residual, worldBudget, walras} = found;
    const numbers = [
      `${words.residual} ${small(residual)}`,
      `${words.worldBudget} ${small(worldBudget)}`,
      `${words.walras} ${small(walras)}`,
      words.iterations(iterations)
    ].join("; ");
    return simulations.length === 1 ? numbers : `${scenario.name}: ${numbers}`;
  });
  return lines.map((line) => screen.style.dim(wrap(`${words.checks}. ${line}`, screen.width))).join("\n");
}

/** Residuals are told by their power of ten: the digits are rounding noise and differ between machines. */
function small(value: number): string {
  if (value < 1e-12) return "< 1e-12";
  return value < 1e-9 ? "< 1e-9" : value.toExponential(0);
}

interface Row {
  readonly id: string;
  readonly values: readonly number[];
}

function table(title: string, heads: readonly string[], rows: readonly Row[], options: TradeReportOptions): string {
  const words = tradeWords[options.language];
  const columns = [
    {head: words.economy, align: "left" as const},
    ...heads.map((head) => ({head, align: "right" as const}))
  ];
  const cells = rows.map(({id, values}) => [
    {text: id},
    ...values.map((value): Cell => ({text: percent(value, options.language)}))
  ]);
  return [options.screen.style.bold(title), renderTable(columns, cells, options.screen)].join("\n");
}

/** Two digits, three where a change is small; a minus sign, and no minus before zero. */
function percent(value: number, language: Language): string {
  const digits = Math.abs(value) < 0.1 ? 3 : 2;
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return "0";
  return `${value < 0 ? "−" : "+"}${language === "ru" ? text.replace(".", ",") : text}`;
}

function numeraireName(numeraire: string, language: Language): string {
  const known: Readonly<Record<string, string>> = tradeWords[language].numeraires;
  return known[numeraire] ?? numeraire.replace(/^price index of /, known["price index of"]!);
}
