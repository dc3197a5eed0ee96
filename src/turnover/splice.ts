import {basisKey, figureInterval} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {groupBy} from "../base/group-by.ts";
import {type Interval, intersects} from "../base/interval.ts";
import {parsePeriod} from "../base/period.ts";

/** One number of a row: what was said for a period. */
export interface ClaimedPoint {
  readonly period: string;
  readonly claimed: Interval;
}

/** A basis that contains a number. */
export interface Holding {
  readonly basisKey: string;
  readonly figureIds: string[];
  /** False when every figure that fits is unverified. */
  readonly verified: boolean;
}

/** One number of the row on the basis that the path gives it. */
export interface Step {
  readonly basisKey: string;
  readonly figure: Figure;
  readonly verified: boolean;
}

/** How a row of numbers hangs together. */
export interface SpliceResult {
  /** For each number the bases that contain it, in the order of the candidates. */
  readonly holds: Holding[][];
  /** The path with the fewest changes of basis; null where no basis contains the number. */
  readonly path: (Step | null)[];
  /** Changes of basis along the path. */
  readonly splices: number;
  /** Bases that contain every number; empty when the row is not one series. */
  readonly oneBasis: string[];
}

/** What a path costs so far: changes of basis first, then steps that rest on unverified figures only. */
interface Cost {
  readonly splices: number;
  readonly unverified: number;
}

/** A step of the path with the steps before it. */
interface Node {
  readonly cost: Cost;
  readonly step: Step;
  readonly previous: Node | undefined;
}

/**
 * Finds on which bases each number of a row holds and the path through them with the fewest changes of basis, by
 * dynamic programming over (number, basis). Of equal paths the one with more verified steps wins, then the one that
 * stays, then the order of the candidates. Numbers that no basis contains are stepped over.
 */
export function findSplices(points: readonly ClaimedPoint[], candidates: readonly Figure[]): SpliceResult {
  const steps = points.map((point) => stepsAt(point, candidates));
  const last = steps.reduce<readonly Node[]>((nodes, at) => (at.length === 0 ? nodes : extend(nodes, at)), []);
  const best = least(last);
  const chosen = unwind(best);
  return {
    holds: steps.map((at) => at.map(({holding}) => holding)),
    path: steps.map((at) => (at.length === 0 ? null : chosen.shift()!)),
    splices: best?.cost.splices ?? 0,
    oneBasis: intersection(steps.map((at) => at.map(({holding}) => holding.basisKey)))
  };
}

interface Fit {
  readonly holding: Holding;
  readonly step: Step;
}

function stepsAt({period, claimed}: ClaimedPoint, candidates: readonly Figure[]): Fit[] {
  const {text} = parsePeriod(period);
  const fitting = candidates.filter((figure) => parsePeriod(figure.period).text === text && holdsOn(figure, claimed));
  return [...groupBy(fitting, ({basis}) => basisKey(basis))].map(([key, figures]) => {
    const figure = figures.find(isVerified) ?? figures[0]!;
    const verified = isVerified(figure);
    return {
      holding: {basisKey: key, figureIds: figures.map(({id}) => id), verified},
      step: {basisKey: key, figure, verified}
    };
  });
}

function holdsOn(figure: Figure, claimed: Interval): boolean {
  const interval = figureInterval(figure);
  return interval !== undefined && intersects(interval, claimed);
}

function isVerified({evidence}: Figure): boolean {
  return evidence !== "unverified";
}

function extend(nodes: readonly Node[], at: readonly Fit[]): Node[] {
  return at.map(({step}) => {
    const own = step.verified ? 0 : 1;
    if (nodes.length === 0) return {cost: {splices: 0, unverified: own}, step, previous: undefined};
    const ways = nodes.map((previous): Node => {
      const splices = previous.cost.splices + (previous.step.basisKey === step.basisKey ? 0 : 1);
      return {cost: {splices, unverified: previous.cost.unverified + own}, step, previous};
    });
    return least(ways, step.basisKey)!;
  });
}

/** The cheapest node; of equals the one that comes from `stay`, then the first. */
function least(nodes: readonly Node[], stay?: string): Node | undefined {
  return nodes.reduce<Node | undefined>((best, node) => {
    if (!best) return node;
    const difference = compareCosts(node.cost, best.cost);
    if (difference !== 0) return difference < 0 ? node : best;
    return comesFrom(node, stay) && !comesFrom(best, stay) ? node : best;
  }, undefined);
}

function compareCosts(a: Cost, b: Cost): number {
  return a.splices - b.splices || a.unverified - b.unverified;
}

function comesFrom({previous}: Node, stay: string | undefined): boolean {
  return stay !== undefined && previous?.step.basisKey === stay;
}

function unwind(node: Node | undefined): Step[] {
  const steps: Step[] = [];
  for (let at = node; at; at = at.previous) steps.unshift(at.step);
  return steps;
}

function intersection([first, ...others]: readonly (readonly string[])[]): string[] {
  return (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
}
