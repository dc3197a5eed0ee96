import type {EnergyMarket} from "../src/base/energy.ts";
import {makeRandom} from "../src/kernels/random.ts";

/** A connected network with demand at every node, supply at a third of them, and scarce arcs. */
export function seededNetwork(count: number): EnergyMarket {
  const random = makeRandom(count);
  const within = (low: number, high: number) => low + (high - low) * random.uniform();
  const id = (n: number) => `n${n}`;
  const ring = Array.from({length: count}, (_, n) => [n, (n + 1) % count] as const);
  const chords = Array.from({length: count}, () => [random.below(count), random.below(count)] as const);
  const pairs = [...ring, ...ring.map(([from, to]) => [to, from] as const), ...chords.filter(([a, b]) => a !== b)];
  const words = {en: "units"};
  return {
    id: "seeded",
    names: words,
    status: "illustrative",
    units: {quantity: words, price: words, money: words},
    economies: [{id: "E"}],
    commodities: [{id: "gas"}],
    nodes: ring.map(([n]) => ({id: id(n), economy: "E"})),
    supplies: ring.flatMap(([n]) =>
      n % 3 === 0
        ? {
            id: id(n),
            node: id(n),
            commodity: "gas",
            cost: within(5, 40),
            slope: within(0.1, 1),
            capacity: within(20, 90)
          }
        : []
    ),
    demands: ring.map(([n]) => ({
      id: id(n),
      node: id(n),
      commodity: "gas",
      intercept: within(80, 200),
      slope: within(1, 9)
    })),
    arcs: pairs.map(([from, to], k) => ({
      id: `a${k}`,
      from: id(from),
      to: id(to),
      commodity: "gas",
      tariff: within(0.5, 9),
      capacity: within(2, 30)
    })),
    scenarios: [{id: "only"}]
  };
}
