import {z} from "zod";
import {ConcordError} from "../../base/errors.ts";
import type {Estimates} from "../../kernels/trade/world/draws.ts";
import {parseYaml} from "../../packs/parse-yaml.ts";

const number = z.number();

/**
 * Estimated parameters and their covariance, as an estimation leaves them: names are those of variables, or "sigma",
 * "supplyElasticity" and "theta:SECTOR" for parameters of the model itself.
 */
export const estimatesSchema = z.strictObject({
  coefficients: z.array(z.looseObject({name: z.string().min(1), estimate: number})).min(1),
  /** Rows and columns in the order of the coefficients; absent = known without error. */
  covariance: z.array(z.array(number)).exactOptional()
});

/** A whole gravity fit has these members among others, which are of no concern here. */
const fileSchema = z.looseObject({
  ...estimatesSchema.shape,
  coefficients: z.array(z.looseObject({name: z.string().min(1), estimate: number})).min(1)
});

/** Reads estimates from JSON or YAML; what `concord gravity --json` writes is such a file. */
export function parseEstimates(text: string, file: string): Estimates {
  const {coefficients, covariance} = parseYaml(text, fileSchema, {file, what: "Estimates"});
  const n = coefficients.length;
  const rows = covariance ?? coefficients.map(() => coefficients.map(() => 0));
  if (rows.length !== n || rows.some((row) => row.length !== n))
    throw new ConcordError(
      "bad_data",
      `Estimates ${file}: covariance: found ${rows.length} rows of ${rows[0]?.length ?? 0}, wanted ${n} of ${n}, as there are coefficients`
    );
  return {
    names: coefficients.map(({name}) => name),
    values: Float64Array.from(coefficients, ({estimate}) => estimate),
    covariance: Float64Array.from(rows.flat())
  };
}
