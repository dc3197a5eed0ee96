import gas from "../../../docs/examples/energy/gas.json";
import oil from "../../../docs/examples/energy/oil.json";
import power from "../../../docs/examples/energy/power.json";
import type {EnergyMarket, EnergyScenario} from "../../../src/base/energy.ts";
import type {EnergyOutput} from "../../../src/base/energy-result.ts";
import {energyChanges} from "../../../src/kernels/energy/changes.ts";
import {type Control, controlName, controlsOf, withSettings} from "./controls.ts";
import type {EnergyAnswer, EnergyReply, EnergyRequest} from "./protocol.ts";

/** The shipped markets; all numbers in them are invented. */
export const markets = [gas, oil, power] as unknown as readonly EnergyMarket[];

/** Everything that the page of energy markets shows and asks. */
export class EnergyState {
  market = $state.raw<EnergyMarket>(markets[0]!);
  /** Id of the scenario that the user's own starts from. */
  from = $state(markets[0]!.scenarios[0]!.id);
  /** What sliders set, by name. */
  settings = $state.raw<Readonly<Record<string, number>>>({});
  answers = $state.raw<readonly {readonly scenario: EnergyScenario; readonly answer: EnergyAnswer}[]>([]);
  milliseconds = $state(0);

  readonly start = $derived(this.market.scenarios.find(({id}) => id === this.from) ?? this.market.scenarios[0]!);
  readonly controls = $derived(controlsOf(this.market, this.start));
  readonly failures = $derived(
    this.answers.flatMap(({scenario, answer}) =>
      "failure" in answer ? [{scenario: scenario.id, failure: answer.failure}] : []
    )
  );
  readonly output = $derived(this.#outputOf());

  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
  #sent: EnergyRequest | undefined;
  #isBusy = false;
  #isStale = false;
  readonly #mine: () => string;

  /** `mine` names the user's own scenario. */
  constructor(mine: () => string) {
    this.#mine = mine;
    this.#worker.onmessage = ({data}: MessageEvent<EnergyReply>) => this.#take(data);
    this.solve();
  }

  close(): void {
    this.#worker.terminate();
  }

  useMarket(id: string): void {
    this.market = markets.find((one) => one.id === id) ?? this.market;
    this.answers = [];
    this.startFrom(this.market.scenarios[0]!.id);
  }

  startFrom(id: string): void {
    this.from = id;
    this.settings = {};
    this.solve();
  }

  valueOf(control: Control): number {
    return this.settings[controlName(control)] ?? control.value;
  }

  set(control: Control, value: number): void {
    const {[controlName(control)]: _, ...others} = this.settings;
    this.settings = value === control.value ? others : {...others, [controlName(control)]: value};
    this.solve();
  }

  reset(): void {
    this.settings = {};
    this.solve();
  }

  /** Solves what is shown; while the worker is busy only the last state waits, so that a dragged slider does not lag. */
  solve(): void {
    if (this.#isBusy) {
      this.#isStale = true;
      return;
    }
    const own = {...withSettings(this.start, this.settings), id: this.#mine()};
    const scenarios = [...this.market.scenarios, ...(Object.keys(this.settings).length > 0 ? [own] : [])];
    this.#sent = {id: (this.#sent?.id ?? 0) + 1, market: $state.snapshot(this.market) as EnergyMarket, scenarios};
    this.#isBusy = true;
    this.#worker.postMessage(this.#sent);
  }

  #take({answers, milliseconds}: EnergyReply): void {
    const {market, scenarios} = this.#sent!;
    this.#isBusy = false;
    if (market.id === this.market.id) {
      this.answers = scenarios.map((scenario, index) => ({scenario, answer: answers[index]!}));
      this.milliseconds = milliseconds;
    }
    if (!this.#isStale) return;
    this.#isStale = false;
    this.solve();
  }

  #outputOf(): EnergyOutput | undefined {
    const scenarios = this.answers.flatMap(({answer}) => ("result" in answer ? [answer.result] : []));
    if (scenarios.length === 0) return undefined;
    const {id, names, status, units, sources = []} = this.market;
    return {
      model: "energy",
      market: {id, names, status, sources, units},
      parameters: {draws: 0, seed: 1},
      base: scenarios[0]!.scenario,
      scenarios,
      changes: energyChanges(scenarios),
      seconds: this.milliseconds / 1000
    };
  }
}
