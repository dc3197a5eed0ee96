import type {DeficitRule} from "../../../base/trade-scenario.ts";
import {makeAnderson} from "../anderson.ts";
import {type SolveReport, statusOf} from "../solve-status.ts";
import {plainEngine, type SectorEngine, splitExporterRents} from "./engine.ts";
import type {SectorModel} from "./model.ts";
import {clearCells, clearShock, noShock, type SectorShock, setShock} from "./shock.ts";
import {wageStepsOfBaseline, wageStepsOfIterate} from "./wage-step.ts";
import {makeWorkspace, type Workspace} from "./workspace.ts";

/** How one equilibrium is solved for. */
export interface SectorSolveOptions {
  /** How surpluses are carried over; defaults to "held". */
  readonly deficits?: DeficitRule;
  /** Largest residual of a solution; defaults to 1e-10. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** The unknowns to start from: those of a solution nearby; defaults to the baseline. */
  readonly start?: Float64Array;
  /** Trade elasticities of the traded sectors instead of the model's. */
  readonly theta?: Float64Array;
}

/** One solved equilibrium. */
export interface SectorSolution extends SolveReport {
  readonly shock: SectorShock;
  /** The unknowns: [ln c | X/X0 | ln w]; a copy. */
  readonly unknowns: Float64Array;
}

/** Solves equilibria of one model, one after the other, in the same arrays. */
export interface SectorSolver {
  readonly model: SectorModel;
  /** The arrays as the last solve left them: `accounts` and `rebase` read them. */
  readonly space: Workspace;
  solve(shock?: SectorShock, options?: SectorSolveOptions): SectorSolution;
}

/** Differences that Anderson's mixing keeps. */
export const mixingMemory = 8;
/** Wage steps are set anew at these iterations while the residual is above `largeResidual`. */
const refreshes = [8, 16, 24];
const largeResidual = 1e-2;

/**
 * Makes a solver of the model of Caliendo and Parro (2015, doi:10.1093/restud/rdu035) in changes, extended by rents that stay
 * somebody's income. Costs, expenditure and wages of all economies are one vector of unknowns, iterated on jointly by
 * Anderson's mixing; non-traded sectors are eliminated exactly.
 */
export function makeSectorSolver(model: SectorModel, engine: SectorEngine = plainEngine): SectorSolver {
  const space = makeWorkspace(model, engine);
  const anderson = makeAnderson(space.u.length, mixingMemory, engine);
  let last: SectorShock = noShock;
  clearShock(space);

  const solve = (shock: SectorShock = noShock, options: SectorSolveOptions = {}): SectorSolution => {
    const {deficits = "held", tolerance = 1e-10, maxIterations = 500, start, theta} = options;
    space.theta.set(theta ?? model.theta.subarray(0, model.traded));
    clearCells(space, last);
    setShock(space, shock);
    last = shock;
    begin(space, start, deficits);
    anderson.reset();
    let residual = evaluate(engine, space, deficits);
    let iterations = 0;
    while (residual > tolerance && iterations < maxIterations) {
      if (refreshes.includes(iterations) && residual > largeResidual) {
        wageStepsOfIterate(space);
        anderson.reset();
        evaluate(engine, space, deficits);
      }
      anderson.step(space.u, space.g);
      toNumeraire(space);
      residual = evaluate(engine, space, deficits);
      iterations++;
    }
    return {status: statusOf(residual, tolerance), iterations, residual, shock, unknowns: space.u.slice()};
  };
  return {model, space, solve};
}

function begin(space: Workspace, start: Float64Array | undefined, deficits: DeficitRule): void {
  const {model, u, surplus} = space;
  const cells = model.n * model.traded;
  if (start) u.set(start);
  else {
    u.fill(0);
    u.fill(1, cells, 2 * cells);
  }
  surplus.set(model.surplus);
  if (deficits === "removed") surplus.fill(0);
  space.exporterRents.fill(0);
  wageStepsOfBaseline(space);
}

/** One evaluation of the map u → g. */
function evaluate(engine: SectorEngine, space: Workspace, deficits: DeficitRule): number {
  if (deficits === "proportional") scaleSurplus(space);
  engine.costs(space);
  engine.trade(space);
  splitExporterRents(space);
  engine.production(space);
  const {residuals} = space;
  return Math.max(residuals[0]!, residuals[1]!, residuals[2]!);
}

/** Surpluses as shares of value added; what they then sum to is shared out by value added, so that the world's budget closes. */
function scaleSurplus({model, u, surplus, valueAdded}: Workspace): void {
  const {n, traded} = model;
  let sum = 0;
  let world = 0;
  for (let i = 0; i < n; i++) {
    const wage = Math.exp(u[2 * n * traded + i]!);
    surplus[i] = model.surplus[i]! * wage;
    sum += surplus[i]!;
    world += wage * valueAdded[i]!;
  }
  for (let i = 0; i < n; i++) surplus[i]! -= (sum / world) * Math.exp(u[2 * n * traded + i]!) * valueAdded[i]!;
}

/** Shifts prices and wages so that world value added is what it was. */
function toNumeraire({model, u, valueAdded}: Workspace): void {
  const {n, traded} = model;
  const cells = n * traded;
  let before = 0;
  let after = 0;
  for (let i = 0; i < n; i++) {
    before += valueAdded[i]!;
    after += valueAdded[i]! * Math.exp(u[2 * cells + i]!);
  }
  const factor = before / after;
  const shift = Math.log(factor);
  if (Math.abs(shift) < 1e-15) return;
  for (let at = 0; at < cells; at++) {
    u[at]! += shift;
    u[cells + at]! *= factor;
  }
  for (let i = 0; i < n; i++) u[2 * cells + i]! += shift;
}
