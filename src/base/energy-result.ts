import {z} from "zod";

/** Words by ISO 639 code. */
const words = z.record(z.string(), z.string());
const names = words.exactOptional();
/** Lowest and highest value that the same quantities support. */
const range = z.tuple([z.number().nullable(), z.number().nullable()]);

/** Money by account, from whose point of view it is; see docs/energy.md. */
export const energyAccountsSchema = z.strictObject({
  /** What consumption is worth to consumers less what they pay; of a demand without a curve minus what they pay. */
  consumers: z.number(),
  producers: z.number(),
  /** Margins of refineries and other processes. */
  processors: z.number(),
  /** Of sellers who serve at a regulated or contract price: what they get less what it is worth at the node's price. */
  sellers: z.number(),
  /** Tariffs and surcharges less what transport costs. */
  network: z.number(),
  /** Rents of those who hold scarce capacity or quotas; negative where a minimum costs. */
  capacity: z.number(),
  /** Taxes and duties less rebates. */
  treasury: z.number()
});
export type EnergyAccounts = z.infer<typeof energyAccountsSchema>;

/** One economy in a solution. */
const economySchema = z.strictObject({
  id: z.string(),
  names,
  accounts: energyAccountsSchema,
  /** Sum of the accounts. */
  welfare: z.number(),
  /** Taxes and duties less rebates: the treasury's account. */
  revenue: z.number(),
  /** By commodity: what is consumed and the mean price paid (null where nothing is), and what crosses the border. */
  commodities: z.array(
    z.strictObject({
      commodity: z.string(),
      consumption: z.number(),
      price: z.number().nullable(),
      production: z.number(),
      exports: z.number(),
      imports: z.number()
    })
  )
});

const nodeSchema = z.strictObject({
  node: z.string(),
  commodity: z.string(),
  economy: z.string(),
  /** Marginal cost of one unit more at the node: the competitive price. */
  price: z.number(),
  /** Present where several prices support the same quantities; null is no limit. */
  range: range.exactOptional()
});

const demandSchema = z.strictObject({
  id: z.string(),
  node: z.string(),
  commodity: z.string(),
  quantity: z.number(),
  /** Price that consumers pay, taxes included. */
  paid: z.number(),
  /** Marginal cost of serving it, taxes included. */
  marginal: z.number(),
  /** (marginal − paid) × quantity: implicit transfer to the consumers; negative where they pay more. */
  transfer: z.number()
});

const quantitySchema = z.strictObject({
  id: z.string(),
  quantity: z.number(),
  /** What one unit more of the limit would be worth; 0 where none binds. */
  shadowPrice: z.number()
});

const flowSchema = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  commodity: z.string(),
  sent: z.number(),
  arrived: z.number(),
  /** Null where there is no limit. */
  capacity: z.number().nullable(),
  /** Tariff, surcharge and duty of a unit. */
  charge: z.number(),
  /** Whether capacity (or a minimum) binds with a price. */
  binding: z.boolean(),
  /** Congestion price: what one unit more of capacity would be worth; negative for a minimum. */
  shadowPrice: z.number(),
  rent: z.number()
});

const processSchema = z.strictObject({
  id: z.string(),
  runs: z.number(),
  /** Value of the output less that of the input, cost and rebate counted, of a unit of input; also of one that stands still. */
  margin: z.number(),
  shadowPrice: z.number()
});

/** The difference between the prices that two economies' consumers pay, held against transport between them. */
const convergenceSchema = z.strictObject({
  commodity: z.string(),
  from: z.string(),
  to: z.string(),
  /** Price paid at `to` less price paid at `from`. */
  difference: z.number(),
  /** Cheapest way from one to the other, charges and losses at the price of `from`; null where there is none. */
  transport: z.number().nullable(),
  /** What transport leaves of the difference: 0 between minus the way back and the way there; null where there is no way. */
  unexplained: z.number().nullable()
});

