import {z} from "zod";
import {simulationFields} from "../output.ts";

const percent = z.number();

const moneySchema = z.strictObject({
  /** What producing earns: output in one sector, value added in many. */
  factorIncome: z.number(),
  tariffRevenue: z.number(),
  rents: z.number(),
  /** What is spent beyond income. */
  deficit: z.number(),
  spending: z.number(),
  /** At border prices, without domestic sales. */
  exports: z.number(),
  imports: z.number()
});

const economySchema = z.strictObject({
  id: z.string(),
  /** Real spending; exact. */
  welfare: percent,
  /** Real income: real spending without the deficit. */
  realIncome: percent,
  /** Price that producers receive; in many sectors the wage. */
  price: percent,
  /** Price index of what is bought. */
  consumerPrice: percent,
  exports: percent,
  imports: percent,
  /** Change of tariff revenue as a share of income before. */
  revenue: percent,
  /** Change of rents as a share of income before. */
  rents: percent,
  before: moneySchema,
  after: moneySchema,
  /** Many sectors: first-order effects at initial values; no substitute for `welfare`. */
  firstOrder: z.strictObject({termsOfTrade: percent, volumeOfTrade: percent, welfare: percent}).exactOptional()
});

const levelsSchema = z.strictObject({
  id: z.string(),
  /** Real output at full endowment effects. */
  welfare: percent,
  realIncome: percent,
  price: percent,
  consumerPrice: percent,
  exports: percent,
  imports: percent,
  revenue: percent,
  rents: percent,
  /** Resistances at full effects; the reference's inward one does not change. */
  inward: percent,
  outward: percent,
  /** Exports when resistances stay, and when they move but incomes stay. */
  partialExports: percent.exactOptional(),
  conditionalExports: percent.exactOptional(),
  conditionalInward: percent.exactOptional(),
  conditionalOutward: percent.exactOptional()
});

const flowSchema = z.strictObject({exporter: z.string(), importer: z.string(), before: z.number(), after: z.number()});

/** Names of the trade models. */
export const tradeModels = ["one-sector", "many-sectors", "levels", "guide-loop", "fixed-shares"] as const;

/** A simulated trade scenario: the output of `concord simulate trade --json`, one for each scenario. */
export const tradeSimulationSchema = z.strictObject({
  model: z.enum(tradeModels),
  ...simulationFields,
  parameters: z.strictObject({
    /** One sector: elasticity of substitution and of supply. */
    sigma: z.number().exactOptional(),
    supplyElasticity: z.number().exactOptional(),
    /** Many sectors: trade elasticities. */
    theta: z.record(z.string(), z.number()).exactOptional(),
    deficits: z.enum(["held", "proportional", "removed"]),
    coefficients: z.record(z.string(), z.number()).exactOptional(),
    /** What prices are relative to. */
    numeraire: z.string()
  }),
  economies: z.array(z.union([economySchema, levelsSchema])),
  flows: z.array(flowSchema).exactOptional(),
  iterations: z.int(),
  tornado: z
    .strictObject({
      economy: z.string(),
      bars: z.array(
        z.strictObject({
          parameter: z.string(),
          low: z.strictObject({value: z.number(), welfare: percent.nullable()}),
          high: z.strictObject({value: z.number(), welfare: percent.nullable()})
        })
      )
    })
    .exactOptional()
});
export type TradeSimulation = z.infer<typeof tradeSimulationSchema>;
export type TradeEconomy = TradeSimulation["economies"][number];
