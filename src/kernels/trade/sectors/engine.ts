import {plainOps, type VectorOps} from "../vector-ops.ts";
import type {Workspace} from "./workspace.ts";

/** The three passes of an evaluation, and the vector operations; in plain TypeScript here, in WASM in `wasm/trade.ts`. */
export interface SectorEngine extends VectorOps {
  /** power ← c^−θ. */
  costs(space: Workspace): void;
  /** Prices, imports, receipts and sales from costs and expenditure: one pass over all shares. */
  trade(space: Workspace): void;
  /** Wages, then costs and expenditure at the new wage: one pass over all input shares. Fills g and the residuals. */
  production(space: Workspace): void;
}

/** The largest step of a log wage in one iteration. */
export const largestWageStep = 0.25;

/** The engine in plain TypeScript. Its functions are small so that V8 optimises each within the first iterations. */
export const plainEngine: SectorEngine = {...plainOps, costs, trade, production};

function costs({model, theta, u, power}: Workspace): void {
  const {n, traded} = model;
  for (let i = 0; i < n; i++) powersOf(traded, n, i, theta, u, power);
}

function powersOf(traded: number, n: number, i: number, theta: Float64Array, u: Float64Array, power: Float64Array) {
  for (let j = 0, at = i; j < traded; j++, at += n) power[at] = Math.exp(-theta[j]! * u[i * traded + j]!);
}

function trade(space: Workspace): void {
  space.sales.fill(0);
  space.imports.fill(0);
  space.receipts.fill(0);
  for (let j = 0; j < space.model.traded; j++) tradeSector(space, j);
}

const two = new Float64Array(2);

/** One sector, importer by importer: P^−θ, then what each exporter sells. */
function tradeSector(space: Workspace, j: number): void {
  const {model, pull, pullBorder, power, total, u, expenditure0, sales, imports, receipts} = space;
  const {n, traded} = model;
  const at = j * n;
  const spent = n * traded;
  for (let m = 0; m < n; m++) {
    const row = (at + m) * n;
    twoDots(pull, pullBorder, row, power, at, n);
    const sum = two[0]!;
    total[at + m] = sum;
    if (sum === 0) continue;
    const cell = m * traded + j;
    const paid = u[spent + cell]! * expenditure0[cell]!;
    const scale = paid / sum;
    const bought = scale * two[1]!;
    imports[m]! += bought;
    receipts[m]! += paid - bought;
    addScaled(sales, at, pullBorder, row, n, scale);
  }
}

function twoDots(a: Float64Array, b: Float64Array, row: number, q: Float64Array, at: number, n: number): void {
  let a0 = 0;
  let a1 = 0;
  let b0 = 0;
  let b1 = 0;
  let i = 0;
  for (; i + 1 < n; i += 2) {
    const q0 = q[at + i]!;
    const q1 = q[at + i + 1]!;
    a0 += a[row + i]! * q0;
    a1 += a[row + i + 1]! * q1;
    b0 += b[row + i]! * q0;
    b1 += b[row + i + 1]! * q1;
  }
  if (i < n) {
    a0 += a[row + i]! * q[at + i]!;
    b0 += b[row + i]! * q[at + i]!;
  }
  two[0] = a0 + a1;
  two[1] = b0 + b1;
}

function addScaled(out: Float64Array, to: number, row: Float64Array, from: number, n: number, scale: number): void {
  for (let i = 0; i < n; i++) out[to + i]! += scale * row[from + i]!;
}

/**
 * Replaces the sales at border value that `trade` left by what producers receive, and notes the difference as the
 * exporters' rents. Plain in every engine: few scenarios have such rents.
 */
export function splitExporterRents(space: Workspace): void {
  const {model, pullReceived, power, total, u, expenditure0, sales, salesBorder, exporterRents} = space;
  if (!pullReceived) return;
  const {n, traded} = model;
  salesBorder.set(sales);
  sales.fill(0);
  exporterRents.fill(0);
  for (let j = 0; j < traded; j++) {
    for (let m = 0; m < n; m++) {
      const sum = total[j * n + m]!;
      if (sum === 0) continue;
      const cell = m * traded + j;
      const scale = (u[n * traded + cell]! * expenditure0[cell]!) / sum;
      addScaled(sales, j * n, pullReceived, (j * n + m) * n, n, scale);
    }
    for (let i = 0; i < n; i++) exporterRents[i]! += (salesBorder[j * n + i]! - sales[j * n + i]!) * power[j * n + i]!;
  }
}

function production(space: Workspace): void {
  space.residuals.fill(0);
  for (let i = 0; i < space.model.n; i++) produce(space, i);
}

