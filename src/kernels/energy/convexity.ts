import type {EnergyMarket} from "../../base/energy.ts";
import {groupBy} from "../../base/group-by.ts";

type Cross = NonNullable<EnergyMarket["cross"]>[number];

/**
 * Names the nodes where commodities depend on each other so strongly that the market is no longer convex: what solves its
 * conditions need not be an equilibrium there. One sentence each; empty where all is well.
 */
export function convexityProblems({cross = [], demands, supplies}: EnergyMarket): string[] {
  const groups = groupBy(cross, ({node, side}) => `${side} at node "${node}"`);
  return [...groups].flatMap(([where, pairs]) => {
    const {node, side} = pairs[0]!;
    const commodities = [...new Set(pairs.flatMap((one) => one.commodities))];
    const own = (commodity: string) =>
      (side === "demand" ? demands : supplies).find((one) => one.node === node && one.commodity === commodity)?.slope;
    const slopes = commodities.map((a) => commodities.map((b) => (a === b ? (own(a) ?? 0) : crossSlope(pairs, a, b))));
    if (isPositiveSemidefinite(slopes)) return [];
    return [`The cross slopes of ${where} outweigh the own slopes of ${commodities.join(" and ")}`];
  });
}

function crossSlope(pairs: readonly Cross[], a: string, b: string): number {
  return pairs.reduce(
    (sum, {commodities, slope}) => sum + (commodities.includes(a) && commodities.includes(b) ? slope : 0),
    0
  );
}

/** By elimination on the diagonal: no pivot is negative, and a pivot of 0 has a row of 0. */
function isPositiveSemidefinite(matrix: readonly (readonly number[])[]): boolean {
  const rest = matrix.map((row) => [...row]);
  const small = 1e-12 * Math.max(...matrix.flat().map(Math.abs));
  for (let k = 0; k < rest.length; ++k) {
    const pivot = rest[k]![k]!;
    if (pivot < -small) return false;
    if (pivot <= small) {
      if (rest[k]!.slice(k + 1).some((value) => Math.abs(value) > small)) return false;
      continue;
    }
    for (let i = k + 1; i < rest.length; ++i)
      for (let j = k + 1; j < rest.length; ++j) rest[i]![j]! -= (rest[i]![k]! * rest[k]![j]!) / pivot;
  }
  return true;
}
