import {ConcordError} from "../base/errors.ts";
import {baci} from "./baci/declaration.ts";
import {comtrade} from "./comtrade/declaration.ts";
import type {SourceDeclaration} from "./connector.ts";
import {sdmx} from "./sdmx/declaration.ts";
import {table} from "./table/declaration.ts";
import {worldbank} from "./worldbank/declaration.ts";

/** All sources that can be pulled from. */
export const sources: readonly SourceDeclaration[] = [comtrade, baci, worldbank, sdmx, table];

/** The source of an id. */
export function sourceById(id: string): SourceDeclaration {
  const source = sources.find((one) => one.id === id);
  if (source) return source;
  throw new ConcordError("not_found", `Source "${id}" is not known`, {
    details: {found: id, hint: `wanted one of ${sources.map((one) => one.id).join(", ")}`}
  });
}
