import type {z} from "zod";

/** Periods and dates are checked by functions, which JSON Schema has no word for: their wording becomes the description. */
export function describeFormats({
  zodSchema,
  jsonSchema
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  const wanted = (zodSchema._zod.def.checks ?? []).flatMap((check) => {
    const {error} = check._zod.def as z.core.$ZodCheckDef;
    const message = typeof error === "function" ? error({} as never) : undefined;
    return typeof message === "string" ? [message] : [];
  });
  if (wanted.length > 0)
    jsonSchema.description = wanted.map((text) => text[0]!.toUpperCase() + text.slice(1)).join("; ");
}
