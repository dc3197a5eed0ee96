import type {DeficitRule} from "../../base/trade-scenario.ts";
import {makeAnderson} from "./anderson.ts";
import type {OneSectorBase, Wedges} from "./one-sector-base.ts";
import {type SolveReport, statusOf} from "./solve-status.ts";

/** What changes between economies, by exporter × importer. */
export interface OneSectorShock {
  /** Factor on the delivered cost, 1 = unchanged, Infinity = the trade ends; absent = 1 everywhere. */
  readonly cost?: Float64Array;
  /** Change of ln trade at given prices, the partial effect β·Δz of a gravity estimate; absent = 0 everywhere. */
  readonly effect?: Float64Array;
  /** All wedges afterwards; absent = as before. */
  readonly wedges?: Wedges;
}

/** Parameters of the one-sector model and of its solution. */
export interface OneSectorOptions {
  /** Trade elasticity θ = σ − 1. */
  readonly theta: number;
  /** Elasticity of supply to the real price, ψ; defaults to 0, a fixed endowment. */
  readonly psi?: number;
  /** How imbalances are carried over; defaults to "held". */
  readonly deficits?: DeficitRule;
  /** Largest |ln(sales/output)| of a solution; defaults to 1e-13. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Differences that Anderson's mixing keeps; defaults to 6. */
  readonly memory?: number;
  /** ln p to start from; defaults to no change. */
  readonly start?: Float64Array;
}

/** An equilibrium after the shock. Money is in units in which world output is what it was. */
export interface OneSectorSolution extends SolveReport {
  readonly n: number;
  /** Change factor of producer prices, p. */
  readonly price: Float64Array;
  /** Change factor of buyers' price indices, P. */
  readonly priceIndex: Float64Array;
  readonly output: Float64Array;
  readonly expenditure: Float64Array;
  readonly exporterRents: Float64Array;
  /** Flows at what buyers pay, at border prices, and as producers receive them; exporter × importer. */
  readonly paid: Float64Array;
  readonly border: Float64Array;
  readonly received: Float64Array;
}

/** The largest step of a log price in one iteration: large shocks otherwise overshoot. */
const largestStep = 1;
/** A step after which the residual is this many times larger is taken back. */
const mostGrowth = 10;
/** Steps are set anew at these iterations while the residual is above `smallResidual`: large shocks change all shares. */
const refreshes = [10, 20, 40, 80, 160, 320, 640];
const smallResidual = 1e-7;
/** The longest step of a log price for a log gap between sales and output. */
const longestRatio = 1e6;
/** The shortest part of a plain step that is tried instead. */
const shortestPart = 1e-3;

/**
 * Solves one-sector universal gravity in changes, exactly (Dekle, Eaton and Kortum 2008, doi:10.3386/w13846; Allen,
 * Arkolakis and Takahashi 2020, doi:10.1086/704385; the system and its notation: Campos, Reggio and Timini, ge_gravity2),
 * extended by tariffs and rents that stay somebody's income. The unknowns are ln p; the price index, incomes and
 * expenditures follow from them in closed form (given the exporters' rents, which are iterated on along with ln p).
 */
export function solveOneSector(
  base: OneSectorBase,
  shock: OneSectorShock,
  options: OneSectorOptions
): OneSectorSolution {
  const {tolerance = 1e-13, maxIterations = 2000, memory = 6, start} = options;
  const {n} = base;
  const state = makeState(base, shock, options);
  const length = state.hasExporterRents ? 2 * n : n;
  const u = new Float64Array(length);
  if (start) u.set(start.subarray(0, n));
  for (let i = n; i < length; i++) u[i] = base.exporterRents[i - n]! / base.output[i - n]!;
  const g = new Float64Array(length);
  const anderson = makeAnderson(length, memory);
  evaluate(state, u, g);
  setSteps(state);
  let residual = evaluate(state, u, g);
  let iterations = 0;
  const from = u.slice();
  const step = new Float64Array(length);
  while (residual > tolerance && iterations < maxIterations) {
    from.set(u);
    for (let i = 0; i < length; i++) step[i] = g[i]! - u[i]!;
    anderson.step(u, g);
    let next = evaluate(state, u, g);
    iterations++;
    // A mixed step may leave the region in which everybody has something to spend; a shorter plain one does not.
    for (let part = 0.5; !(next <= mostGrowth * residual) && part > shortestPart; part /= 4) {
      anderson.reset();
      for (let i = 0; i < length; i++) u[i] = from[i]! + part * step[i]!;
      next = evaluate(state, u, g);
      iterations++;
    }
    residual = next;
    if (refreshes.includes(iterations) && residual > smallResidual) {
      setSteps(state);
      anderson.reset();
      residual = evaluate(state, u, g);
    }
  }
  return {status: statusOf(residual, tolerance), iterations, residual, ...solutionOf(state, u)};
}

