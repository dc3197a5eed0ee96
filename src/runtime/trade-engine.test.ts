import {existsSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {manySectorWorld} from "../../bench/equilibrium/worlds.ts";
import {accounts} from "../kernels/trade/sectors/accounts.ts";
import type {SectorModel} from "../kernels/trade/sectors/model.ts";
import {prepareSectors} from "../kernels/trade/sectors/prepare.ts";
import {makeSectorSolver} from "../kernels/trade/sectors/solver.ts";
import {makeWasmTradeEngine} from "./trade-engine.ts";

const file = "dist/wasm/trade.wasm";
const isBuilt = existsSync(file);
if (!isBuilt) console.warn(`Skipped: ${file} is not built (npm run build)`);

describe.skipIf(!isBuilt)("makeWasmTradeEngine()", () => {
  const bytes = isBuilt ? readFileSync(file) : Buffer.alloc(0);

  it.each([
    [5, 4],
    [7, 3],
    [9, 6]
  ])("agrees with its twin in plain TypeScript, %s economies and %s sectors", (n, sectors) => {
    const model = prepareSectors(manySectorWorld({n, sectors, seed: n}));
    const cells = Int32Array.from({length: 6}, (_, at) => at * n + at + 1);
    const shock = {cells, tariff: new Float64Array(6).fill(1.3), exporterRent: new Float64Array(6).fill(1.1)};
    const solve = (make: (model: SectorModel) => ReturnType<typeof makeSectorSolver>) => {
      const solver = make(model);
      const solution = solver.solve(shock, {tolerance: 1e-12});
      expect(solution.status).toBe("converged");
      return accounts(solver, solution);
    };
    const plain = solve((one) => makeSectorSolver(one));
    const wasm = solve((one) => makeSectorSolver(one, makeWasmTradeEngine(bytes, one)));
    for (let i = 0; i < n; i++) {
      expect(Math.abs(wasm.welfare[i]! / plain.welfare[i]! - 1)).toBeLessThan(1e-10);
      expect(Math.abs(wasm.after.exports[i]! / plain.after.exports[i]! - 1)).toBeLessThan(1e-9);
    }
  });

  it("keeps what is not a number from counting as converged", () => {
    const model = prepareSectors(manySectorWorld({n: 5, sectors: 4}));
    const solver = makeSectorSolver(model, makeWasmTradeEngine(bytes, model));
    expect(solver.solve({cells: Int32Array.of(1), cost: Float64Array.of(Number.NaN)}).status).toBe("not-finite");
  });
});
