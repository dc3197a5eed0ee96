import {z} from "@hono/zod-openapi";
import {ConcordError} from "../../base/errors.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import {resolveEconomy} from "../../base/resolve-economy.ts";
import type {TurnoverQuery} from "../../turnover/turnover.ts";
import {
  asOfParameter,
  economyParameter,
  languageParameter,
  periodParameter,
  productParameter
} from "../http/parameters.ts";

/** The parameters of whatever shows the trade of two economies. */
export const turnoverParameters = z.strictObject({
  economy: economyParameter,
  partner: economyParameter.openapi({example: "RUS"}),
  period: periodParameter,
  product: productParameter,
  asOf: asOfParameter,
  language: languageParameter
});
type TurnoverParameters = z.infer<typeof turnoverParameters>;

/** The question that parameters ask; names become codes. */
export function turnoverQuery(
  {economy, partner, period, product}: TurnoverParameters,
  gazetteer: Gazetteer
): TurnoverQuery {
  const [one, other] = [resolveEconomy(economy, gazetteer), resolveEconomy(partner, gazetteer)];
  if (one === other)
    throw new ConcordError("invalid_query", `Economy "${one}" cannot trade with itself here`, {
      details: {hint: "name two different economies"}
    });
  return {economy: one, partner: other, ...(period !== undefined && {period}), ...(product && {product})};
}