/** What was checked after the solver; each relative to the numbers that it compares. */
export const energyChecksSchema = z.strictObject({
  /** Largest of the residuals below. */
  residual: z.number(),
  primal: z.number(),
  dual: z.number(),
  complementarity: z.number(),
  stationarity: z.number(),
  gap: z.number(),
  /** Sum of all accounts against the objective. */
  accounts: z.number(),
  /** Prices that formulas refer to, against the prices found. */
  formulas: z.number(),
  /** Whether all prices are unique; null where that was not looked for. */
  uniquePrices: z.boolean().nullable(),
  converged: z.boolean(),
  /** Programs solved. */
  iterations: z.int()
});

/** A market solved under one scenario. */
export const energyResultSchema = z.strictObject({
  scenario: z.string(),
  names,
  notes: names,
  economies: z.array(economySchema),
  /** Sum over the economies. */
  total: z.number(),
  /** Objective of the program: minus the total surplus before taxes, duties and margins of networks are put back. */
  objective: z.number(),
  nodes: z.array(nodeSchema),
  demands: z.array(demandSchema),
  supplies: z.array(quantitySchema),
  exports: z.array(quantitySchema),
  flows: z.array(flowSchema),
  processes: z.array(processSchema),
  convergence: z.array(convergenceSchema),
  checks: energyChecksSchema
});
export type EnergyResult = z.infer<typeof energyResultSchema>;

/** Quantiles over draws; null where every draw failed. */
export const energyQuantilesSchema = z.strictObject({
  p5: z.number().nullable(),
  p25: z.number().nullable(),
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  p95: z.number().nullable()
});
export type EnergyQuantiles = z.infer<typeof energyQuantilesSchema>;

const atValueSchema = z.strictObject({
  value: z.number(),
  /** Welfare by economy, in the order of the market; null where the market could not be solved. */
  welfare: z.array(z.number()).nullable()
});

/** Joint draws of the uncertain parameters of one scenario. */
export const energyDrawsSchema = z.strictObject({
  scenario: z.string(),
  draws: z.int(),
  /** Draws that could not be solved, by reason; they are counted, never redrawn. */
  failed: z.int(),
  reasons: z.record(z.string(), z.int()),
  total: energyQuantilesSchema,
  economies: z.array(
    z.strictObject({
      id: z.string(),
      welfare: energyQuantilesSchema,
      accounts: z.record(z.string(), energyQuantilesSchema),
      /** Welfare less that of the first scenario in the same draw; absent for the first. */
      change: energyQuantilesSchema.exactOptional(),
      /** Share of the draws solved in both in which welfare rises; null where there are none. */
      gains: z.number().nullable().exactOptional()
    })
  ),
  demands: z.array(z.strictObject({id: z.string(), paid: energyQuantilesSchema})),
  /** One parameter at a time at its 5 % and 95 % quantiles, the others at their medians; widest first. */
  tornado: z.array(z.strictObject({parameter: z.string(), low: atValueSchema, high: atValueSchema}))
});
export type EnergyDraws = z.infer<typeof energyDrawsSchema>;

/** What `concord simulate energy --json` writes. */
export const energyOutputSchema = z.strictObject({
  model: z.literal("energy"),
  market: z.strictObject({
    id: z.string(),
    names: words,
    status: z.enum(["illustrative", "sourced"]),
    notes: names,
    sources: z.array(z.string()),
    units: z.strictObject({quantity: words, price: words, money: words})
  }),
  /** What the run was asked for beyond the files. */
  parameters: z.strictObject({draws: z.int(), seed: z.int()}),
  /** Scenario that the others are compared with. */
  base: z.string(),
  scenarios: z.array(energyResultSchema),
  /** Change of each account from the base, by scenario and economy. */
  changes: z.array(
    z.strictObject({
      scenario: z.string(),
      economies: z.array(z.strictObject({id: z.string(), accounts: energyAccountsSchema, welfare: z.number()})),
      total: z.number()
    })
  ),
  /** What was seen, beside what the market's first scenario gives; absent where either is not there. */
  observed: z
    .array(
      z.strictObject({
        number: z.string(),
        value: z.number(),
        found: z.number(),
        difference: z.number(),
        source: z.string().exactOptional()
      })
    )
    .exactOptional(),
  draws: z.array(energyDrawsSchema).exactOptional(),
  seconds: z.number()
});
export type EnergyOutput = z.infer<typeof energyOutputSchema>;
