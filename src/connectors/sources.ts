import {ConcordError} from "../base/errors.ts";
import {baci} from "./baci/declaration.ts";
import {comtrade} from "./comtrade/declaration.ts";
import {concordance} from "./concordance/declaration.ts";
import type {PullSource} from "./connector.ts";
import {gravity} from "./gravity/declaration.ts";
import {itpde} from "./itpde/declaration.ts";
import {ocds} from "./ocds/declaration.ts";
import {sdmx} from "./sdmx/declaration.ts";
import {table} from "./table/declaration.ts";
import {worldbank} from "./worldbank/declaration.ts";

/** All sources that can be pulled from. */
export const sources: readonly PullSource[] = [
  {...comtrade, load: async () => (await import("./comtrade/connector.ts")).comtradeConnector},
  {...worldbank, load: async () => (await import("./worldbank/connector.ts")).worldbankConnector},
  {...sdmx, load: async () => (await import("./sdmx/connector.ts")).sdmxConnector},
  {...baci, load: async () => (await import("./baci/connector.ts")).baciConnector},
  {...gravity, load: async () => (await import("./gravity/connector.ts")).gravityConnector},
  {...itpde, load: async () => (await import("./itpde/connector.ts")).itpdeConnector},
  {...ocds, load: async () => (await import("./ocds/connector.ts")).ocdsConnector},
  {...concordance, load: async () => (await import("./concordance/connector.ts")).concordanceConnector},
  {...table, load: async () => (await import("./table/connector.ts")).tableConnector}
];

/** The source of an id; throws where there is none, and names those that there are. */
export function sourceNamed(id: string): PullSource {
  const source = sources.find((one) => one.id === id);
  if (source) return source;
  throw new ConcordError("invalid_query", `Source "${id}" is not known`, {
    details: {hint: `wanted one of ${sources.map((one) => one.id).join(", ")}`}
  });
}