function produce(space: Workspace, i: number): void {
  const {model, u, g, use, x0, x1, x2, wageStep, residuals} = space;
  const {n, traded} = model;
  const wages = 2 * n * traded;
  const exports = salesOf(space, i) + space.exporterRents[i]!;
  const paid = Math.exp(u[wages + i]!) * space.valueAdded[i]!;
  const excess = (exports - space.imports[i]! - space.surplus[i]!) / paid;
  const step = wageStep[i]! * excess;
  const wage =
    u[wages + i]! + (step > largestWageStep ? largestWageStep : step < -largestWageStep ? -largestWageStep : step);
  g[wages + i] = wage;
  const income =
    Math.exp(wage) * space.valueAdded[i]! + space.receipts[i]! + space.exporterRents[i]! - space.surplus[i]!;
  pricesOf(space, i);
  times(use, i * traded * traded, x1, x2, traded);
  newCosts(space, i, wage);
  timesTransposed(use, i * traded * traded, x0, x2, traded);
  newExpenditure(space, i, income);
  // Math.max keeps a residual that is not a number; a comparison would lose it.
  residuals[2] = Math.max(residuals[2]!, Math.abs(excess));
}

/** x0 ← sales of economy i by sector; returns their sum. */
function salesOf({model, sales, power, x0}: Workspace, i: number): number {
  const {n, traded} = model;
  let sum = 0;
  for (let j = 0, at = i; j < traded; j++, at += n) {
    const value = sales[at]! * power[at]!;
    x0[j] = value;
    sum += value;
  }
  return sum;
}

/** x1 ← ln P of economy i by sector; 0 where nothing is bought. */
function pricesOf({model, total, theta, x1}: Workspace, i: number): void {
  const {n, traded} = model;
  for (let j = 0, at = i; j < traded; j++, at += n) {
    const sum = total[at]!;
    x1[j] = sum === 0 ? 0 : -Math.log(sum) / theta[j]!;
  }
}

function newCosts({model, u, g, x2, laborCost, residuals}: Workspace, i: number, wage: number): void {
  const {traded} = model;
  let largest = residuals[0]!;
  for (let j = 0, at = i * traded; j < traded; j++, at++) {
    const cost = x2[j]! + laborCost[at]! * wage;
    g[at] = cost;
    largest = Math.max(largest, Math.abs(cost - u[at]!));
  }
  residuals[0] = largest;
}

function newExpenditure(space: Workspace, i: number, income: number): void {
  const {model, u, g, x2, finalShare, expenditure0, residuals} = space;
  const {n, traded} = model;
  const spent = n * traded;
  let largest = residuals[1]!;
  for (let j = 0, at = i * traded; j < traded; j++, at++) {
    const before = expenditure0[at]!;
    const ratio = before > 0 ? (x2[j]! + finalShare[at]! * income) / before : u[spent + at]!;
    g[spent + at] = ratio;
    largest = Math.max(largest, Math.abs(ratio - u[spent + at]!));
  }
  residuals[1] = largest;
}

/** y ← A x, A square by rows. */
function times(A: Float64Array, from: number, x: Float64Array, y: Float64Array, n: number): void {
  for (let r = 0; r < n; r++) {
    const row = from + r * n;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let c = 0;
    for (; c + 3 < n; c += 4) {
      s0 += A[row + c]! * x[c]!;
      s1 += A[row + c + 1]! * x[c + 1]!;
      s2 += A[row + c + 2]! * x[c + 2]!;
      s3 += A[row + c + 3]! * x[c + 3]!;
    }
    for (; c < n; c++) s0 += A[row + c]! * x[c]!;
    y[r] = s0 + s1 + s2 + s3;
  }
}

/** y ← Aᵀ x, four rows of A at a time. */
function timesTransposed(A: Float64Array, from: number, x: Float64Array, y: Float64Array, n: number): void {
  for (let c = 0; c < n; c++) y[c] = 0;
  let r = 0;
  for (; r + 3 < n; r += 4) {
    const row = from + r * n;
    const w0 = x[r]!;
    const w1 = x[r + 1]!;
    const w2 = x[r + 2]!;
    const w3 = x[r + 3]!;
    for (let c = 0; c < n; c++)
      y[c]! += w0 * A[row + c]! + w1 * A[row + n + c]! + w2 * A[row + 2 * n + c]! + w3 * A[row + 3 * n + c]!;
  }
  for (; r < n; r++) for (let c = 0; c < n; c++) y[c]! += x[r]! * A[from + r * n + c]!;
}
