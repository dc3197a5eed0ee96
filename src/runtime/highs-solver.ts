import type {Highs, InitOptions, ModelData} from "highs";
import type {Program, ProgramSolution, SolveProgram} from "../kernels/program/program.ts";
import {solveExactly} from "../kernels/program/solve-exactly.ts";

/** How HiGHS is found. */
export interface HighsOptions {
  /** Address of `highs.wasm`; defaults to the file beside the package, which a bundler may not know. */
  readonly wasm?: string;
}

const statuses: Readonly<Record<number, ProgramSolution["status"]>> = {
  7: "optimal",
  8: "infeasible",
  9: "infeasible-or-unbounded",
  10: "unbounded"
};

/**
 * Loads HiGHS (Huangfu and Hall 2018, doi:10.1007/s12532-017-0130-5), 3.5 MB of WebAssembly, and gives a solver for
 * linear and convex quadratic programs; in Node and in browsers. Loading it is left to whoever needs it.
 */
export async function loadHighs({wasm}: HighsOptions = {}): Promise<SolveProgram> {
  // The package's types describe its CommonJS form, in which the default export is the module.
  const load = (await import("highs")).default as unknown as (options: InitOptions) => Promise<Highs>;
  const highs = await load(wasm === undefined ? {} : {locateFile: () => wasm});
  const ways = regularisations.map(
    (value): SolveProgram =>
      (program) =>
        solveBy(highs, program, value)
  );
  return (program) => solveExactly(program, program.hessian ? ways : ways.slice(0, 1));
}

/**
 * What HiGHS adds to the Hessian's diagonal, in the order in which it is tried. Its default of 1e-7 moves quantities in the
 * fifth digit; without any its active-set method fails on some programs whose columns are mostly linear, and then the
 * polish restores the digits that a little takes away.
 */
const regularisations = [0, 1e-9, 1e-7] as const;

function solveBy(highs: Highs, program: Program, regularisation: number): ProgramSolution {
  const model = highs.createModel();
  try {
    model.options.set({output_flag: false, qp_regularization_value: regularisation});
    model.passModel(modelData(program, highs.infinity));
    model.run();
    const status = model.getModelStatus();
    const {colValue, rowDual, colDual} = model.getSolution();
    return {
      status: statuses[status] ?? (status === 6 ? "optimal" : "failed"),
      primal: colValue,
      rowDual,
      columnDual: colDual,
      detail: nameOf(highs, status)
    };
  } catch (cause) {
    const nothing = new Float64Array(program.cost.length).fill(Number.NaN);
    const detail = cause instanceof Error ? cause.message : String(cause);
    return {
      status: "failed",
      primal: nothing,
      rowDual: new Float64Array(program.rhs.length).fill(Number.NaN),
      columnDual: nothing,
      detail
    };
  } finally {
    model.dispose();
  }
}

function modelData(program: Program, infinity: number): ModelData {
  const {cost, lower, upper, rhs, matrix, hessian} = program;
  const [numCols, numRows] = [cost.length, rhs.length];
  const finite = (values: Float64Array) =>
    values.map((value) => (Number.isFinite(value) ? value : Math.sign(value) * infinity));
  return {
    numCols,
    numRows,
    colCost: cost,
    colLower: finite(lower),
    colUpper: finite(upper),
    rowLower: rhs,
    rowUpper: rhs,
    matrix: {format: "csc", numCols, numRows, ...matrix},
    ...(hessian && {hessian: {format: "triangular", dimension: numCols, ...hessian}})
  };
}

function nameOf({constants}: Highs, status: number): string {
  return Object.entries(constants.modelStatus).find(([, code]) => code === status)?.[0] ?? `status ${status}`;
}
