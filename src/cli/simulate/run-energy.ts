import {writeFile} from "node:fs/promises";
import type {EnergyOutput} from "../../base/energy-result.ts";
import {ConcordError} from "../../base/errors.ts";
import {inLanguage} from "../../base/in-language.ts";
import type {Language} from "../../base/label.ts";
import type {energyPriceChart} from "../../charts/energy-price-chart.ts";
import {parseEnergyMarket, parseEnergyScenarios} from "../../equilibrium/energy/read-market.ts";
import {simulateEnergy} from "../../equilibrium/energy/simulate-energy.ts";
import {replaceFile} from "../../store/replace-file.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import {readInput} from "../read-input.ts";
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
  readonly tornado?: string;
  readonly focus?: string;
  readonly language: Language;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly color: ColorMode;
}

/** Answers `concord simulate energy MARKET`. */
export async function runSimulateEnergy(this: CliContext, flags: SimulateEnergyFlags, file: string): Promise<void> {
  refuseContradictions(flags);
  const market = parseEnergyMarket(await readInput(file, "Market", examples), file);
  const {scenarios: more, uncertain = []} =
    flags.scenarios === undefined
      ? {scenarios: []}
      : parseEnergyScenarios(await readInput(flags.scenarios, "Scenarios", examples), flags.scenarios, market);
  const output = await simulateEnergy(market, {
    ...(flags.scenario && {scenarios: flags.scenario}),
    more,
    uncertain,
    draws: flags.draws ?? 0,
    seed: flags.seed
  });
  await writeCharts(this, output, flags);
  if (flags.tornado !== undefined) await writeTornado(this, output, flags.tornado, flags);
  if (flags.json) writeJson(this, output);
  else if (flags.csv) this.process.stdout.write(energyCsv(output));
  else {
    const screen = stdoutScreen(this, flags.color);
    writeText(this, energyReport(output, market, {screen, language: flags.language}));
  }
}

function refuseContradictions(flags: SimulateEnergyFlags): void {
  const {scenario, all, json, csv, tornado, focus, draws = 0} = flags;
  if (tornado !== undefined && draws === 0)
    throw usage("Option --tornado needs --draws", "--draws N says how many draws to make of what is uncertain");
  if (focus !== undefined && tornado === undefined)
    throw usage("Option --focus needs --tornado", "--tornado FILE draws the chart of this economy");
  if (scenario && all) throw usage("Options --scenario and --all exclude each other", "choose one of them");
  if (json && csv) throw usage("Options --json and --csv exclude each other", "choose one of them");
}

function usage(message: string, hint: string): ConcordError {
  return new ConcordError("invalid_query", message, {details: {hint}});
}

const examples = "docs/examples/energy holds markets to begin with";

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

/** Draws how far each uncertain parameter moves one economy's welfare under the last scenario. */
async function writeTornado(
  context: CliContext,
  output: EnergyOutput,
  path: string,
  {focus, language}: SimulateEnergyFlags
): Promise<void> {
  const {scenario, economies, tornado} = output.draws!.at(-1)!;
  const at = focus === undefined ? 0 : economies.findIndex(({id}) => id === focus);
  const known = economies.map(({id}) => `"${id}"`).join(", ");
  if (at < 0) throw usage(`Market "${output.market.id}" has no economy "${focus}"`, `it has ${known}`);
  const {Window} = await import("happy-dom");
  const {tornadoChart} = await import("../../charts/tornado-chart.ts");
  const document = new Window().document as unknown as Parameters<typeof tornadoChart>[1]["document"];
  const economy = inLanguage(output.scenarios[0]!.economies[at]!.names, language) || economies[at]!.id;
  const end = ({value, welfare}: (typeof tornado)[number]["low"]) => ({value, welfare: welfare?.[at] ?? null});
  const bars = tornado.map(({parameter, low, high}) => ({parameter, low: end(low), high: end(high)}));
  const words = energyWords[language];
  const svg = tornadoChart(
    {economy, bars},
    {
      document,
      language,
      title: words.tornadoTitle(economy, scenario),
      text: words.tornado,
      axis: `${economy}, ${words.welfare}, ${inLanguage(output.market.units.money, language)}`,
      caption: `${scenario}; ${words.caption(output)}`
    }
  ).outerHTML;
  await replaceFile(path, (temporary) => writeFile(temporary, `${svg}\n`));
  writeNote(context, `Wrote ${path}`);
}
