import {baci} from "./baci/declaration.ts";
import {comtrade} from "./comtrade/declaration.ts";
import {concordance} from "./concordance/declaration.ts";
import type {SourceDeclaration} from "./connector.ts";
import {gravity} from "./gravity/declaration.ts";
import {itpde} from "./itpde/declaration.ts";
import {ocds} from "./ocds/declaration.ts";
import {sdmx} from "./sdmx/declaration.ts";
import {table} from "./table/declaration.ts";
import {worldbank} from "./worldbank/declaration.ts";

/** All sources that can be pulled from. */
export const sources: readonly SourceDeclaration[] = [
  comtrade,
  worldbank,
  sdmx,
  baci,
  gravity,
  itpde,
  ocds,
  concordance,
  table
];
