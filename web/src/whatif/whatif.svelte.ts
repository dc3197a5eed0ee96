import type {DeficitRule, TradeBarrier, TradeScenario} from "../../../src/base/trade-scenario.ts";
import {csvTable} from "../../../src/kernels/trade/world/cell-table.ts";
import type {DrawnOutcome, MovedParameter} from "../../../src/kernels/trade/world/draws.ts";
import {readMatrix} from "../../../src/kernels/trade/world/read-matrix.ts";
import type {TradeWorld} from "../../../src/kernels/trade/world/world.ts";
import {address} from "../app/address.svelte.ts";
import {settings} from "../app/settings.svelte.ts";
import {hashToShared, type Shared, sharedToHash} from "./link.ts";
import type {Given, Reply, Request, Solved} from "./protocol.ts";
import {firstScenarios, type Sample, sampleWorld} from "./sample.ts";
import {barrierOf} from "./sliders.ts";

/** Draws of the elasticities; enough for quantiles that stand still to the eye. */
const draws = 200;
/** Milliseconds without a move after which draws begin. */
const pause = 350;

/** Everything the page shows and asks. */
export class WhatIf {
  world = $state.raw<TradeWorld>(sampleWorld("sectors"));
  /** A shipped world, or the name of the user's file. */
  source = $state<Sample | {readonly file: string}>("sectors");
  scenarios = $state.raw<readonly TradeScenario[]>([]);
  active = $state(0);
  sigma = $state(5);
  deficits = $state<DeficitRule>("held");
  spread = $state(0);
  solved = $state.raw<readonly (Solved | undefined)[]>([]);
  failures = $state.raw<readonly (string | undefined)[]>([]);
  drawn = $state.raw<DrawnOutcome>();
  /** Each elasticity moved alone, under the scenario that is shown. */
  moved = $state.raw<readonly MovedParameter[]>([]);
  /** The economy that the reader looks at closer; undefined until one is chosen. */
  chosen = $state<string>();
  isDrawing = $state(false);
  /** What went wrong with a file or a link; "own" where a link is about a table of its author's. */
  trouble = $state<string>();

  readonly scenario = $derived(this.scenarios[this.active]);
  /** Who is looked at closer: whoever's welfare moves most, until the reader chooses. */
  readonly focus = $derived.by(() => {
    if (this.chosen !== undefined && this.world.economies.includes(this.chosen)) return this.chosen;
    const economies = this.solved[this.active]?.economies ?? [];
    return [...economies].sort((a, b) => Math.abs(b.welfare) - Math.abs(a.welfare))[0]?.id;
  });
  readonly hasTariffs = $derived(this.world.tariff?.some((factor) => factor !== 1) ?? false);

  readonly #worker = new Worker(new URL("./worker.ts", import.meta.url), {type: "module"});
  /** Slots that the worker is busy with, and those that changed meanwhile. */
  readonly #busy = new Set<number>();
  readonly #waiting = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #drawKey = 0;
  /** What the address says, or undefined before it has been read. */
  #kept: string | undefined;

  constructor() {
    this.#worker.onmessage = ({data}: MessageEvent<Reply>) => this.#take(data);
    this.#ask({kind: "world", world: this.world});
    this.scenarios = firstScenarios("sectors", settings.language);
    this.solveAll();
  }

