import {findSeparation} from "../kernels/ppml/separation.ts";
import {sharedPpml} from "../runtime/shared-ppml.ts";
import {problemOptions} from "./estimate.ts";
import {withRows} from "./fit-gravity.ts";
import {parseFormula} from "./formula.ts";
import type {GravityData, GravityOptions} from "./options.ts";
import type {GravitySeparation} from "./output.ts";
import {type GravityProblem, readProblem} from "./read-problem.ts";

/** Finds the rows that no finite estimate fits, and proves it; nothing is estimated. */
export async function gravitySeparation(
  data: GravityData,
  options: Pick<GravityOptions, "formula" | "where" | "lets" | "roles" | "separation" | "native">
): Promise<GravitySeparation> {
  const formula = parseFormula(options.formula);
  return withRows(data, options, async (frame, rows) => {
    const read = await readProblem(frame, rows, formula, problemOptions(options));
    const {separation} = options;
    const native = options.native ?? (await sharedPpml());
    const search = {...(separation && {methods: separation}), ...(native && {native})};
    const {rows: found, certificate, ...proof} = findSeparation(read.problem, search);
    const emptyLevel = makeEmptyLevel(read);
    const separated = Array.from(found, (row, at): GravitySeparation["separated"][number] => {
      const z = certificate[at]!;
      if (!Number.isNaN(z)) return {row: read.rows[row]!, by: "regressors", z};
      const level = emptyLevel(row);
      return {row: read.rows[row]!, by: "fixed-effects", z: null, ...(level !== undefined && {level})};
    });
    return {
      formula: formula.text,
      observations: read.rows.length,
      dropped: [...read.dropped],
      separated: separated.sort((a, b) => a.row - b.row),
      stages: {fe: proof.byEffects, simplex: proof.bySimplex, relu: proof.byRectifier},
      combination: combinationOf(read, proof.regressors),
      certificateError: proof.certificateError,
      complete: proof.converged
    };
  });
}

/** Regressors that the certificate takes in; what they come to beside effects and each other is round-off below a share. */
function combinationOf({names, problem}: GravityProblem, coefficients: Float64Array) {
  const sizes = problem.x.map((column, k) => Math.abs(coefficients[k]!) * largest(column));
  const least = negligible * largest(sizes);
  return names.flatMap((name, k) => (sizes[k]! > least ? [{name, coefficient: coefficients[k]!}] : []));
}

const negligible = 1e-9;

function largest(values: ArrayLike<number>): number {
  let most = 0;
  for (let at = 0; at < values.length; at++) most = Math.max(most, Math.abs(values[at]!));
  return most;
}

/** Names the first effect of which a row's level has no trade. */
function makeEmptyLevel({problem, effects}: GravityProblem): (row: number) => string | undefined {
  const trades = problem.effects.map(({codes, levels}) => {
    const has = new Uint8Array(levels);
    for (let row = 0; row < codes.length; row++) if (problem.y[row]! > 0) has[codes[row]!] = 1;
    return has;
  });
  return (row) => {
    const f = problem.effects.findIndex(({codes, slope}, at) => !slope && trades[at]![codes[row]!] === 0);
    return f < 0 ? undefined : `${effects[f]!.name} = ${effects[f]!.levels[problem.effects[f]!.codes[row]!]}`;
  };
}