/** Arrays that one evaluation after the other works in. */
interface State {
  readonly base: OneSectorBase;
  readonly theta: number;
  readonly psi: number;
  readonly deficits: DeficitRule;
  readonly hasWedges: boolean;
  readonly hasExporterRents: boolean;
  readonly worldOutput: number;
  /** Shares before, times the direct effect of the shock on them. */
  readonly pull: Float64Array;
  /** Border value and producer's receipts in one unit of what the buyer pays. */
  readonly border: Float64Array;
  readonly received: Float64Array;
  readonly power: Float64Array;
  /** Σ_i pull·p^−θ = P^−θ, and its part at border value. */
  readonly total: Float64Array;
  readonly totalBorder: Float64Array;
  readonly lnIndex: Float64Array;
  readonly output: Float64Array;
  readonly expenditure: Float64Array;
  readonly demand: Float64Array;
  /** Step of ln p_i for a gap between ln sales and ln output. */
  readonly steps: Float64Array;
}

function makeState(base: OneSectorBase, shock: OneSectorShock, {theta, psi = 0, deficits = "held"}: OneSectorOptions) {
  const {n} = base;
  const before = base.wedges;
  const after = shock.wedges ?? before;
  const hasExporterRents = after.exporterRent !== undefined;
  const hasWedges = hasExporterRents || after.tariff !== undefined || after.importerRent !== undefined;
  const state: State = {
    base,
    theta,
    psi,
    deficits,
    hasWedges,
    hasExporterRents,
    worldOutput: sum(base.output),
    pull: directEffects(base, shock, theta),
    border: new Float64Array(hasWedges ? n * n : 0),
    received: new Float64Array(hasWedges ? n * n : 0),
    power: new Float64Array(n),
    total: new Float64Array(n),
    totalBorder: new Float64Array(n),
    lnIndex: new Float64Array(n),
    output: new Float64Array(n),
    expenditure: new Float64Array(n),
    demand: new Float64Array(n),
    steps: new Float64Array(n).fill(1 / (1 + theta + psi))
  };
  for (let cell = 0; cell < state.border.length; cell++) {
    const border = 1 / ((after.tariff?.[cell] ?? 1) * (after.importerRent?.[cell] ?? 1));
    state.border[cell] = border;
    state.received[cell] = border / (after.exporterRent?.[cell] ?? 1);
  }
  return state;
}

/** Shares times what the shock does to them at given producer prices. */
function directEffects(
  {n, shares, wedges}: OneSectorBase,
  {cost, effect, wedges: after}: OneSectorShock,
  theta: number
) {
  const pull = shares.slice();
  for (let cell = 0; cell < n * n; cell++) {
    if (pull[cell] === 0) continue;
    let lnPrice = cost ? Math.log(cost[cell]!) : 0;
    if (after) lnPrice += Math.log(wedgeAt(after, cell) / wedgeAt(wedges, cell));
    const change = (effect?.[cell] ?? 0) - (lnPrice === 0 ? 0 : theta * lnPrice);
    if (change !== 0) pull[cell]! *= Math.exp(change);
  }
  return pull;
}

function wedgeAt({tariff, importerRent, exporterRent}: Wedges, cell: number): number {
  return (tariff?.[cell] ?? 1) * (importerRent?.[cell] ?? 1) * (exporterRent?.[cell] ?? 1);
}

/** One evaluation: u is brought to the numeraire in place, g becomes the next guess; returns the residual. */
function evaluate(state: State, u: Float64Array, g: Float64Array): number {
  // a. P_j^−θ = Σ_i pull_ij p_i^−θ, then the numeraire: Σ Y' = Σ Y
  priceIndices(state, u);
  toNumeraire(state, u);
  // b. E_j from incomes, with the revenue that expenditure itself brings
  expenditures(state, u);
  // c. p_i^(1+θ+ψ) = P_i^ψ Σ_j … : sales against output
  return excessSupply(state, u, g);
}

function priceIndices(state: State, u: Float64Array): void {
  const {base, theta, pull, border, power, total, totalBorder, lnIndex} = state;
  const {n} = base;
  total.fill(0);
  for (let i = 0; i < n; i++) power[i] = Math.exp(-theta * u[i]!);
  for (let i = 0; i < n; i++) addScaled(total, pull, i * n, power[i]!);
  if (state.hasWedges) {
    totalBorder.fill(0);
    for (let i = 0; i < n; i++) addProduct(totalBorder, pull, border, i * n, power[i]!);
  }
  for (let j = 0; j < n; j++) lnIndex[j] = -Math.log(total[j]!) / theta;
}

function toNumeraire(state: State, u: Float64Array): void {
  const {base, psi, theta, output, lnIndex, power, total, totalBorder, worldOutput} = state;
  const {n} = base;
  for (let i = 0; i < n; i++) output[i] = base.output[i]! * Math.exp(u[i]! + psi * (u[i]! - lnIndex[i]!));
  const factor = worldOutput / sum(output);
  const shift = Math.log(factor);
  const powerShift = Math.exp(-theta * shift);
  for (let i = 0; i < n; i++) {
    u[i]! += shift;
    lnIndex[i]! += shift;
    output[i]! *= factor;
    power[i]! *= powerShift;
    total[i]! *= powerShift;
    totalBorder[i]! *= powerShift;
  }
}

