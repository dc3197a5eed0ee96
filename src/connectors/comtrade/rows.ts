import {z} from "zod";
import type {Basis} from "../../base/figure.ts";
import type {Entity} from "../../base/register.ts";
import type {Draft} from "../connector.ts";
import {maybeEconomyId} from "../shared/economies.ts";
import {otherShape} from "../shared/json.ts";
import {periodText, worldCode} from "./fixes.ts";

const rowSchema = z.looseObject({
  freqCode: z.string(),
  period: z.union([z.string(), z.number()]),
  reporterCode: z.number(),
  partnerCode: z.number(),
  flowCode: z.string(),
  classificationCode: z.string(),
  cmdCode: z.string(),
  cifvalue: z.number().nullish(),
  fobvalue: z.number().nullish(),
  primaryValue: z.number().nullable(),
  reporterISO: z.string().nullish(),
  partnerISO: z.string().nullish(),
  reporterDesc: z.string().nullish(),
  partnerDesc: z.string().nullish(),
  isReported: z.boolean().nullish(),
  isAggregate: z.boolean().nullish(),
  legacyEstimationFlag: z.number().nullish()
});

/** One row of an answer. */
export type ComtradeRow = z.infer<typeof rowSchema>;

const answerSchema = z.looseObject({
  count: z.number(),
  data: z.array(rowSchema),
  error: z.string().nullish()
});

/** An answer of the service. */
export type ComtradeAnswer = z.infer<typeof answerSchema>;

/** Takes an answer apart; says which member is not as the service is known for. */
export function parseAnswer(value: unknown, url: string): ComtradeAnswer {
  const result = answerSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw otherShape(url, `"${issue!.path.join(".") || "the whole"}" that is not as known`, issue!.message);
}

const indicators: Readonly<Record<string, string>> = {
  X: "exports",
  M: "imports",
  RX: "re-exports",
  RM: "re-imports"
};

/** A row as a figure, or the flow that is not known. */
export function draftOf(row: ComtradeRow, url: string, scheme: string): Draft | {readonly unknownFlow: string} {
  const indicator = indicators[row.flowCode];
  if (indicator === undefined) return {unknownFlow: row.flowCode};
  const economy = areaOf(row.reporterCode, row.reporterISO);
  const basis: Basis = {
    indicator,
    kind: "level",
    economy,
    partner: areaOf(row.partnerCode, row.partnerISO),
    reporter: economy,
    coverage: "goods",
    valuation: valuationOf(row),
    prices: "current",
    unit: "USD",
    ...(row.cmdCode !== "TOTAL" && {product: {scheme, code: row.cmdCode}})
  };
  const isEstimated = (row.legacyEstimationFlag ?? 0) > 0;
  return {
    basis,
    period: periodText.apply(row),
    value: row.primaryValue,
    status: row.primaryValue === null ? "missing" : "reported",
    stage: "final",
    url,
    ...(isEstimated && {note: `The service marks an estimate of a quantity or value (${row.legacyEstimationFlag}).`})
  };
}

/** The value that is given is FOB or CIF by the column that it equals; the service fills the other one rarely. */
function valuationOf({primaryValue, cifvalue, fobvalue}: ComtradeRow): "fob" | "cif" | "unstated" {
  if (primaryValue === null) return "unstated";
  if (cifvalue === primaryValue && fobvalue !== primaryValue) return "cif";
  return fobvalue === primaryValue && cifvalue !== primaryValue ? "fob" : "unstated";
}

/** The id of an area: the house's where it knows the code, else one made of the service's number. */
function areaOf(code: number, iso: string | null | undefined): string {
  const letters = iso ? maybeEconomyId(worldCode.apply(iso)) : undefined;
  return letters ?? maybeEconomyId(worldCode.apply(String(code))) ?? areaId(code);
}

function areaId(code: number): string {
  return `comtrade-${code}`;
}

/** Areas of a row that the house does not know, as entities: "Areas, nes" is a partner like any other. */
export function areasOf(row: ComtradeRow): Entity[] {
  const sides = [
    [row.reporterCode, row.reporterISO, row.reporterDesc],
    [row.partnerCode, row.partnerISO, row.partnerDesc]
  ] as const;
  return sides.flatMap(([code, iso, name]) =>
    areaOf(code, iso) === areaId(code)
      ? [{id: areaId(code), kind: "region" as const, names: {en: name || `UN Comtrade area ${code}`}}]
      : []
  );
}
