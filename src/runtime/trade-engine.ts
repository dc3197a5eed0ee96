import {largestWageStep, type SectorEngine} from "../kernels/trade/sectors/engine.ts";
import type {SectorModel} from "../kernels/trade/sectors/model.ts";
import {mixingMemory} from "../kernels/trade/sectors/solver.ts";
import {workspaceSize} from "../kernels/trade/sectors/workspace.ts";

/** The functions of `wasm/trade.ts`; arrays are byte offsets. */
interface TradeModule {
  heapBase(): number;
  dot(n: number, a: number, b: number): number;
  subtractScaled(n: number, y: number, x: number, w: number): void;
  difference(n: number, out: number, a: number, b: number): void;
  costs(...values: number[]): void;
  trade(...values: number[]): void;
  production(...values: number[]): void;
}

const pageSize = 65_536;

/**
 * Makes an engine of the many-sector model that runs in WASM, with a memory large enough for one solver of this model.
 * `bytes` is the built `wasm/trade.ts`; it is compiled at once, which browsers allow in workers only.
 */
export function makeWasmTradeEngine(bytes: BufferSource, model: SectorModel): SectorEngine {
  const pages = Math.ceil((8 * workspaceSize(model, mixingMemory)) / pageSize) + 4;
  const memory = new WebAssembly.Memory({initial: pages, maximum: pages, shared: true});
  const imports = {env: {memory, abort: () => undefined}};
  const module = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports as unknown as TradeModule;
  let top = align(module.heapBase());
  const alloc = (length: number) => {
    const from = top;
    top = align(top + 8 * length);
    return new Float64Array(memory.buffer, from, length);
  };
  return {
    alloc,
    dot: (a, b) => module.dot(a.length, a.byteOffset, b.byteOffset),
    subtractScaled: (y, x, w) => module.subtractScaled(y.length, y.byteOffset, x.byteOffset, w),
    difference: (out, a, b) => module.difference(out.length, out.byteOffset, a.byteOffset, b.byteOffset),
    costs: ({model: {n, traded}, theta, u, power}) =>
      module.costs(n, traded, theta.byteOffset, u.byteOffset, power.byteOffset),
    trade(space) {
      const {model, pull, pullBorder, power, u, expenditure0, total, sales, imports: bought, receipts} = space;
      sales.fill(0);
      bought.fill(0);
      receipts.fill(0);
      module.trade(
        model.n,
        model.traded,
        ...offsets(pull, pullBorder, power, u, expenditure0, total, sales, bought, receipts)
      );
    },
    production(space) {
      const {use, laborCost, finalShare, theta, valueAdded, surplus, exporterRents, wageStep, u, g} = space;
      const {model, expenditure0, power, total, sales, imports: bought, receipts, x0, x1, x2, residuals} = space;
      module.production(
        model.n,
        model.traded,
        largestWageStep,
        ...offsets(use, laborCost, finalShare, theta, valueAdded, surplus, exporterRents, wageStep, u, g),
        ...offsets(expenditure0, power, total, sales, bought, receipts, x0, x1, x2, residuals)
      );
    }
  };
}

/** Vectors start at multiples of 16 bytes: two doubles are loaded at once. */
function align(offset: number): number {
  return Math.ceil(offset / 16) * 16;
}

function offsets(...arrays: readonly Float64Array[]): number[] {
  return arrays.map(({byteOffset}) => byteOffset);
}
