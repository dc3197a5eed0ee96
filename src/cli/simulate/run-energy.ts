import {readFile, writeFile} from "node:fs/promises";
import type {EnergyOutput} from "../../base/energy-result.ts";
import {ConcordError} from "../../base/errors.ts";
import type {Language} from "../../base/label.ts";
import type {energyPriceChart} from "../../charts/energy-price-chart.ts";
import {parseEnergyMarket, parseEnergyScenarios} from "../../equilibrium/energy/read-market.ts";
import {simulateEnergy} from "../../equilibrium/energy/simulate-energy.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import type {ColorMode} from "../terminal/style.ts";
import {energyCsv} from "./energy-csv.ts";
import {energyReport} from "./energy-report.ts";
import {energyWords} from "./energy-words.ts";

/** Options of `concord simulate energy`. */
export interface SimulateEnergyFlags {
  readonly scenario?: readonly string[];
  readonly all?: boolean;
  readonly scenarios?: string;
  readonly draws?: number;
  readonly seed: number;
  readonly chart?: string;
  readonly accounts?: string;
  readonly language: Language;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly color: ColorMode;
}

/** Answers `concord simulate energy MARKET`. */
export async function runSimulateEnergy(this: CliContext, flags: SimulateEnergyFlags, file: string): Promise<void> {
  refuseContradictions(flags);
  const market = parseEnergyMarket(await readText(file, "Market"), file);
  const {scenarios: more, uncertain = []} =
    flags.scenarios === undefined
      ? {scenarios: []}
      : parseEnergyScenarios(await readText(flags.scenarios, "Scenarios"), flags.scenarios, market);
  const output = await simulateEnergy(market, {
    ...(flags.scenario && {scenarios: flags.scenario}),
    more,
    uncertain,
    draws: flags.draws ?? 0,
    seed: flags.seed
  });
  await writeCharts(this, output, flags);
  if (flags.json) writeJson(this, output);
  else if (flags.csv) this.process.stdout.write(energyCsv(output));
  else {
    const screen = stdoutScreen(this, flags.color);
    writeText(this, energyReport(output, market, {screen, language: flags.language}));
  }
}

function refuseContradictions({scenario, all, json, csv}: SimulateEnergyFlags): void {
  if (scenario && all) throw usage("Options --scenario and --all exclude each other", "choose one of them");
  if (json && csv) throw usage("Options --json and --csv exclude each other", "choose one of them");
}

function usage(message: string, hint: string): ConcordError {
  return new ConcordError("invalid_query", message, {details: {hint}});
}

async function readText(path: string, what: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: unknown) => {
    throw new ConcordError("not_found", `${what} "${path}" was not found`, {
      cause,
      details: {hint: "docs/examples/energy holds markets to begin with"}
    });
  });
}

async function writeCharts(
  context: CliContext,
  output: EnergyOutput,
  {chart, accounts, language}: SimulateEnergyFlags
): Promise<void> {
  if (chart === undefined && accounts === undefined) return;
  const {Window} = await import("happy-dom");
  const document = new Window().document as unknown as Parameters<typeof energyPriceChart>[1]["document"];
  const options = {document, language, caption: energyWords[language].caption(output)};
  const drawings: readonly [string | undefined, () => Promise<ReturnType<typeof energyPriceChart>>][] = [
    [chart, async () => (await import("../../charts/energy-price-chart.ts")).energyPriceChart(output, options)],
    [accounts, async () => (await import("../../charts/energy-account-chart.ts")).energyAccountChart(output, options)]
  ];
  for (const [path, draw] of drawings) {
    if (path === undefined) continue;
    const svg = (await draw()).outerHTML;
    await replaceFile(path, (temporary) => writeFile(temporary, `${svg}\n`));
    writeNote(context, `Wrote ${path}`);
  }
}
