import {makeRandom, type Random} from "../random.ts";

/** What the score of each cluster is multiplied with. */
export const bootstrapWeights = ["rademacher", "webb"] as const;
export type BootstrapWeights = (typeof bootstrapWeights)[number];

/** How weights are drawn. */
export interface ScoreBootstrapOptions {
  /** Draws; defaults to 9999, with which 5 % and 1 % fall between draws. */
  readonly draws?: number;
  /** Equal seeds give equal draws; defaults to 1. */
  readonly seed?: number;
  /** Signs, or the six points of Webb 2023 (doi:10.1111/caje.12661), which few clusters need; defaults to signs. */
  readonly weights?: BootstrapWeights;
}

/** A test by bootstrapped scores. */
export interface ScoreBootstrap {
  /** The score over its standard error, centred by cluster; its sign is that of the score. */
  readonly statistic: number;
  /** Share of draws at least as far from 0 as the statistic. */
  readonly p: number;
  /** Draws made; all of 2^G where that is exact. */
  readonly draws: number;
  /** Whether every combination of signs was taken once, so that p does not depend on the seed. */
  readonly isExact: boolean;
  readonly clusters: number;
}

const sixPoints = [-1.5, -1, -0.5, 0.5, 1, 1.5].map((square) => Math.sign(square) * Math.sqrt(Math.abs(square)));
/** Statistics that round-off alone tells apart count as equal, as those of a draw and its mirror image. */
const roundOff = 1e-10;

/**
 * The wild score bootstrap (Kline and Santos 2012, doi:10.1515/2156-6674.1006) of one score: the clusters' sums, which
 * the null makes 0 on average, are multiplied by random weights of mean 0 and variance 1, and the score over the root
 * of its centred squares is compared with what it was. Throws a RangeError for fewer than two clusters.
 */
export function bootstrapScores(sums: Float64Array, options: ScoreBootstrapOptions = {}): ScoreBootstrap {
  const {draws = 9999, seed = 1, weights = "rademacher"} = options;
  const clusters = sums.length;
  if (clusters < 2) throw new RangeError(`Found ${clusters} clusters, wanted at least 2 for a bootstrap`);
  if (!(Number.isSafeInteger(draws) && draws > 0))
    throw new RangeError(`Found ${draws} draws, wanted a whole number above 0`);
  const statistic = studentised(sums);
  const isExact = weights === "rademacher" && clusters < 31 && 2 ** clusters <= draws;
  const made = isExact ? 2 ** clusters : draws;
  const draw = isExact ? allSigns : randomWeights(weights, makeRandom(seed));
  const weighted = new Float64Array(clusters);
  let beyond = 0;
  for (let one = 0; one < made; one++) {
    for (let g = 0; g < clusters; g++) weighted[g] = sums[g]! * draw(one, g);
    if (Math.abs(studentised(weighted)) >= Math.abs(statistic) * (1 - roundOff)) ++beyond;
  }
  return {statistic, p: beyond / made, draws: made, isExact, clusters};
}

/** Bit g of the draw's number decides over the sign of cluster g. */
function allSigns(draw: number, g: number): number {
  return (draw >>> g) & 1 ? 1 : -1;
}

function randomWeights(weights: BootstrapWeights, random: Random): (draw: number, g: number) => number {
  if (weights === "webb") return () => sixPoints[random.below(6)]!;
  return () => (random.below(2) === 0 ? -1 : 1);
}

/** Σ s over the root of Σ (s − s̄)². */
function studentised(sums: Float64Array): number {
  let total = 0;
  for (const value of sums) total += value;
  const mean = total / sums.length;
  let squares = 0;
  for (const value of sums) squares += (value - mean) ** 2;
  return total === 0 ? 0 : total / Math.sqrt(squares);
}
