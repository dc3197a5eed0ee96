import type {EnergyDemand, EnergyMarket, PriceRule} from "../../base/energy.ts";
import {arcCharge, demandCurve} from "./model.ts";

/** The prices of demands that do not pay their node's price, or why they cannot be known. */
export interface PaidPrices {
  readonly paid: ReadonlyMap<string, number>;
  /** Demands that pay their node's price and whose price a formula refers to. */
  readonly referred: readonly string[];
  /** One sentence for each rule that cannot be followed. */
  readonly problems: readonly string[];
}

/**
 * Follows the price rules of a market. `guess` holds the prices of competitive demands that formulas refer to, which
 * only a solution can tell; defaults to the price at which each would take nothing.
 */
export function paidPrices(market: EnergyMarket, guess: ReadonlyMap<string, number> = new Map()): PaidPrices {
  const paid = new Map<string, number>();
  const referred = new Set<string>();
  const problems: string[] = [];
  const byId = new Map(market.demands.map((demand) => [demand.id, demand]));
  const arcs = new Map((market.arcs ?? []).map((arc) => [arc.id, arc]));

  const priceOf = (id: string, asked: readonly string[]): number | undefined => {
    const rule = byId.get(id)!.price ?? "competitive";
    if (paid.has(id)) return paid.get(id);
    if (asked.includes(id)) {
      problems.push(`The price of demand "${id}" refers to itself: ${[...asked, id].join(" → ")}`);
      return undefined;
    }
    if (rule === "competitive") {
      if (asked.length > 0) referred.add(id);
      return asked.length > 0 ? (guess.get(id) ?? demandCurve(byId.get(id)!).a) : undefined;
    }
    const price = ruledPrice(id, rule, asked);
    if (price !== undefined) paid.set(id, price);
    return price;
  };
  const ruledPrice = (id: string, rule: PriceRule, asked: readonly string[]): number | undefined => {
    if (typeof rule === "number") return rule;
    if (typeof rule === "string") return bestNetback(byId.get(id)!);
    if ("netback" in rule) return routeNetback(byId.get(id)!, rule.netback);
    const referredTo = priceOf(rule.of, [...asked, id]);
    if (referredTo === undefined) return undefined;
    const tariffs = (rule.tariffsOf ?? []).reduce((sum, arc) => sum + arcCharge(arcs.get(arc)!), 0);
    return (rule.times ?? 1) * referredTo + tariffs + (rule.plus ?? 0);
  };
  const bestNetback = ({id, node, commodity}: EnergyDemand): number | undefined => {
    const value = netbacks(market, commodity).get(node);
    if (value === undefined) problems.push(`No export can be reached from node "${node}" of demand "${id}"`);
    return value;
  };
  const routeNetback = (demand: EnergyDemand, route: readonly string[]): number | undefined => {
    const {value, problem} = netbackAlong(market, demand, route);
    if (problem !== undefined) problems.push(problem);
    return value;
  };

  for (const {id} of market.demands) priceOf(id, []);
  problems.push(...openQuantities(market, paid));
  return {paid, referred: [...referred], problems};
}

/** Demands whose quantity a price does not determine. */
function openQuantities(market: EnergyMarket, paid: ReadonlyMap<string, number>): string[] {
  return market.demands
    .filter(({id}) => paid.has(id))
    .flatMap((demand) => {
      const {id, node, commodity, steps, quantity} = demand;
      const inCross = (market.cross ?? []).some(
        (one) => one.side === "demand" && one.node === node && one.commodities.includes(commodity)
      );
      if (inCross) return [`Demand "${id}" depends on another commodity's, so its price must be competitive`];
      const isFlat = !steps && quantity === undefined && demandCurve(demand).b === 0;
      return isFlat ? [`Demand "${id}" is flat, so a given price leaves its quantity open; give it a slope`] : [];
    });
}

/**
 * The netback at every node of a commodity: the best export price less duty, tariffs, surcharges and losses on the way;
 * nodes without a way to an export are absent. Capacities play no part, except that a closed arc is no way.
 */
export function netbacks(market: EnergyMarket, commodity: string): ReadonlyMap<string, number> {
  const value = new Map<string, number>();
  const raise = (node: string, to: number): boolean => {
    if (to <= (value.get(node) ?? Number.NEGATIVE_INFINITY)) return false;
    value.set(node, to);
    return true;
  };
  for (const one of market.exports ?? [])
    if (one.commodity === commodity) raise(one.node, (one.price ?? 0) - (one.duty ?? 0));
  const ways = (market.arcs ?? []).filter((arc) => arc.commodity === commodity && arc.capacity !== 0);
  // As many rounds as there are nodes reach every route; a further gain would be a profitable circle, which never ends.
  for (let round = 0; round < market.nodes.length; ++round) {
    let gained = false;
    for (const arc of ways) {
      const beyond = value.get(arc.to);
      if (beyond !== undefined) gained = raise(arc.from, (1 - (arc.loss ?? 0)) * beyond - arcCharge(arc)) || gained;
    }
    if (!gained) break;
  }
  return value;
}

/** The netback of a demand along a route of arcs that ends at an export. */
function netbackAlong(
  market: EnergyMarket,
  {id, node, commodity}: EnergyDemand,
  route: readonly string[]
): {value?: number; problem?: string} {
  const arcs = route.map((arc) => (market.arcs ?? []).find((one) => one.id === arc)!);
  let at = node;
  for (const arc of arcs) {
    if (arc.from !== at || arc.commodity !== commodity)
      return {
        problem: `The netback route of demand "${id}" breaks at arc "${arc.id}": wanted one of ${commodity} from "${at}"`
      };
    at = arc.to;
  }
  const ends = (market.exports ?? []).filter((one) => one.node === at && one.commodity === commodity);
  if (ends.length === 0)
    return {problem: `The netback route of demand "${id}" ends at "${at}", where no ${commodity} is exported`};
  const best = Math.max(...ends.map(({price = 0, duty = 0}) => price - duty));
  return {value: arcs.reduceRight((value, arc) => (1 - (arc.loss ?? 0)) * value - arcCharge(arc), best)};
}
