import {findSeparation, separatedBy} from "../kernels/ppml/separation.ts";
import {problemOptions} from "./estimate.ts";
import {withRows} from "./fit-gravity.ts";
import {parseFormula} from "./formula.ts";
import type {GravityData, GravityOptions} from "./options.ts";
import type {GravitySeparation} from "./output.ts";
import {type GravityProblem, readProblem} from "./read-problem.ts";

/** Largest distance of a certificate from what regressors and effects can make that counts as rounding. */
const exact = 1e-3;

/** Finds the rows that no finite estimate fits, and proves it; nothing is estimated. */
export async function gravitySeparation(
  data: GravityData,
  options: Pick<GravityOptions, "formula" | "where" | "lets" | "roles">
): Promise<GravitySeparation> {
  const formula = parseFormula(options.formula);
  return withRows(data, options, async (frame, rows) => {
    const read = await readProblem(frame, rows, formula, problemOptions(options));
    const {by, z, gamma, converged, residual = 0} = findSeparation(read.problem);
    const separated = Array.from(by.keys())
      .filter((row) => by[row] !== separatedBy.nothing)
      .map((row) => {
        if (by[row] === separatedBy.regressors) return {row: read.rows[row]!, by: "regressors" as const, z: z[row]!};
        const level = emptyLevel(read, row);
        return {row: read.rows[row]!, by: "fixed-effects" as const, z: null, ...(level !== undefined && {level})};
      });
    return {
      formula: formula.text,
      observations: read.rows.length,
      dropped: [...read.dropped],
      separated: separated.sort((a, b) => a.row - b.row),
      certificate: read.names
        .map((name, k) => ({name, coefficient: gamma[k]!}))
        .filter(({coefficient}) => Math.abs(coefficient) > exact),
      verified: converged && residual <= exact * Math.max(1, ...z)
    };
  });
}

/** The first effect of which a row's level has no trade. */
function emptyLevel({problem, effects}: GravityProblem, row: number): string | undefined {
  const f = problem.effects.findIndex(
    ({codes, slope}) => !slope && codes.every((code, other) => code !== codes[row] || problem.y[other] === 0)
  );
  return f < 0 ? undefined : `${effects[f]!.name} = ${effects[f]!.levels[problem.effects[f]!.codes[row]!]}`;
}

