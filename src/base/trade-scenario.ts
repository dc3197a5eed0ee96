import {z} from "zod";

/** What a barrier is made of, because its end means something else for incomes. */
const barrierTypes = ["tariff", "cost", "rent"] as const;

const id = z.string().min(1);
const ids = z.union([id, z.array(id).min(1)]);
/** An ad-valorem rate in per cent: 10 makes a good worth 100 at the border cost 110. */
const rate = z.number().gt(-100, {error: "a rate above −100 per cent"});

/**
 * One barrier and how it changes. Its size is told in one way: `to` (a rate afterwards), `points` (added to the rate), `scale`
 * (times the rate), `times` (a factor on the delivered cost), `effect` (change of ln trade at given prices) or `estimate` (an estimated
 * coefficient times a change of its variable).
 */
const barrierSchema = z
  .strictObject({
    /** Who sells: an economy, several, or "*" for all. */
    exporter: ids,
    /** Who buys: an economy, several, or "*" for all. */
    importer: ids,
    /** Whether the same holds the other way round; defaults to false. */
    bothWays: z.boolean().exactOptional(),
    /** Sectors, or "*" for all, the default. */
    sector: ids.exactOptional(),
    /**
     * "tariff": the importer's treasury receives it; "cost": it uses up goods, as waiting and paperwork do; "rent": it
     * raises the price and somebody earns the difference, as with quotas, licences and procurement at home.
     */
    type: z.enum(barrierTypes),
    /** Who earns a rent; defaults to the importer. */
    holder: z.enum(["importer", "exporter"]).exactOptional(),
    /** Rate before, per cent; defaults to the data's for tariffs, else to 0. */
    from: rate.exactOptional(),
    /** Rate afterwards, per cent. */
    to: rate.exactOptional(),
    /** Percentage points that are added to the rate. */
    points: z.number().exactOptional(),
    /** Factor on the rate: 0 ends it, 0.5 halves it, 1 leaves it. */
    scale: z.number().min(0).exactOptional(),
    /** Factor on the delivered cost, for type "cost"; "prohibitive" ends the trade. */
    times: z.union([z.number().positive(), z.literal("prohibitive")]).exactOptional(),
    /** Change of ln trade at given prices, for type "cost": 0.5 is what a coefficient of 0.5 says of a new agreement. */
    effect: z.number().exactOptional(),
    /** Effect by an estimated coefficient, which is then drawn from its distribution; for type "cost". */
    estimate: z.strictObject({variable: id, change: z.number()}).exactOptional()
  })
  .refine((barrier) => sizesOf(barrier).length === 1, {error: "one size: to, points, scale, times, effect or estimate"})
  .refine(({type, times, effect, estimate}) => type === "cost" || (times ?? effect ?? estimate) === undefined, {
    error: "times, effect and estimate only with type cost"
  })
  .refine(({type, holder}) => type === "rent" || holder === undefined, {error: "a holder only with type rent"});
export type TradeBarrier = z.infer<typeof barrierSchema>;

/** How trade imbalances are carried into the counterfactual. */
export const deficitRules = ["held", "proportional", "removed"] as const;
export type DeficitRule = (typeof deficitRules)[number];

/** A trade scenario: what changes between economies. `concord simulate trade --scenario`, and what the page saves. */
export const tradeScenarioSchema = z.strictObject({
  name: id,
  description: z.string().exactOptional(),
  barriers: z.array(barrierSchema),
  parameters: z
    .strictObject({
      /** Elasticity of substitution between origins, σ > 1; the trade elasticity is σ − 1. */
      sigma: z.number().gt(1, {error: "above 1"}).exactOptional(),
      /** Elasticity of supply to the real price, ψ; 0 is a fixed endowment, the default. One sector only. */
      supplyElasticity: z.number().min(0).exactOptional(),
      /** "held": in money of the numeraire; "proportional": as a share of income; "removed"; defaults to "held". */
      deficits: z.enum(deficitRules).exactOptional()
    })
    .exactOptional()
});
export type TradeScenario = z.infer<typeof tradeScenarioSchema>;

const sizes = ["to", "points", "scale", "times", "effect", "estimate"] as const;

function sizesOf(barrier: Partial<Record<(typeof sizes)[number], unknown>>): string[] {
  return sizes.filter((size) => barrier[size] !== undefined);
}
