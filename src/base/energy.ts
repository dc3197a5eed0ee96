import {z} from "zod";

/** Ids of a market's parts; no dots, so that "arcs.A-B.capacity" names one parameter. */
const idSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, {error: "letters, digits, _ and -"});
/** Names by ISO 639 code. */
const namesSchema = z.record(z.string(), z.string().min(1));
const amount = z.number().nonnegative({error: "a number of at least 0"});
const share = z.number().min(0).lt(1, {error: "less than 1"});

/** How the price that a demand pays comes about; see `demandFields.price`. */
export const priceRuleSchema = z.union([
  z.literal("competitive"),
  z.literal("netback"),
  z.number(),
  /** Netback along a named route: what the export at its end pays, less what the route takes. */
  z.strictObject({netback: z.array(idSchema).min(1)}),
  /** Contract formula: `times` × the price that another demand pays, plus the tariffs of arcs, plus an amount. */
  z.strictObject({
    of: idSchema,
    times: z.number().exactOptional(),
    plus: z.number().exactOptional(),
    tariffsOf: z.array(idSchema).exactOptional()
  })
]);
export type PriceRule = z.infer<typeof priceRuleSchema>;

const supplyFields = {
  /** Marginal cost of the first unit, c; not with `steps`. */
  cost: z.number().exactOptional(),
  /** Rise of marginal cost with each unit, g; defaults to 0. */
  slope: amount.exactOptional(),
  /** Most that is produced; defaults to no limit. */
  capacity: amount.exactOptional(),
  /** Least that is produced; defaults to 0. */
  minimum: amount.exactOptional(),
  /** Blocks of constant marginal cost, instead of cost, slope and capacity. */
  steps: z
    .array(z.strictObject({quantity: amount, cost: z.number()}))
    .min(1)
    .exactOptional(),
  /** Extraction or production tax on each unit; defaults to 0. */
  tax: z.number().exactOptional(),
  /** Economy whose treasury receives the tax; defaults to the node's. */
  taxTo: idSchema.exactOptional(),
  /** Economy whose producers these are; defaults to the node's. */
  owner: idSchema.exactOptional()
};

const demandFields = {
  /** Price at which demand ends, a of p = a − bD. */
  intercept: z.number().exactOptional(),
  /** Fall of the price with each unit, b of p = a − bD. */
  slope: amount.exactOptional(),
  /** One observed point and the elasticity there, from which a and b are calibrated. */
  reference: z
    .strictObject({price: z.number().positive(), quantity: z.number().positive(), elasticity: z.number().negative()})
    .exactOptional(),
  /** Blocks of constant willingness to pay. */
  steps: z
    .array(z.strictObject({quantity: amount, value: z.number()}))
    .min(1)
    .exactOptional(),
  /** A quantity that is taken at any price. */
  quantity: amount.exactOptional(),
  /** Tax on each unit consumed, part of the price paid; defaults to 0. */
  tax: z.number().exactOptional(),
  /** Economy whose treasury receives the tax; defaults to the node's. */
  taxTo: idSchema.exactOptional(),
  /**
   * "competitive": the node's price; a number: regulated at it, with an obligation to serve; "netback": the best export
   * value less transport; or a formula. Defaults to "competitive".
   */
  price: priceRuleSchema.exactOptional(),
  /** Economy whose seller serves this demand at a price that is not the node's; defaults to the node's. */
  seller: idSchema.exactOptional()
};

const exportFields = {
  /** Price that the buyer outside pays for the first unit. */
  price: z.number().exactOptional(),
  /** Fall of that price with each unit; defaults to 0, a buyer of any quantity. */
  slope: amount.exactOptional(),
  /** Export duty on each unit; defaults to 0. */
  duty: z.number().exactOptional(),
  /** Economy whose treasury receives the duty; defaults to the node's. */
  dutyTo: idSchema.exactOptional(),
  minimum: amount.exactOptional(),
  /** Export quota; defaults to none. */
  maximum: amount.exactOptional(),
  /** Economy of who holds the quota; defaults to the one that receives the duty. */
  seller: idSchema.exactOptional()
};

