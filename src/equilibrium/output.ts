import {z} from "zod";

/** What is checked after every solve; a run that fails a check is an error, so published output has passed them. */
export const checksSchema = z.strictObject({
  /** Largest violation of an equilibrium condition, relative to its size. */
  residual: z.number(),
  /** Sum of all economies' expenditure less their incomes, relative to world income: what the world pays it also earns. */
  worldBudget: z.number(),
  /** Value of all excess demands added up, relative to world income: zero in any consistent system, solved or not. */
  walras: z.number(),
  converged: z.boolean()
});
export type Checks = z.infer<typeof checksSchema>;

/** Quantiles of one number over the draws, in the order of the probabilities. */
const quantilesSchema = z.array(z.number());

/** What draws of the estimated parameters did to the answer. */
export const drawsSchema = z.strictObject({
  /** How many were drawn. */
  count: z.int().positive(),
  /** How many of them could not be solved; they are left out of the quantiles and never drawn again. */
  failed: z.int().min(0),
  seed: z.int(),
  probabilities: z.array(z.number()),
  /** Quantiles of each economy's accounts, in per cent as the accounts themselves. */
  economies: z.array(z.strictObject({id: z.string(), quantiles: z.record(z.string(), quantilesSchema)}))
});

/** The scenario that was run: its name and, for reading the answer alone, what it changes. */
export const scenarioNoteSchema = z.strictObject({
  name: z.string(),
  description: z.string().exactOptional(),
  changes: z.array(z.string())
});
export type ScenarioNote = z.infer<typeof scenarioNoteSchema>;

/** The members that every simulation's output shares; a model adds its own `economies`, `parameters` and `flows`. */
export const simulationFields = {
  scenario: scenarioNoteSchema,
  checks: checksSchema,
  draws: drawsSchema.exactOptional(),
  /** Seconds of preparing and solving, draws included. */
  seconds: z.number()
};
