import wasmAddress from "../../../dist/wasm/trade.wasm?url";
import type {SectorModel} from "../../../src/kernels/trade/sectors/model.ts";
import {flowChanges} from "../../../src/kernels/trade/world/barrier-changes.ts";
import {drawOutcomes, type Estimates, moveEach} from "../../../src/kernels/trade/world/draws.ts";
import {passes} from "../../../src/kernels/trade/world/outcome.ts";
import {makeTradeSimulator, type TradeSimulator} from "../../../src/kernels/trade/world/simulator.ts";
import type {TradeWorld} from "../../../src/kernels/trade/world/world.ts";
import {makeWasmTradeEngine} from "../../../src/runtime/trade-engine.ts";
import type {Given, Reply, Request} from "./protocol.ts";

/** Residual at which a step is shown: a seventh digit of a per cent nobody sees. */
const tolerance = 1e-8;

let world: TradeWorld | undefined;
let simulator: TradeSimulator | undefined;
let engine: "TypeScript" | "WASM" = "TypeScript";
const bytes = fetch(wasmAddress)
  .then((response) => (response.ok ? response.arrayBuffer() : undefined))
  .catch(() => undefined);
/** Requests are answered one after the other, also while the module loads. */
let queue: Promise<void> = Promise.resolve();

addEventListener("message", ({data}: MessageEvent<Request>) => {
  queue = queue.then(() => answer(data));
});

async function answer(request: Request): Promise<void> {
  const slot = request.kind === "world" ? -1 : request.slot;
  try {
    const reply = await replyTo(request);
    if (reply) postMessage(reply);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({kind: "failed", of: request.kind, slot, message} satisfies Reply);
  }
}

async function replyTo(request: Request): Promise<Reply | undefined> {
  if (request.kind === "world") {
    world = request.world;
    simulator = await simulatorOf(world);
    return undefined;
  }
  const parameters = {supplyElasticity: 0, tolerance, ...request.given};
  const start = performance.now();
  const changes = flowChanges(world!, request.scenario);
  if (request.kind === "draw") {
    const estimates = spreadOf(world!, request.given, request.spread);
    const {count, seed} = request;
    const theta = world!.production && {theta: world!.production.theta};
    const drawn = drawOutcomes(simulator!, changes, parameters, estimates, {
      count,
      seed,
      sectors: world!.sectors,
      ...theta
    });
    const moved = moveEach(simulator!, changes, parameters, estimates, {sectors: world!.sectors, ...theta});
    return {kind: "drawn", slot: request.slot, drawn, moved};
  }
  const {economies, flowsBefore, flowsAfter, checks, report} = simulator!.run(changes, parameters);
  if (!passes(checks)) throw new Error(`not solved: ${report.status}, residual ${checks.residual.toExponential(1)}`);
  const milliseconds = performance.now() - start;
  const {iterations} = report;
  return {
    kind: "solved",
    slot: request.slot,
    solved: {economies, flowsBefore, flowsAfter, checks, iterations, milliseconds, engine}
  };
}

/** WASM where it can be had: its shared memory needs a browser that allows it. */
async function simulatorOf(of: TradeWorld): Promise<TradeSimulator> {
  engine = "TypeScript";
  const module = of.production ? await bytes : undefined;
  if (!module) return makeTradeSimulator(of);
  const makeEngine = (model: SectorModel) => makeWasmTradeEngine(module, model);
  try {
    new WebAssembly.Memory({initial: 1, maximum: 1, shared: true});
    engine = "WASM";
    return makeTradeSimulator(of, {makeEngine});
  } catch {
    return makeTradeSimulator(of);
  }
}

/** All elasticities uncertain, each by the same share and apart from the others. */
function spreadOf({production, sectors}: TradeWorld, {sigma}: Given, spread: number): Estimates {
  const values = production ? production.theta : Float64Array.of(sigma - 1);
  const names = production ? sectors.map((name) => `theta:${name}`) : ["sigma"];
  const n = names.length;
  const covariance = new Float64Array(n * n);
  for (let k = 0; k < n; k++) covariance[k * n + k] = (spread * values[k]!) ** 2;
  return {names, values: production ? values : Float64Array.of(sigma), covariance};
}