const arcFields = {
  /** Most that is sent; defaults to no limit. */
  capacity: amount.exactOptional(),
  /** Least that is sent, as take-or-pay has it; defaults to 0. */
  minimum: amount.exactOptional(),
  /** Transport tariff on each unit sent; defaults to 0. */
  tariff: z.number().exactOptional(),
  /** Surcharge for use across borders; defaults to 0. */
  surcharge: z.number().exactOptional(),
  /** What transport itself takes for each unit; defaults to the tariff, which then leaves no margin. */
  cost: z.number().exactOptional(),
  /** Share of what is sent that does not arrive; defaults to 0. */
  loss: share.exactOptional(),
  /** Duty on each unit that leaves by this arc; defaults to 0. */
  duty: z.number().exactOptional(),
  /** Economy whose treasury receives the duty; defaults to that of `from`. */
  dutyTo: idSchema.exactOptional(),
  /** Economy of the network's operator, who receives tariff and surcharge; defaults to that of `from`. */
  operator: idSchema.exactOptional(),
  /** Economy of who holds the capacity and so receives its congestion rent; defaults to the operator's. */
  holder: idSchema.exactOptional()
};

const processFields = {
  /** Units of each commodity that a unit of input gives. */
  yields: z.record(idSchema, amount).exactOptional(),
  /** Most input; defaults to no limit. */
  capacity: amount.exactOptional(),
  minimum: amount.exactOptional(),
  /** Cost of processing a unit of input; defaults to 0. */
  cost: z.number().exactOptional(),
  /** Paid by a treasury for each unit of input ("reverse excise"); defaults to 0. */
  rebate: z.number().exactOptional(),
  /** Economy whose treasury pays the rebate; defaults to the node's. */
  rebateFrom: idSchema.exactOptional(),
  owner: idSchema.exactOptional()
};

const placed = {id: idSchema, names: namesSchema.exactOptional(), node: idSchema, commodity: idSchema};

const supplySchema = z.strictObject({...placed, ...supplyFields});
const demandSchema = z.strictObject({...placed, ...demandFields});
const exportSchema = z.strictObject({...placed, ...exportFields});
const arcSchema = z.strictObject({
  id: idSchema,
  names: namesSchema.exactOptional(),
  from: idSchema,
  to: idSchema,
  commodity: idSchema,
  ...arcFields
});
const processSchema = z.strictObject({
  id: idSchema,
  names: namesSchema.exactOptional(),
  node: idSchema,
  /** Commodity that is processed. */
  input: idSchema,
  ...processFields
});

/** Two commodities whose demands (or costs) at a node depend on each other: p₁ = a₁ − b₁D₁ − slope·D₂, and alike. */
const crossSchema = z.strictObject({
  node: idSchema,
  side: z.enum(["demand", "supply"]),
  commodities: z.tuple([idSchema, idSchema]),
  slope: z.number()
});

/**
 * A slope that makes prices unique where several sets of prices support the same quantities: at every node demand falls
 * by `quantity` for each unit of price above `at`.
 */
const demandSlopeSchema = z.strictObject({quantity: z.number().positive(), at: z.number().exactOptional()});

/** What is not known exactly of one parameter, named as "arcs.A-B.capacity". */
const uncertainSchema = z.union([
  z.strictObject({parameter: z.string().min(1), range: z.tuple([z.number(), z.number()])}),
  z.strictObject({
    parameter: z.string().min(1),
    normal: z.strictObject({mean: z.number(), deviation: z.number().positive()})
  }),
  z.strictObject({
    parameter: z.string().min(1),
    triangular: z.tuple([z.number(), z.number(), z.number()])
  })
]);
export type Uncertain = z.infer<typeof uncertainSchema>;

/** An id, or "*" for all of a kind. */
const selectorSchema = z.union([z.literal("*"), idSchema]);

