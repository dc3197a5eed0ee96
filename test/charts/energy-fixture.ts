import type {EnergyAccounts, EnergyOutput, EnergyResult} from "../../src/base/energy-result.ts";

const none: EnergyAccounts = {
  consumers: 0,
  producers: 0,
  processors: 0,
  sellers: 0,
  network: 0,
  capacity: 0,
  treasury: 0
};

const names = {
  A: {en: "Aland", ru: "Аландия"},
  B: {en: "Beland", ru: "Беландия"},
  X: {en: "Outside", ru: "Внешний рынок"}
};

const checks: EnergyResult["checks"] = {
  residual: 0,
  primal: 0,
  dual: 0,
  complementarity: 0,
  stationarity: 0,
  gap: 0,
  accounts: 0,
  formulas: 0,
  uniquePrices: true,
  converged: true,
  iterations: 1
};

function result(
  scenario: string,
  prices: readonly [paid: number, marginal: number][],
  congestion: number
): EnergyResult {
  return {
    scenario,
    economies: (["A", "B", "X"] as const).map((id) => ({
      id,
      names: names[id],
      accounts: none,
      welfare: 0,
      revenue: 0,
      commodities: []
    })),
    total: 0,
    objective: 0,
    nodes: ["A", "B"].map((node) => ({node, commodity: "gas", economy: node, price: 0})),
    demands: prices.map(([paid, marginal], index) => ({
      id: `${"AB"[index]}-homes`,
      node: "AB"[index]!,
      commodity: "gas",
      quantity: 10,
      paid,
      marginal,
      transfer: 10 * (marginal - paid)
    })),
    supplies: [],
    exports: [],
    flows: [
      {
        id: "A-B",
        from: "A",
        to: "B",
        commodity: "gas",
        sent: 10,
        arrived: 10,
        capacity: 10,
        charge: 5,
        binding: congestion !== 0,
        shadowPrice: congestion,
        rent: 10 * congestion
      }
    ],
    processes: [],
    convergence: [],
    checks
  };
}

const change = (scenario: string, a: Partial<EnergyAccounts>, b: Partial<EnergyAccounts>) => {
  const economies = [a, b, {}].map((some, e) => {
    const accounts = {...none, ...some};
    return {id: "ABX"[e]!, accounts, welfare: Object.values(accounts).reduce((sum, one) => sum + one, 0)};
  });
  return {scenario, economies, total: economies.reduce((sum, {welfare}) => sum + welfare, 0)};
};

/** An invented simulation: prices below, above and at marginal cost, congestion and none, gains and losses. */
export const energy: EnergyOutput = {
  model: "energy",
  market: {
    id: "invented",
    names: {en: "Invented market", ru: "Придуманный рынок"},
    status: "illustrative",
    sources: [],
    units: {
      quantity: {en: "units", ru: "единиц"},
      price: {en: "money a unit", ru: "денег за единицу"},
      money: {en: "money", ru: "денег"}
    }
  },
  parameters: {draws: 0, seed: 1},
  base: "before",
  scenarios: [
    result(
      "before",
      [
        [80, 117.5],
        [140, 127.5]
      ],
      12.25
    ),
    result(
      "equal",
      [
        [90, 120],
        [95, 125]
      ],
      0
    ),
    result(
      "free",
      [
        [110, 110],
        [120, 120]
      ],
      -3
    )
  ],
  changes: [
    change("equal", {consumers: -400, producers: 120, sellers: -900, treasury: 10}, {consumers: 1150}),
    change("free", {consumers: -2500, producers: -970, sellers: 3100, capacity: 290}, {consumers: 400})
  ],
  seconds: 0.01
};
