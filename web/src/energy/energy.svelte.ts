import gas from "../../../docs/examples/energy/gas.json";
import oil from "../../../docs/examples/energy/oil.json";
import power from "../../../docs/examples/energy/power.json";
import type {EnergyMarket, EnergyScenario} from "../../../src/base/energy.ts";
import type {EnergyOutput} from "../../../src/base/energy-result.ts";
import {energyChanges} from "../../../src/kernels/energy/changes.ts";
import {address} from "../app/address.svelte.ts";
import {type Control, controlName, controlsOf, withSettings} from "./controls.ts";
import {choiceToHash, hashToChoice} from "./link.ts";
import type {EnergyAnswer, EnergyReply, EnergyRequest} from "./protocol.ts";

/** The shipped markets; all numbers in them are invented. */
export const markets = [gas, oil, power] as unknown as readonly EnergyMarket[];

/** The file of each of them. */
const files = ["gas", "oil", "power"] as const;

/** Everything that the page of energy markets shows and asks. */
export class EnergyState {
  market = $state.raw<EnergyMarket>(markets[0]!);
  /** Id of the scenario that the user's own starts from. */
  from = $state(markets[0]!.scenarios[0]!.id);
  /** What sliders set, by name. */
  settings = $state.raw<Readonly<Record<string, number>>>({});
  answers = $state.raw<readonly {readonly scenario: EnergyScenario; readonly answer: EnergyAnswer}[]>([]);
  milliseconds = $state(0);
  /** Whether the address holds a choice that cannot be read. */
  isBadLink = $state(false);

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
  /** What the address says, or undefined before it has been read. */
  #kept: string | undefined;

  /** `mine` names the user's own scenario. */
  constructor(mine: () => string) {
    this.#mine = mine;
    this.#worker.onmessage = ({data}: MessageEvent<EnergyReply>) => this.#take(data);
    this.solve();
  }

  /** Shows what the address holds, unless it is what the page has put there itself. */
  follow(hash: string): void {
    if (hash === this.#kept) return;
    const isFirst = this.#kept === undefined;
    this.#kept = hash;
    if (hash.length < 2) {
      if (!isFirst) this.#choose(markets[0]!.id, markets[0]!.scenarios[0]!.id, {});
      return;
    }
    const found = hashToChoice(hash, markets);
    this.isBadLink = found === undefined;
    if (found) this.#choose(found.market, found.from, found.settings);
  }

  #choose(market: string, from: string, settings: Readonly<Record<string, number>>): void {
    if (market !== this.market.id) {
      this.market = markets.find(({id}) => id === market)!;
      this.answers = [];
    }
    this.from = from;
    this.settings = settings;
    this.solve();
  }

  /** The address follows what is shown, so that it can be shared at any time. */
  #keep(): void {
    this.isBadLink = false;
    address.setHash(choiceToHash({market: this.market.id, from: this.from, settings: this.settings}));
    this.#kept = address.hash;
  }

  close(): void {
    this.#worker.terminate();
  }

  useMarket(id: string): void {
    const market = markets.find((one) => one.id === id) ?? this.market;
    this.#choose(market.id, market.scenarios[0]!.id, {});
    this.#keep();
  }

  startFrom(id: string): void {
    this.#choose(this.market.id, id, {});
    this.#keep();
  }

  /** The user's own scenario as a file that the command line takes. */
  ownScenario(name: string): string {
    const own = {...withSettings(this.start, this.settings), id: "yours", names: {en: name}};
    return `${JSON.stringify({scenarios: [own]}, null, 2)}\n`;
  }

  /** The command that solves the market with a file that `ownScenario` makes. */
  get command(): string {
    const file = files[markets.indexOf(this.market)]!;
    return `concord simulate energy docs/examples/energy/${file}.json --scenarios yours.json`;
  }

  valueOf(control: Control): number {
    return this.settings[controlName(control)] ?? control.value;
  }

  set(control: Control, value: number): void {
    const {[controlName(control)]: _, ...others} = this.settings;
    this.settings = value === control.value ? others : {...others, [controlName(control)]: value};
    this.solve();
    this.#keep();
  }

  reset(): void {
    this.startFrom(this.from);
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