/** One set of rules: what differs from the market as it is described. */
export const energyScenarioSchema = z.strictObject({
  id: idSchema,
  names: namesSchema.exactOptional(),
  /** What the scenario means. */
  notes: namesSchema.exactOptional(),
  supplies: z.record(selectorSchema, z.strictObject(supplyFields)).exactOptional(),
  demands: z.record(selectorSchema, z.strictObject(demandFields)).exactOptional(),
  exports: z.record(selectorSchema, z.strictObject(exportFields)).exactOptional(),
  arcs: z.record(selectorSchema, z.strictObject(arcFields)).exactOptional(),
  processes: z.record(selectorSchema, z.strictObject(processFields)).exactOptional(),
  demandSlope: demandSlopeSchema.exactOptional(),
  /** Parameters that are uncertain in this scenario alone, drawn after its rules are set. */
  uncertain: z.array(uncertainSchema).exactOptional()
});
export type EnergyScenario = z.infer<typeof energyScenarioSchema>;

/** What a market holds; what must agree between its parts is checked by `energyMarketSchema`. */
export const energyMarketShape = z.strictObject({
  $schema: z.string().exactOptional(),
  id: idSchema,
  names: namesSchema,
  /** Whether the numbers are made up to show the method, or come from sources. */
  status: z.enum(["illustrative", "sourced"]),
  notes: namesSchema.exactOptional(),
  /** Where the numbers come from: ids of the pack's sources, or addresses. */
  sources: z.array(z.string().min(1)).exactOptional(),
  /** Words for the units; money is quantity × price. */
  units: z.strictObject({quantity: namesSchema, price: namesSchema, money: namesSchema}),
  economies: z.array(z.strictObject({id: idSchema, names: namesSchema.exactOptional()})).min(1),
  commodities: z.array(z.strictObject({id: idSchema, names: namesSchema.exactOptional()})).min(1),
  nodes: z.array(z.strictObject({id: idSchema, names: namesSchema.exactOptional(), economy: idSchema})).min(1),
  supplies: z.array(supplySchema),
  demands: z.array(demandSchema),
  exports: z.array(exportSchema).exactOptional(),
  arcs: z.array(arcSchema).exactOptional(),
  processes: z.array(processSchema).exactOptional(),
  cross: z.array(crossSchema).exactOptional(),
  demandSlope: demandSlopeSchema.exactOptional(),
  /** Parameters that are drawn together in every scenario, before the scenario's rules are set. */
  uncertain: z.array(uncertainSchema).exactOptional(),
  /** What was seen of the state that the first scenario describes; shown beside what it gives. */
  observed: z
    .array(
      z.strictObject({
        /** A number of an answer as "demands.A.paid", "arcs.A-B.sent" or "supplies.fields.quantity". */
        number: z.string().min(1),
        value: z.number(),
        source: z.string().min(1).exactOptional()
      })
    )
    .exactOptional(),
  /** Named sets of rules; the first is what the others are compared with. */
  scenarios: z.array(energyScenarioSchema).min(1)
});

export type EnergyMarket = z.infer<typeof energyMarketShape>;
export type EnergySupply = EnergyMarket["supplies"][number];
export type EnergyDemand = EnergyMarket["demands"][number];
export type EnergyExport = NonNullable<EnergyMarket["exports"]>[number];
export type EnergyArc = NonNullable<EnergyMarket["arcs"]>[number];
export type EnergyProcess = NonNullable<EnergyMarket["processes"]>[number];

/** Scenarios in a file of their own: YAML or JSON, read by `concord simulate energy --scenarios`. */
export const energyScenarioFileSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  /** Added to those of the market; one with the same id replaces it. */
  scenarios: z.array(energyScenarioSchema).min(1),
  /** Parameters that are drawn together in every scenario; added to those of the market. */
  uncertain: z.array(uncertainSchema).exactOptional()
});
export type EnergyScenarioFile = z.infer<typeof energyScenarioFileSchema>;
