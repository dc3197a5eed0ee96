import {z} from "@hono/zod-openapi";
import {figureSchema} from "../../base/figure.ts";
import {itemSchema} from "../../base/register.ts";
import {sourceSchema} from "../../base/source.ts";

// Schemas made before this package was loaded cannot take a name: these are the same ones, made anew.

/** A figure under its name in the description of the interface. */
export const figureRecord = z
  .strictObject(figureSchema.shape)
  .openapi("Figure", {description: "One number on its basis, for one period, as known since one day"});

/** A source under its name in the description of the interface. */
export const sourceRecord = z
  .strictObject(sourceSchema.shape)
  .openapi("Source", {description: "An evidence record: where a fact was read"});

/** An item under its name in the description of the interface. */
export const itemRecord = z
  .strictObject(itemSchema.shape)
  .openapi("Item", {description: "What was agreed or planned; its history is in assertions"});
