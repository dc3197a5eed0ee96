import type {Figure} from "../base/figure.ts";
import type {GravityFit} from "./output.ts";

/** What a fit's figures need beside the fit. */
export interface GravityFigureOptions {
  /** Period that the data cover, as "1986/2006". */
  readonly period: string;
  /** ISO date on which the fit was made. */
  readonly known: string;
  /** Id of the source of the data. */
  readonly source: string;
  /** Prefix of the figures' ids; defaults to "gravity". */
  readonly id?: string;
  /** Ids of the figures that went in, where the data were figures; defaults to none. */
  readonly inputs?: readonly string[];
}

/**
 * A fit as modelled figures: a coefficient each, and a change of trade in per cent for each effect, with its interval;
 * `formula` says how it was estimated, `note` how good it is.
 */
export function gravityFigures(
  fit: GravityFit,
  {period, known, source, id = "gravity", inputs = []}: GravityFigureOptions
): Figure[] {
  const {vcov, formula, observations, level} = fit;
  const errors = [vcov.type, vcov.clusters.map(({name}) => name).join(" and "), `rule ${vcov.rule}`]
    .filter(Boolean)
    .join(", ");
  const method = `${fit.family === "poisson" ? "PPML" : "OLS"}: ${formula}`;
  const note =
    `n = ${observations}; ${Math.round(100 * level)} % interval, errors ${errors}${fit.converged ? "" : "; not converged"}`.slice(
      0,
      280
    );
  const common = {
    period,
    bound: "exact" as const,
    status: "modelled" as const,
    evidence: "derived" as const,
    known,
    sources: [source],
    formula: method,
    inputs: [...inputs],
    note
  };
  const figure = (
    indicator: string,
    unit: string,
    name: string,
    value: number,
    low: number | null,
    high: number | null
  ): Figure => ({
    id: `${id}-${slug(indicator)}-${slug(name)}`,
    basis: {indicator, kind: unit === "%" ? "change" : "ratio", about: name, unit},
    value,
    ...(low !== null && high !== null && {low, high}),
    ...common
  });
  return [
    ...fit.coefficients.map(({name, estimate, low, high}) =>
      figure("gravity_coefficient", "1", name, estimate, low, high)
    ),
    ...fit.effects.map(({name, percent, low, high}) => figure("trade_effect", "%", name, percent, low, high)),
    ...fit.tariffEquivalents.map(({name, percent, low, high}) =>
      figure("tariff_equivalent", "%", name, percent, low, high)
    )
  ];
}

function slug(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "x"
  );
}
