/** The maintenance agency of all structures that this software publishes. */
export const agency = "CONCORD";