  /** Shows what the address holds, unless it is what the page has put there itself. */
  follow(hash: string): void {
    if (hash === this.#kept) return;
    const isFirst = this.#kept === undefined;
    this.#kept = hash;
    if (hash.length > 1) void this.#readAddress(hash);
    else if (!isFirst) this.useSample("sectors");
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  /** Replaces the scenario that is shown. */
  change(scenario: TradeScenario): void {
    this.scenarios = this.scenarios.with(this.active, scenario);
    this.#solve(this.active);
    this.#keep();
  }

  setBarrier(at: number, barrier: TradeBarrier): void {
    this.change({...this.scenario!, barriers: this.scenario!.barriers.with(at, barrier)});
  }

  removeBarrier(at: number): void {
    this.change({...this.scenario!, barriers: this.scenario!.barriers.filter((_, place) => place !== at)});
  }

  addBarrier(): void {
    const [exporter = "*", importer = "*"] = this.world.economies;
    const barrier = barrierOf("tariff", {exporter, importer}, this.hasTariffs);
    this.change({...this.scenario!, barriers: [...this.scenario!.barriers, barrier]});
  }

  addScenario(scenario: TradeScenario): void {
    this.scenarios = [...this.scenarios, scenario];
    this.show(this.scenarios.length - 1);
    this.solveAll();
    this.#keep();
  }

  removeScenario(at: number): void {
    this.scenarios = this.scenarios.filter((_, place) => place !== at);
    this.solved = this.solved.filter((_, place) => place !== at);
    this.show(Math.max(0, Math.min(this.active, this.scenarios.length - 1)));
    this.solveAll();
    this.#keep();
  }

  show(at: number): void {
    this.active = at;
    this.#forgetDraws();
    this.#drawSoon();
    this.#keep();
  }

  setSigma(sigma: number): void {
    this.sigma = sigma;
    this.solveAll();
    this.#keep();
  }

  setDeficits(rule: DeficitRule): void {
    this.deficits = rule;
    this.solveAll();
    this.#keep();
  }

  useSample(sample: Sample): void {
    this.#useWorld(sampleWorld(sample), sample);
    this.scenarios = firstScenarios(sample, settings.language);
    this.active = 0;
    this.solveAll();
    this.#keep();
  }

  /** Reads a table of the user's; nothing of it leaves the browser. */
  async useFile(file: File): Promise<void> {
    try {
      const world = readMatrix(csvTable(await file.text(), file.name));
      const isAwaited = this.trouble === "own";
      this.#useWorld(flat(world), {file: file.name});
      if (!isAwaited) {
        const [exporter = "", importer = ""] = world.economies;
        const barrier = barrierOf("cost", {exporter, importer, bothWays: true}, false);
        this.scenarios = [{name: `${exporter} – ${importer}`, barriers: [barrier]}];
        this.active = 0;
      }
      this.solveAll();
      this.#keep();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  /** Reads a scenario file; it is checked by the schema that the command line uses. */
  async openScenario(file: File): Promise<void> {
    try {
      const {parse} = await import("yaml");
      this.addScenario(await checked(parse(await file.text())));
      this.trouble = undefined;
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }

  solveAll(): void {
    this.scenarios.forEach((_, slot) => {
      this.#solve(slot);
    });
  }

  #useWorld(world: TradeWorld, source: WhatIf["source"]): void {
    this.trouble = undefined;
    this.world = world;
    this.source = source;
    this.solved = [];
    this.failures = [];
    this.#forgetDraws();
    this.#ask({kind: "world", world});
  }

  get #given(): Given {
    return {sigma: this.sigma, deficits: this.deficits};
  }

  /** Asks for a solve, or notes that one is due when the worker is free: steps in between are left out. */
  #solve(slot: number): void {
    if (this.#busy.has(slot)) {
      this.#waiting.add(slot);
      return;
    }
    const scenario = this.scenarios[slot];
    if (!scenario) return;
    this.#busy.add(slot);
    this.#ask({kind: "solve", slot, scenario, given: this.#given});
    if (slot === this.active) this.#drawSoon();
  }

  #drawSoon(): void {
    clearTimeout(this.#timer);
    this.#drawKey++;
    this.isDrawing = this.spread > 0;
    if (this.spread > 0) this.#timer = setTimeout(() => this.#draw(), pause);
    else this.#forgetDraws();
  }

  setSpread(spread: number): void {
    this.spread = spread;
    this.#drawSoon();
    this.#keep();
  }

  /** What the numbers depend on. */
  get shared(): Shared {
    const {scenarios, source, sigma, deficits, spread, active} = this;
    const data = typeof source === "string" && this.trouble !== "own" ? source : "own";
    return {scenarios, data, sigma, deficits, spread, active};
  }

  #forgetDraws(): void {
    this.drawn = undefined;
    this.moved = [];
  }

  #draw(): void {
    const {scenario, spread} = this;
    if (!scenario) return;
    const slot = this.#drawKey;
    this.#ask({kind: "draw", slot, scenario, given: this.#given, count: draws, seed: 1, spread});
  }

  #ask(request: Request): void {
    this.#worker.postMessage(request);
  }

  #take(reply: Reply): void {
    if (reply.kind === "drawn" || (reply.kind === "failed" && reply.of === "draw")) {
      if (reply.slot !== this.#drawKey) return;
      this.isDrawing = false;
      this.drawn = reply.kind === "drawn" ? reply.drawn : undefined;
      this.moved = reply.kind === "drawn" ? reply.moved : [];
      return;
    }
    const {slot} = reply;
    this.#busy.delete(slot);
    if (reply.kind === "solved" && reply.solved.economies.length === this.world.economies.length)
      this.solved = with_(this.solved, slot, reply.solved);
    this.failures = with_(this.failures, slot, reply.kind === "failed" ? reply.message : undefined);
    if (this.#waiting.delete(slot)) this.#solve(slot);
  }

  /** The address follows what is shown, so that it can be shared at any time. */
  #keep(): void {
    address.setHash(sharedToHash(this.shared));
    this.#kept = address.hash;
  }

  async #readAddress(hash: string): Promise<void> {
    try {
      const found = hashToShared(hash);
      if (!found) throw new Error("none");
      const scenarios = await Promise.all(found.scenarios.map(checked));
      const {data, active, sigma, deficits, spread} = found;
      Object.assign(this, {active, sigma, deficits, spread});
      this.scenarios = scenarios;
      if (data === "own") {
        this.trouble = "own";
        this.solved = [];
        this.failures = [];
        return;
      }
      if (data !== this.source) this.#useWorld(sampleWorld(data), data);
      this.trouble = undefined;
      this.solveAll();
    } catch {
      this.trouble = "link";
    }
  }
}

/** A table with sectors but without their inputs is one of a single sector: its flows are added up. */
function flat(world: TradeWorld): TradeWorld {
  const n = world.economies.length;
  if (world.sectors.length === 1) return world;
  const flows = new Float64Array(n * n);
  world.flows.forEach((flow, cell) => {
    flows[cell % (n * n)]! += flow;
  });
  return {economies: world.economies, sectors: ["all"], flows};
}

/** Checks what a file or a link holds; the schema is loaded only then. */
async function checked(value: unknown): Promise<TradeScenario> {
  const {tradeScenarioSchema} = await import("../../../src/base/trade-scenario.ts");
  const result = tradeScenarioSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${issue!.path.join(".") || "scenario"}: ${issue!.message}`);
}

function with_<Value>(list: readonly Value[], at: number, value: Value): Value[] {
  const copy = [...list];
  copy[at] = value;
  return copy;
}
