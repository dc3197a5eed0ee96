import type {PanelCodes} from "../../src/kernels/ppml/bias-correction.ts";
import type {FixedEffect, Problem} from "../../src/kernels/ppml/problem.ts";
import {makeRandom} from "../../src/kernels/random.ts";

/** The coefficients that simulated trade has, by regressor. */
export const truth: Readonly<Record<"agreement" | "tariff", number>> = {agreement: 0.5, tariff: -1};

/**
 * How far trade lies from its mean μ. `even`: by a log-normal factor with mean 1 and variance ¼, whatever μ is; `heavy`: the same
 * with variance 1. `heteroskedastic`: counts around μ times a factor whose variance rises with tariffs, so that a
 * variance of μ, zeros, and a variance that the regressors tell come together.
 */
export type Errors = "even" | "heavy" | "heteroskedastic";

/** Variance of the factor, by the tariff. */
const variances: Readonly<Record<Errors, (tariff: number) => number>> = {
  even: () => 0.25,
  heavy: () => 1,
  heteroskedastic: (tariff) => 0.5 * Math.exp(2 * tariff)
};

/** What is drawn. */
export interface Simulation {
  readonly economies: number;
  readonly years: number;
  readonly effects: "two-way" | "three-way";
  readonly errors: Errors;
  readonly seed: number;
}

/** A drawn panel as a problem, with what clustered errors and bias corrections need. */
export interface SimulatedPanel {
  readonly problem: Problem;
  readonly pairs: Int32Array;
  readonly codes: PanelCodes;
}

/** Correlation of the factors of one pair in neighbouring years. */
const persistence = 0.3;
/** Spread of the effects and of the changes of tariffs. */
const spread = 0.25;

/**
 * Draws trade of all ordered pairs of economies from μ = exp(0.5 agreement − tariff + exporter-year + importer-year [+ pair]),
 * after the design of Weidner and Zylkin (2021, doi:10.1016/j.jinteco.2021.103513), section 4: tariffs are halves of last
 * year's plus the effects of both sides and noise, so they go with the effects, and errors of a pair go together over
 * time. Agreements begin in a year of their own, more often where the pair's effect is large.
 */
export function simulatePanel({economies, years, effects, errors, seed}: Simulation): SimulatedPanel {
  const {normal, uniform} = makeRandom(seed);
  const n = economies * (economies - 1) * years;
  const [exporters, importers, calendar, pairs] = [0, 1, 2, 3].map(() => new Int32Array(n)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array
  ];
  const [y, agreement, tariff] = [0, 1, 2].map(() => new Float64Array(n)) as [Float64Array, Float64Array, Float64Array];
  const byYear = () => Float64Array.from({length: economies * years}, () => spread * normal());
  const [outward, inward] = [byYear(), byYear()];
  const jump = Math.sqrt(1 - persistence * persistence);
  let [row, pair] = [0, 0];
  for (let i = 0; i < economies; i++)
    for (let j = 0; j < economies; j++) {
      if (i === j) continue;
      const own = effects === "three-way" ? spread * normal() : 0;
      const since = uniform() < 0.5 + own ? Math.floor(uniform() * years) : years;
      let [rate, shock] = [own + spread * normal(), normal()];
      for (let t = 0; t < years; t++, row++) {
        const [a, b] = [outward[i * years + t]!, inward[j * years + t]!];
        if (t > 0) shock = persistence * shock + jump * normal();
        rate = rate / 2 + a + b + spread * normal();
        [exporters[row], importers[row], calendar[row], pairs[row]] = [i, j, t, pair];
        [agreement[row], tariff[row]] = [t >= since ? 1 : 0, rate];
        const mean = Math.exp(1 + truth.agreement * agreement[row]! + truth.tariff * rate + a + b + own);
        const width = Math.log(1 + variances[errors](rate));
        const factor = Math.exp(Math.sqrt(width) * shock - width / 2);
        y[row] = errors === "heteroskedastic" ? count(mean * factor, uniform) : mean * factor;
      }
      ++pair;
    }
  const joint = (codes: Int32Array): FixedEffect => ({
    codes: codes.map((code, r) => code * years + calendar[r]!),
    levels: economies * years
  });
  const pairEffects = effects === "three-way" ? [{codes: pairs, levels: pair}] : [];
  return {
    problem: {y, x: [agreement, tariff], effects: [joint(exporters), joint(importers), ...pairEffects]},
    pairs,
    codes: {exporters, importers, years: calendar}
  };
}

/** A Poisson count: products of uniforms fall below exp(−mean) after it; large means in parts, as counts add up. */
function count(mean: number, uniform: () => number): number {
  const most = 30;
  let total = 0;
  for (let left = mean; left > 0; left -= most) {
    const limit = Math.exp(-Math.min(left, most));
    for (let product = uniform(); product > limit; product *= uniform()) ++total;
  }
  return total;
}
