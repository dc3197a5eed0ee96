import type {FittedGravity} from "./fit-gravity.ts";

/** What was observed and what the model gives for one row. */
export interface Prediction {
  /** Row of the data, from 1. */
  readonly row: number;
  readonly exporter?: string;
  readonly importer?: string;
  readonly year?: string;
  readonly observed: number;
  readonly fitted: number;
}

/** Fitted values of the rows that were used, in the order of the data. */
export function predictions({problem, fit}: Pick<FittedGravity, "problem" | "fit">): Prediction[] {
  const {design, mu} = fit;
  const roles = Object.entries(problem.roles);
  const found = Array.from(
    design.rows,
    (row, at): Prediction => ({
      row: problem.rows[row]!,
      ...Object.fromEntries(roles.map(([role, {codes, levels}]) => [role, levels[codes[row]!] ?? ""])),
      observed: design.y[at]!,
      fitted: mu[at]!
    })
  );
  return found.sort((a, b) => a.row - b.row);
}

/** One level of a fixed effect. */
export interface EffectValue {
  readonly effect: string;
  readonly level: string;
  /** As it stands in the linear predictor; of several sets of effects only their sums are told by the data. */
  readonly value: number;
}

/** Estimated fixed effects: the values that, with the coefficients, give the fitted values. */
export function fixedEffects({problem, fit}: Pick<FittedGravity, "problem" | "fit">): EffectValue[] {
  const {design, effects, groupEffects} = fit;
  return problem.effects.flatMap(({name, levels}, f) => {
    const values = new Map<number, number>();
    const {codes} = problem.problem.effects[f]!;
    if (f === design.profiled) {
      let at = 0;
      design.groupEnds.forEach((end, group) => {
        for (; at < end; at++) values.set(codes[design.rows[at]!]!, groupEffects[group]!);
      });
    } else {
      const effect = design.effects[design.effectPlaces.indexOf(f)]!;
      design.rows.forEach((row, at) => {
        values.set(codes[row]!, effects[effect.start + effect.codes[at]!]!);
      });
    }
    return [...values].sort(([a], [b]) => a - b).map(([code, value]) => ({effect: name, level: levels[code]!, value}));
  });
}
