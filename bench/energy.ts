import {readFileSync} from "node:fs";
import type {EnergyMarket} from "../src/base/energy.ts";
import {seededNetwork} from "./energy-network.ts";
import type {Library} from "./library.ts";
import {type Measured, median} from "./result.ts";

type Solve = Awaited<ReturnType<Library["energy"]["loadHighs"]>>;

/** One frame of a screen at 60 frames a second. */
const frame = 1 / 60;

/** Markets of energy: loading the solver, a step of a slider, larger networks, joint draws; all on one core. */
export async function measureEnergy({energy}: Library): Promise<Measured[]> {
  const began = performance.now();
  const solve = await energy.loadHighs();
  const loaded = (performance.now() - began) / 1000;
  const gas = shipped("gas");
  const oil = shipped("oil");
  const all: Measured[] = [{name: "loadHighs(), first call", median: loaded, unit: "s", runs: 1}];
  let capacity = 20;
  const step = (market: EnergyMarket, scenario: EnergyMarket["scenarios"][number]) => () => {
    // Another capacity each time, as a slider that is dragged gives; nothing can be remembered.
    capacity = 15 + ((capacity * 7.3) % 30);
    const changed = energy.applyScenario(market, {...scenario, arcs: {...scenario.arcs, "B-X": {capacity}}});
    solved(energy.solveMarket(changed, solve));
  };
  all.push(
    timed("gas, 4 nodes (QP): a slider step, solved and checked", 400, step(gas, gas.scenarios[2]!), frame),
    timed(
      "oil, 3 nodes (LP): solved and checked",
      400,
      () => solved(energy.solveMarket(energy.applyScenario(oil, oil.scenarios[0]!), solve)),
      frame
    )
  );
  for (const nodes of [20, 50, 100, 200]) all.push(network(energy, solve, nodes));
  const uncertain: EnergyMarket = {...gas, uncertain: [{parameter: "exports.X.price", range: [180, 220]}]};
  const draws = () => {
    const [drawn] = energy.drawMarket(uncertain, [gas.scenarios[2]!], {draws: 1000, seed: 1, solve});
    if (drawn!.failed > 0) throw new Error(`${drawn!.failed} draws failed, wanted none`);
  };
  all.push(timed("gas: 1,000 joint draws", 5, draws, 6));
  return all;
}

function network(energy: Library["energy"], solve: Solve, nodes: number): Measured {
  const market = seededNetwork(nodes);
  const {supplies, demands, arcs} = market;
  const columns = supplies.length + demands.length + arcs!.length;
  return timed(`network of ${nodes} nodes, ${columns} columns (QP)`, nodes > 100 ? 5 : 15, () =>
    solved(energy.solveMarket(market, solve))
  );
}

function shipped(name: string): EnergyMarket {
  return JSON.parse(readFileSync(new URL(`../docs/examples/energy/${name}.json`, import.meta.url), "utf8"));
}

function solved(solution: ReturnType<Library["energy"]["solveMarket"]>): void {
  if (solution.status !== "solved") throw new Error(`Found a market "${solution.status}", wanted it solved`);
  if (!(solution.residuals.largest < 1e-7)) throw new Error(`Residual ${solution.residuals.largest}, wanted 1e-7`);
}

function timed(name: string, runs: number, work: () => void, target?: number): Measured {
  for (let warm = 0; warm < Math.min(20, runs); ++warm) work();
  const times = Array.from({length: runs}, () => {
    const began = performance.now();
    work();
    return (performance.now() - began) / 1000;
  });
  return {name, median: median(times), unit: "s", runs, ...(target !== undefined && {target})};
}