function expenditures(state: State, u: Float64Array): void {
  const {base, deficits, hasWedges, hasExporterRents, output, expenditure, total, totalBorder, demand} = state;
  const {n} = base;
  let income = 0;
  let wanted = 0;
  for (let j = 0; j < n; j++) {
    const own = output[j]! * (1 + (hasExporterRents ? u[n + j]! : 0));
    const ownBefore = base.output[j]! + base.exporterRents[j]!;
    const ratio = deficits === "proportional" ? 1 + base.deficit[j]! / ownBefore : 1;
    // What buyers pay at the border: income from producing plus the deficit; revenue and rents at home come on top.
    expenditure[j] = own * ratio + (deficits === "held" ? base.deficit[j]! : 0);
    income += own;
    wanted += expenditure[j]!;
  }
  const worldFactor = deficits === "proportional" ? income / wanted : 1;
  for (let j = 0; j < n; j++) {
    const borderShare = hasWedges ? totalBorder[j]! / total[j]! : 1;
    expenditure[j]! *= worldFactor / borderShare;
    demand[j] = expenditure[j]! / total[j]!;
  }
}

function excessSupply(state: State, u: Float64Array, g: Float64Array): number {
  const {base, pull, border, received, power, output, demand, steps, hasWedges, hasExporterRents} = state;
  const {n} = base;
  let residual = 0;
  for (let i = 0; i < n; i++) {
    const sales = power[i]! * (hasWedges ? dotProduct(pull, received, i * n, demand) : dotRow(pull, i * n, demand));
    const gap = Math.log(sales / output[i]!);
    g[i] = u[i]! + Math.max(-largestStep, Math.min(largestStep, steps[i]! * gap));
    // Math.max keeps a residual that is not a number; a comparison would lose it.
    residual = Math.max(residual, Math.abs(gap));
    if (!hasExporterRents) continue;
    const rents = power[i]! * dotProduct(pull, border, i * n, demand) - sales;
    g[n + i] = rents / output[i]!;
    residual = Math.max(residual, Math.abs(g[n + i]! - u[n + i]!));
  }
  return residual;
}

/**
 * Sets each step to one over the own elasticity of the gap: near autarky sales follow output whatever the price, and a step for
 * open economies would take for ever.
 */
function setSteps({base, theta, psi, pull, power, total, demand, steps}: State): void {
  const {n} = base;
  for (let i = 0; i < n; i++) {
    let sales = 0;
    let substitution = 0;
    for (let j = 0; j < n; j++) {
      const flow = pull[i * n + j]! * power[i]! * demand[j]!;
      sales += flow;
      substitution += flow * (1 - (pull[i * n + j]! * power[i]!) / total[j]!);
    }
    const home = pull[i * n + i]! * power[i]!;
    const sold = (home * demand[i]!) / sales;
    const elasticity = (1 - sold) * (1 + psi * (1 - home / total[i]!)) + (theta * substitution) / sales;
    steps[i] = Math.min(1 / elasticity, longestRatio);
  }
}

function solutionOf(state: State, u: Float64Array) {
  const {base, hasWedges, pull, border, received, power, demand, lnIndex, output, expenditure} = state;
  const {n} = base;
  const paid = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) paid[i * n + j] = pull[i * n + j]! * power[i]! * demand[j]!;
  const scaled = (factor: Float64Array) => (hasWedges ? paid.map((value, cell) => value * factor[cell]!) : paid);
  const atBorder = scaled(border);
  const atProducer = state.hasExporterRents ? scaled(received) : atBorder;
  const exporterRents = new Float64Array(n);
  for (let cell = 0; cell < n * n; cell++) exporterRents[Math.floor(cell / n)]! += atBorder[cell]! - atProducer[cell]!;
  return {
    n,
    price: u.slice(0, n).map(Math.exp),
    priceIndex: lnIndex.map(Math.exp),
    output: output.slice(),
    expenditure: expenditure.slice(),
    exporterRents,
    paid,
    border: atBorder,
    received: atProducer
  };
}

function addScaled(out: Float64Array, row: Float64Array, at: number, factor: number): void {
  for (let j = 0; j < out.length; j++) out[j]! += factor * row[at + j]!;
}

function addProduct(out: Float64Array, row: Float64Array, other: Float64Array, at: number, factor: number): void {
  for (let j = 0; j < out.length; j++) out[j]! += factor * row[at + j]! * other[at + j]!;
}

function dotRow(row: Float64Array, at: number, vector: Float64Array): number {
  let even = 0;
  let odd = 0;
  let j = 0;
  for (; j + 1 < vector.length; j += 2) {
    even += row[at + j]! * vector[j]!;
    odd += row[at + j + 1]! * vector[j + 1]!;
  }
  if (j < vector.length) even += row[at + j]! * vector[j]!;
  return even + odd;
}

function dotProduct(row: Float64Array, other: Float64Array, at: number, vector: Float64Array): number {
  let total = 0;
  for (let j = 0; j < vector.length; j++) total += row[at + j]! * other[at + j]! * vector[j]!;
  return total;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
