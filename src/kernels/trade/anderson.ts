import {solveSemidefinite} from "./semidefinite.ts";
import {plainOps, type VectorOps} from "./vector-ops.ts";

/** Mixes the last evaluations of a map u → g(u) so that its fixed point is found in far fewer of them. */
export interface Anderson {
  /** Turns u into the next iterate, in place; g is the map's value at u. */
  step(u: Float64Array, g: Float64Array): void;
  /** Forgets all earlier evaluations, as must be when the map itself has changed. */
  reset(): void;
}

/**
 * Anderson acceleration with a window of `memory` differences (Anderson 1965, doi:10.1145/321296.321305; Walker and Ni
 * 2011, doi:10.1137/10078356X), by normal equations: each step adds one row to the matrix of inner products instead of
 * making it anew, and a column that depends on the others is dropped.
 */
export function makeAnderson(length: number, memory: number, ops: VectorOps = plainOps): Anderson {
  const residual = ops.alloc(length);
  const lastResidual = ops.alloc(length);
  const lastValue = ops.alloc(length);
  const residualSteps = Array.from({length: memory}, () => ops.alloc(length));
  const valueSteps = Array.from({length: memory}, () => ops.alloc(length));
  const gram = new Float64Array(memory * memory);
  const system = new Float64Array(memory * memory);
  const weights = new Float64Array(memory);
  let count = 0;
  let head = 0;
  let hasLast = false;

  const remember = (g: Float64Array) => {
    ops.difference(residualSteps[head]!, residual, lastResidual);
    ops.difference(valueSteps[head]!, g, lastValue);
    count = Math.min(count + 1, memory);
    for (let c = 0; c < count; c++) {
      const product = ops.dot(residualSteps[head]!, residualSteps[c]!);
      gram[head * memory + c] = product;
      gram[c * memory + head] = product;
    }
    head = (head + 1) % memory;
  };

  const mix = (u: Float64Array) => {
    for (let c = 0; c < count; c++) {
      weights[c] = ops.dot(residualSteps[c]!, residual);
      for (let k = 0; k < count; k++) system[c * count + k] = gram[c * memory + k]!;
      system[c * count + c]! *= 1 + 1e-13;
    }
    solveSemidefinite(system, weights, count);
    for (let c = 0; c < count; c++) ops.subtractScaled(u, valueSteps[c]!, weights[c]!);
  };

  return {
    step(u, g) {
      ops.difference(residual, g, u);
      if (hasLast && memory > 0) remember(g);
      hasLast = true;
      lastResidual.set(residual);
      lastValue.set(g);
      u.set(g);
      if (count > 0) mix(u);
    },
    reset() {
      count = 0;
      head = 0;
      hasLast = false;
    }
  };
}
