import type {SectorModel} from "./model.ts";
import {wedgesAfter} from "./shock.ts";
import type {SectorSolution, SectorSolver} from "./solver.ts";

/**
 * Makes the equilibrium that a solver has just found its own baseline: with its shares, expenditure, value added, wedges and
 * surpluses, so that the next shock starts from a world that fits the model exactly.
 */
export function rebase({model, space}: SectorSolver, {shock}: SectorSolution): SectorModel {
  const {n, traded} = model;
  const {u, pull, power, total, expenditure0, valueAdded, surplus} = space;
  const cells = n * traded;
  const shares = new Float64Array(pull.length);
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++) {
      const sum = total[j * n + m]!;
      const row = (j * n + m) * n;
      if (sum > 0) for (let i = 0; i < n; i++) shares[row + i] = (pull[row + i]! * power[j * n + i]!) / sum;
    }
  return {
    ...model,
    ...wedgesOf(model, {shock}),
    shares,
    theta: Float64Array.from(model.theta, (value, j) => (j < traded ? space.theta[j]! : value)),
    expenditure: Float64Array.from(expenditure0, (value, at) => value * u[cells + at]!),
    valueAdded: Float64Array.from(valueAdded, (value, i) => value * Math.exp(u[2 * cells + i]!)),
    surplus: Float64Array.from(surplus)
  };
}

function wedgesOf(model: SectorModel, {shock}: Pick<SectorSolution, "shock">) {
  const ones = () => new Float64Array(model.shares.length).fill(1);
  const tariff = shock.tariff ? model.tariff.slice() : model.tariff;
  const importerRent = shock.importerRent ? (model.importerRent?.slice() ?? ones()) : model.importerRent;
  const exporterRent = shock.exporterRent ? (model.exporterRent?.slice() ?? ones()) : model.exporterRent;
  for (let at = 0; at < shock.cells.length; at++) {
    const cell = shock.cells[at]!;
    const after = wedgesAfter(model, shock, at);
    if (shock.tariff) tariff[cell] = after.tariff;
    if (shock.importerRent) importerRent![cell] = after.importerRent;
    if (shock.exporterRent) exporterRent![cell] = after.exporterRent;
  }
  return {tariff, ...(importerRent && {importerRent}), ...(exporterRent && {exporterRent})};
}

/** Solves without a shock and rebases: what data need before they are asked anything. */
export function calibrate(
  makeSolver: (model: SectorModel) => SectorSolver,
  model: SectorModel,
  {removeDeficits = false, tolerance = 1e-12}: {removeDeficits?: boolean; tolerance?: number} = {}
): {readonly model: SectorModel; readonly solution: SectorSolution} {
  const solver = makeSolver(model);
  const solution = solver.solve(undefined, {deficits: removeDeficits ? "removed" : "held", tolerance});
  return {model: rebase(solver, solution), solution};
}
