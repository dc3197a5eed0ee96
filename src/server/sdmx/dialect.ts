import type {FaultKind} from "../../sdmx/query/faults.ts";
import {
  type DataOffer,
  dataOffers21,
  dataOffers30,
  type SchemaOffer,
  type StructureOffer,
  schemaOffers21,
  schemaOffers30,
  structureOffers21,
  structureOffers30
} from "./offers.ts";

/** What differs between the two services. */
export interface Dialect {
  readonly version: "2.1" | "3.0";
  readonly data: readonly DataOffer[];
  readonly structures: readonly StructureOffer[];
  readonly schemas: readonly SchemaOffer[];
  /** HTTP status and code of each fault. */
  readonly faults: Readonly<Record<FaultKind, readonly [status: number, code: number]>>;
}

export const dialect21: Dialect = {
  version: "2.1",
  data: dataOffers21,
  structures: structureOffers21,
  schemas: schemaOffers21,
  faults: {
    "no-results": [404, 100],
    syntax: [400, 140],
    semantic: [403, 150],
    "not-acceptable": [406, 140],
    "not-implemented": [501, 501],
    "too-large": [413, 510],
    "uri-too-long": [414, 140],
    internal: [500, 500],
    unavailable: [503, 503]
  }
};

export const dialect30: Dialect = {
  version: "3.0",
  data: dataOffers30,
  structures: structureOffers30,
  schemas: schemaOffers30,
  faults: {
    "no-results": [404, 404],
    syntax: [400, 400],
    semantic: [422, 422],
    "not-acceptable": [406, 406],
    "not-implemented": [501, 501],
    "too-large": [413, 413],
    "uri-too-long": [414, 414],
    internal: [500, 500],
    unavailable: [503, 503]
  }
};
