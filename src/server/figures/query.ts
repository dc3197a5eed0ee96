import {z} from "@hono/zod-openapi";
import {canonicalBasis} from "../../base/basis-key.ts";
import {coverages, type Figure, statuses} from "../../base/figure.ts";
import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Knowledge} from "../../base/pack.ts";
import {comparePeriods, parsePeriod, periodContains} from "../../base/period.ts";
import {resolveEconomy} from "../../base/resolve-economy.ts";
import {
  asOfParameter,
  economyParameter,
  limitParameter,
  listParameter,
  offsetParameter,
  periodParameter
} from "../http/parameters.ts";
import {notStored, storedFigures} from "./computed.ts";
import {surroundingsOf} from "./surroundings.ts";

const one = (description: string, example: string) =>
  z.string().min(1).max(100).optional().openapi({description, example});

/** Which figures are wanted. */
export const figureFilters = {
  indicator: one("Indicator: turnover, exports, balance, …; imports are the partner's exports", "turnover"),
  kind: listParameter(["level", "change", "ratio", "share", "count", "price"], "Kind of number"),
  economy: economyParameter.optional().openapi({example: "BLR"}),
  partner: economyParameter.optional().openapi({example: "RUS"}),
  reporter: economyParameter.optional().openapi({description: "Whose books", example: "BLR"}),
  coverage: listParameter(coverages, "Of trade: what is counted"),
  unit: one("Unit: a currency code, %, 1, …", "USD"),
  period: periodParameter,
  item: one("Id of a register item that is measured", "us.forum.10"),
  status: listParameter(statuses, "How the number came about"),
  computed: z.enum(["true", "false"]).default("false").openapi({
    description: "Whether to add growth, sums, shares and gaps that are worked out; needs economy and partner"
  }),
  asOf: asOfParameter
} as const;

export const figuresQuery = z.strictObject({...figureFilters, limit: limitParameter, offset: offsetParameter});
export type FigureFilters = z.infer<z.ZodObject<typeof figureFilters>>;

/** The figures that fit, by period within their bases. */
export function filterFigures(knowledge: Knowledge, filters: FigureFilters, gazetteer: Gazetteer): Figure[] {
  const sides = [filters.economy, filters.partner].flatMap((side) => (side ? [resolveEconomy(side, gazetteer)] : []));
  const reporter = filters.reporter && resolveEconomy(filters.reporter, gazetteer);
  const outer = filters.period === undefined ? undefined : parsePeriod(filters.period);
  const fits = (figure: Figure) => {
    const basis = canonicalBasis(figure.basis);
    return (
      (filters.indicator === undefined || [basis.indicator, figure.basis.indicator].includes(filters.indicator)) &&
      (!filters.kind || filters.kind.includes(basis.kind)) &&
      sides.every((side) => side === basis.economy || side === basis.partner) &&
      (!reporter || basis.reporter === reporter) &&
      (!filters.coverage || (basis.coverage !== undefined && filters.coverage.includes(basis.coverage))) &&
      (filters.unit === undefined || basis.unit === filters.unit) &&
      (!outer || periodContains(outer, parsePeriod(figure.period))) &&
      (filters.item === undefined || basis.about === filters.item) &&
      (!filters.status || filters.status.includes(figure.status))
    );
  };
  return candidates(knowledge, filters, sides, gazetteer)
    .filter(fits)
    .sort((a, b) => comparePeriods(parsePeriod(a.period), parsePeriod(b.period)));
}

function candidates(knowledge: Knowledge, filters: FigureFilters, sides: readonly string[], gazetteer: Gazetteer) {
  const stored = [...storedFigures(knowledge).values()];
  const [economy, partner] = sides;
  if (filters.computed !== "true" || economy === undefined || partner === undefined) return stored;
  const basis = {indicator: "turnover", kind: "level", economy, partner, unit: "USD"} as const;
  const computed = [...surroundingsOf({basis}, knowledge, gazetteer).computed.values()];
  return [...stored, ...notStored(computed, stored)];
}
