import wasm from "highs/runtime?url";
import type {EnergyMarket, EnergyScenario} from "../../../src/base/energy.ts";
import {applyScenario} from "../../../src/kernels/energy/apply-scenario.ts";
import {explainUnsolved} from "../../../src/kernels/energy/explain.ts";
import {energyResult} from "../../../src/kernels/energy/result.ts";
import {solveMarket} from "../../../src/kernels/energy/solve-market.ts";
import type {SolveProgram} from "../../../src/kernels/program/program.ts";
import {loadHighs} from "../../../src/runtime/highs-solver.ts";
import type {EnergyAnswer, EnergyReply, EnergyRequest} from "./protocol.ts";

const solver = loadHighs({wasm});

addEventListener("message", async ({data: {id, market, scenarios}}: MessageEvent<EnergyRequest>) => {
  const began = performance.now();
  let answers: EnergyAnswer[];
  try {
    const solve = await solver;
    answers = scenarios.map((scenario) => answer(market, scenario, solve));
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    answers = scenarios.map(() => ({failure}));
  }
  postMessage({id, answers, milliseconds: performance.now() - began} satisfies EnergyReply);
});

function answer(market: EnergyMarket, scenario: EnergyScenario, solve: SolveProgram): EnergyAnswer {
  const ruled = applyScenario(market, scenario);
  const solution = solveMarket(ruled, solve);
  if (solution.status !== "solved") {
    const {message, hint} = explainUnsolved(ruled, solution);
    return {failure: `${message}; ${hint}`};
  }
  const result = energyResult(ruled, scenario, solution);
  return result.checks.converged ? {result} : {failure: `fails its checks: residual ${result.checks.residual}`};
}
