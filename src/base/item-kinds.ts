/** Kinds of register items, in the order in which they are shown. */
export const itemKinds = [
  "agreement",
  "commitment",
  "barrier",
  "programme",
  "project",
  "event",
  "visit",
  "market"
] as const;

/** Stages of the ladder, lowest first; an item's number is its index. */
export const ladder = [
  "proposed",
  "in-work",
  "agreed",
  "adopted",
  "ratified",
  "in-force",
  "implemented",
  "verified"
] as const;
/** Stages beside the ladder. */
export const offLadder = ["suspended", "lapsed", "superseded", "withdrawn", "rejected", "reopened"] as const;
