import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {makeRandom} from "../src/kernels/random.ts";
import {solveOneSector} from "../src/kernels/trade/one-sector.ts";
import {makeOneSectorBase} from "../src/kernels/trade/one-sector-base.ts";
import {accounts} from "../src/kernels/trade/sectors/accounts.ts";
import type {SectorEngine} from "../src/kernels/trade/sectors/engine.ts";
import type {SectorModel} from "../src/kernels/trade/sectors/model.ts";
import {prepareSectors} from "../src/kernels/trade/sectors/prepare.ts";
import {calibrate} from "../src/kernels/trade/sectors/rebase.ts";
import type {SectorShock} from "../src/kernels/trade/sectors/shock.ts";
import {makeSectorSolver} from "../src/kernels/trade/sectors/solver.ts";
import {makeWasmTradeEngine} from "../src/runtime/trade-engine.ts";
import {measureInBrowser} from "./equilibrium/browser.ts";
import {manySectorWorld, oneSectorWorld} from "./equilibrium/worlds.ts";
import {type Measured, median} from "./result.ts";

const bytes = readFileSync("dist/wasm/trade.wasm");
const engines: Readonly<Record<string, (model: SectorModel) => SectorEngine | undefined>> = {
  TypeScript: () => undefined,
  WASM: (model) => makeWasmTradeEngine(bytes, model)
};

/** Measures trade equilibria on seeded worlds of the sizes that users have, and how the time grows. */
export async function measureEquilibrium(): Promise<Measured[]> {
  return [
    ...[30, 70, 200].map(oneSector),
    ...Object.keys(engines).flatMap((engine) => [...manySectors(engine), ...growth(engine)]),
    ...oracleCold(),
    ...(await measureInBrowser())
  ];
}

/** Seconds of each run after a first one that is left out. */
function times(runs: number, run: (at: number) => void): number[] {
  run(0);
  return Array.from({length: runs}, (_, at) => {
    const start = performance.now();
    run(at + 1);
    return (performance.now() - start) / 1000;
  });
}

/** Targets of the one-sector model by the number of economies, in seconds. */
const oneSectorTargets: Readonly<Record<number, number>> = {30: 0.002, 200: 0.02};

function oneSector(n: number): Measured {
  const flows = oneSectorWorld(n);
  const cost = new Float64Array(n * n).fill(1);
  for (let k = 1; k < 6; k++) {
    cost[k] = 0.8;
    cost[k * n] = 0.8;
  }
  let iterations = 0;
  const all = times(41, () => {
    const found = solveOneSector(makeOneSectorBase(flows, n), {cost}, {theta: 4});
    if (found.status !== "converged") throw new Error(`One sector, ${n} economies: ${found.status}`);
    iterations = found.iterations;
  });
  const target = oneSectorTargets[n];
  return measured(`one sector, ${n} economies (${iterations} its)`, all, target);
}

function measured(name: string, all: readonly number[], target?: number): Measured {
  return {name, median: median(all), unit: "s", runs: all.length, ...(target !== undefined && {target})};
}

/** Half the tariffs and a tenth of the other costs inside a bloc of five. */
function blocShock({n, traded, tariff}: SectorModel, part = 1): SectorShock {
  const cells: number[] = [];
  for (let j = 0; j < traded; j++)
    for (let m = 2; m < 7; m++) for (let i = 2; i < 7; i++) if (i !== m) cells.push((j * n + m) * n + i);
  return {
    cells: Int32Array.from(cells),
    tariff: Float64Array.from(cells, (cell) => 1 + (tariff[cell]! - 1) * (1 - part / 2)),
    cost: new Float64Array(cells.length).fill(1 - part / 10)
  };
}

function manySectors(engine: string): Measured[] {
  const data = manySectorWorld({n: 31, sectors: 40, traded: 20});
  const makeSolver = (model: SectorModel) => makeSectorSolver(model, engines[engine]!(model));
  let iterations = 0;
  const both = times(21, () => {
    const {model} = calibrate(makeSolver, prepareSectors(data), {removeDeficits: true, tolerance: 1e-10});
    const solver = makeSolver(model);
    const solution = solver.solve(blocShock(model));
    iterations = solution.iterations;
    accounts(solver, solution);
  });
  const {model} = calibrate(makeSolver, prepareSectors(data), {removeDeficits: true});
  const solver = makeSolver(model);
  let last = solver.solve(blocShock(model, 0.5), {tolerance: 1e-8});
  const slider = times(60, (at) => {
    last = solver.solve(blocShock(model, (at % 11) / 10), {tolerance: 1e-8, start: last.unknowns});
    accounts(solver, last);
  });
  const random = makeRandom(1);
  let failed = 0;
  const draws = times(1, () => {
    for (let draw = 0; draw < 1000; draw++) {
      const theta = model.theta.slice(0, model.traded).map((value) => value * Math.exp(0.1 * random.normal()));
      if (solver.solve(blocShock(model), {tolerance: 1e-8, theta}).status !== "converged") failed++;
    }
  });
  return [
    measured(`31 × 40: prepare, both equilibria, accounts; ${engine} (${iterations} its)`, both, 0.025),
    measured(`31 × 40: slider step at 1e-8; ${engine}`, slider, 0.005),
    measured(`31 × 40: 1,000 draws of all elasticities; ${engine} (${failed} failed)`, draws, 6)
  ];
}

const largest: Readonly<Record<string, number>> = {TypeScript: 1.5, WASM: 0.4};

/** How time and memory grow up to 200 × 150; memory is that of the process, with the data. */
function growth(engine: string): Measured[] {
  const sizes = [
    [31, 40, 9],
    [50, 40, 9],
    [100, 60, 5],
    [200, 150, 3]
  ] as const;
  return sizes.map(([n, sectors, runs]) => {
    const makeSolver = (model: SectorModel) => makeSectorSolver(model, engines[engine]!(model));
    const {model} = calibrate(makeSolver, prepareSectors(manySectorWorld({n, sectors})), {tolerance: 1e-10});
    const solver = makeSolver(model);
    let iterations = 0;
    const all = times(runs, () => {
      const solution = solver.solve(blocShock(model));
      if (solution.status !== "converged") throw new Error(`${n} × ${sectors}: ${solution.status}`);
      iterations = solution.iterations;
    });
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    const name = `${n} × ${sectors}, all traded; ${engine} (${iterations} its, ${memory} MiB)`;
    return measured(name, all, n === 200 ? largest[engine] : undefined);
  });
}

/** The published world of 31 × 40 as a cold process, where its data are on this machine. */
function oracleCold(): Measured[] {
  const folder = join(process.env.CONCORD_SHARED ?? "../shared", "oracles/caliendo_parro");
  if (!existsSync(folder)) {
    console.error(`Skipped: ${folder} is not on this machine (set CONCORD_SHARED)`);
    return [];
  }
  const all = times(9, () => {
    const {status, stderr} = spawnSync(process.execPath, ["bench/equilibrium/cold.mjs", folder], {encoding: "utf8"});
    if (status !== 0) throw new Error(stderr);
  });
  return [measured("Caliendo-Parro 31 × 40 from text, both equilibria, a cold process", all, 0.3)];
}
