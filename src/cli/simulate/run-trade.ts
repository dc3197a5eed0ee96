import {writeFile} from "node:fs/promises";
import {basename} from "node:path";
import {ConcordError} from "../../base/errors.ts";
import type {Language} from "../../base/label.ts";
import type {DeficitRule} from "../../base/trade-scenario.ts";
import {parseTradeScenario} from "../../equilibrium/scenario.ts";
import {parseEstimates} from "../../equilibrium/trade/estimates.ts";
import type {TradeSimulation} from "../../equilibrium/trade/output.ts";
import {simulateTrade, type TradeOptions} from "../../equilibrium/trade/simulate-trade.ts";
import type {TradeWorld} from "../../kernels/trade/world/world.ts";
import {readWasm} from "../../runtime/wasm-file.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import {readInput} from "../read-input.ts";
import type {ColorMode} from "../terminal/style.ts";
import {readWorld} from "./read-world.ts";
import {tradeCsv} from "./trade-csv.ts";
import {tradeReport} from "./trade-report.ts";

/** Options of `concord simulate trade`. */
export interface SimulateTradeFlags {
  readonly scenario: readonly string[];
  readonly model?: NonNullable<TradeOptions["model"]>;
  readonly sigma?: number;
  readonly supply?: number;
  readonly deficits?: DeficitRule;
  readonly reference?: string;
  readonly fit?: string;
  readonly draws?: number;
  readonly seed: number;
  readonly tornado?: string;
  readonly focus?: string;
  readonly language: Language;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly color: ColorMode;
}

/** Answers `concord simulate trade DATA`. */
export async function runSimulateTrade(this: CliContext, flags: SimulateTradeFlags, data: string): Promise<void> {
  refuseContradictions(flags);
  const world = await readWorld(data);
  const scenarios = await Promise.all(
    flags.scenario.map(async (file) => parseTradeScenario(await readInput(file, "Scenario", examples), file))
  );
  const estimates =
    flags.fit === undefined ? undefined : parseEstimates(await readInput(flags.fit, "Estimates", examples), flags.fit);
  const {model, sigma, supply, deficits, reference, draws, seed} = flags;
  const tornadoOf = flags.tornado === undefined ? undefined : (flags.focus ?? world.economies[0]!);
  const makeEngine = await engineFor(world);
  const simulations = simulateTrade(world, scenarios, {
    seed,
    ...(makeEngine && {makeEngine}),
    ...(model !== undefined && {model}),
    ...(sigma !== undefined && {sigma}),
    ...(supply !== undefined && {supplyElasticity: supply}),
    ...(deficits !== undefined && {deficits}),
    ...(reference !== undefined && {reference}),
    ...(draws !== undefined && {draws}),
    ...(tornadoOf !== undefined && {tornadoOf}),
    ...(estimates && {estimates})
  });
  if (flags.tornado !== undefined) await writeTornado(this, simulations[0]!, flags.tornado, flags.language);
  write(this, simulations, flags, data);
}

/** Cells of shares from which loading WASM pays. */
const manyCells = 50_000;

/** WASM for large worlds, where it is built and can be had; else plain TypeScript. */
async function engineFor({
  economies,
  sectors,
  production
}: TradeWorld): Promise<TradeOptions["makeEngine"] | undefined> {
  if (!production || economies.length ** 2 * sectors.length < manyCells) return undefined;
  const bytes = await readWasm("trade").catch(() => undefined);
  if (!bytes) return undefined;
  const {makeWasmTradeEngine} = await import("../../runtime/trade-engine.ts");
  return (model) => makeWasmTradeEngine(new Uint8Array(bytes), model);
}

function refuseContradictions({json, csv, focus, tornado, scenario}: SimulateTradeFlags): void {
  if (json && csv) throw usage("Options --json and --csv exclude each other", "choose one of them");
  if (focus !== undefined && tornado === undefined)
    throw usage("Option --focus needs --tornado", "--tornado FILE draws the chart of this economy");
  if (scenario.length === 0) throw usage("No scenario", "give --scenario FILE; docs/examples/trade holds some");
}

function usage(message: string, hint: string): ConcordError {
  return new ConcordError("invalid_query", message, {details: {hint}});
}

const examples = "docs/examples/trade holds some to begin with";

async function writeTornado(
  context: CliContext,
  {tornado, scenario}: TradeSimulation,
  path: string,
  language: Language
): Promise<void> {
  const {Window} = await import("happy-dom");
  const {tornadoChart} = await import("../../charts/tornado-chart.ts");
  const document = new Window().document as unknown as Parameters<typeof tornadoChart>[1]["document"];
  const svg = tornadoChart(tornado!, {document, language, caption: scenario.name}).outerHTML;
  await replaceFile(path, (temporary) => writeFile(temporary, `${svg}\n`));
  writeNote(context, `Wrote ${path}`);
}

function write(
  context: CliContext,
  simulations: readonly TradeSimulation[],
  {json, csv, language, color}: SimulateTradeFlags,
  data: string
): void {
  if (json) writeJson(context, simulations);
  else if (csv) context.process.stdout.write(tradeCsv(simulations));
  else
    writeText(
      context,
      tradeReport(simulations, {language, screen: stdoutScreen(context, color), data: basename(data)})
    );
}
