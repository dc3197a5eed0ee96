/** Kinds of parts of an energy market that scenarios may change. */
export const energyParts = ["supplies", "demands", "exports", "arcs", "processes"] as const;
export type EnergyPart = (typeof energyParts)[number];
