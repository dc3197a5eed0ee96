import type {VectorOps} from "../vector-ops.ts";
import {eliminateNonTraded, type ReducedSystem} from "./eliminate.ts";
import type {SectorModel} from "./model.ts";

/**
 * All arrays that one evaluation after the other works in. The unknown u is [ln c (n·T) | X/X0 (n·T) | ln w (n)], by economy
 * and sector; arrays marked j-major are `[j·n + economy]`.
 */
export interface Workspace {
  readonly model: SectorModel;
  readonly reduced: ReducedSystem;
  readonly theta: Float64Array;
  /** Shares times the direct effect of the shock; T × n × n. */
  readonly pull: Float64Array;
  /** The same at border value. */
  readonly pullBorder: Float64Array;
  /** The same as producers receive it; only where rents are earned by exporters. */
  pullReceived: Float64Array | undefined;
  /** c^−θ, j-major. */
  readonly power: Float64Array;
  /** Σ pull·c^−θ = P^−θ, j-major. */
  readonly total: Float64Array;
  /** Sales divided by c^−θ, j-major; at border value when exporters earn rents, in `salesBorder`. */
  readonly sales: Float64Array;
  readonly salesBorder: Float64Array;
  readonly imports: Float64Array;
  /** What importers pay beyond the border value: revenue and their rents. */
  readonly receipts: Float64Array;
  readonly exporterRents: Float64Array;
  /** Surplus after the shock. */
  readonly surplus: Float64Array;
  readonly valueAdded: Float64Array;
  readonly expenditure0: Float64Array;
  readonly use: Float64Array;
  readonly laborCost: Float64Array;
  readonly finalShare: Float64Array;
  /** Step of ln w for an excess of the trade balance over income. */
  readonly wageStep: Float64Array;
  readonly u: Float64Array;
  readonly g: Float64Array;
  /** Scratch of T numbers each. */
  readonly x0: Float64Array;
  readonly x1: Float64Array;
  readonly x2: Float64Array;
  /** Residuals of costs, expenditure and trade balances. */
  readonly residuals: Float64Array;
}

/** Number of unknowns. */
export function unknowns({n, traded}: SectorModel): number {
  return 2 * n * traded + n;
}

/** Allocates the arrays by the engine's allocator, and puts the model into them. */
export function makeWorkspace(model: SectorModel, ops: Pick<VectorOps, "alloc">): Workspace {
  const {n, traded} = model;
  const reduced = eliminateNonTraded(model);
  const put = (values: Float64Array) => {
    const copy = ops.alloc(values.length);
    copy.set(values);
    return copy;
  };
  const scratch = () => ops.alloc(Math.max(traded, n));
  const workspace: Workspace = {
    model,
    reduced,
    theta: put(model.theta.subarray(0, traded)),
    pull: put(model.shares),
    pullBorder: ops.alloc(model.shares.length),
    pullReceived: undefined,
    power: ops.alloc(n * traded),
    total: ops.alloc(n * traded),
    sales: ops.alloc(n * traded),
    salesBorder: new Float64Array(n * traded),
    imports: ops.alloc(n),
    receipts: ops.alloc(n),
    exporterRents: ops.alloc(n),
    surplus: put(model.surplus),
    valueAdded: put(model.valueAdded),
    expenditure0: put(model.expenditure),
    use: put(reduced.use),
    laborCost: put(reduced.laborCost),
    finalShare: put(reduced.finalShare),
    wageStep: ops.alloc(n),
    u: ops.alloc(unknowns(model)),
    g: ops.alloc(unknowns(model)),
    x0: scratch(),
    x1: scratch(),
    x2: scratch(),
    residuals: ops.alloc(3)
  };
  return workspace;
}

/** Numbers of 8 bytes that `makeWorkspace` and the solver's mixing allocate, for engines with a memory of their own. */
export function workspaceSize(model: SectorModel, memory: number): number {
  const {n, traded} = model;
  const length = unknowns(model);
  const arrays = 3 * traded * n * n + n * traded * traded + 8 * n * traded + 12 * n + 8 * traded;
  return arrays + (2 * memory + 6) * length + 64 * (2 * memory + 40);
}
