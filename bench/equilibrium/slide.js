import {accounts} from "/kernels/trade/sectors/accounts.js";
import {prepareSectors} from "/kernels/trade/sectors/prepare.js";
import {calibrate} from "/kernels/trade/sectors/rebase.js";
import {makeSectorSolver} from "/kernels/trade/sectors/solver.js";
import {makeWasmTradeEngine} from "/runtime/trade-engine.js";

/** Seconds of each step of a slider, in the page that loads this; the first twenty warm up. */
export async function slide({plain, engine}) {
  const data = Object.fromEntries(
    Object.entries(plain).map(([key, value]) => [key, typeof value === "number" ? value : Float64Array.from(value)])
  );
  const bytes = await (await fetch("/wasm/trade.wasm")).arrayBuffer();
  const makeSolver = (model) =>
    makeSectorSolver(model, engine === "WASM" ? makeWasmTradeEngine(bytes, model) : undefined);
  const {model} = calibrate(makeSolver, prepareSectors(data), {removeDeficits: true});
  const solver = makeSolver(model);
  const cells = [];
  for (let j = 0; j < model.traded; j++)
    for (let m = 2; m < 7; m++) for (let i = 2; i < 7; i++) if (i !== m) cells.push((j * model.n + m) * model.n + i);
  const times = [];
  let start;
  for (let at = 0; at < 80; at++) {
    const cost = new Float64Array(cells.length).fill(1 - (at % 11) / 100);
    const began = performance.now();
    const solution = solver.solve({cells: Int32Array.from(cells), cost}, {tolerance: 1e-8, start});
    accounts(solver, solution);
    if (at >= 20) times.push((performance.now() - began) / 1000);
    if (solution.status !== "converged") throw new Error(solution.status);
    start = solution.unknowns;
  }
  return times;
}
