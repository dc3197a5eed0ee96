import type {EconomyOutcome} from "./outcome.ts";

/** Accounts of an economy that are drawn and shown, in their order. */
export const tradeAccounts = [
  "welfare",
  "realIncome",
  "price",
  "consumerPrice",
  "exports",
  "imports",
  "revenue",
  "rents"
] as const satisfies readonly (keyof EconomyOutcome)[];
export type TradeAccount = (typeof tradeAccounts)[number];
