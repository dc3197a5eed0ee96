import type {Engine, Row, SqlParams, SqlType} from "./engine.ts";
import {sqlText} from "./sql-folder.ts";

/** Type of a column; a "?" marks one that may be null. */
type ColumnType = SqlType | `${SqlType}?`;

interface Query {
  readonly params: Readonly<Record<string, SqlType>>;
  readonly row: Readonly<Record<string, ColumnType>>;
}

/** A stored figure, a column each. */
const figureRow = {
  id: "varchar",
  indicator: "varchar",
  kind: "varchar",
  about: "varchar?",
  economy: "varchar?",
  partner: "varchar?",
  reporter: "varchar?",
  coverage: "varchar?",
  valuation: "varchar?",
  prices: "varchar?",
  unit: "varchar",
  product: "varchar?",
  period: "varchar",
  base: "varchar?",
  value: "double?",
  bound: "varchar",
  step: "double?",
  low: "double?",
  high: "double?",
  of_numerator: "double?",
  of_denominator: "double?",
  of_rule: "varchar?",
  status: "varchar",
  stage: "varchar?",
  evidence: "varchar",
  known: "varchar",
  sources: "varchar[]",
  formula: "varchar?",
  inputs: "varchar[]?",
  note: "varchar?"
} as const;

/** Every statement under `sql/queries`, with its parameters and the columns of a row. Adding a file means adding it here. */
export const queries = {
  store_format: {params: {}, row: {format: "integer", content: "varchar", made_by: "varchar"}},
  packs: {
    params: {},
    row: {name: "varchar", title: "varchar", version: "varchar", licence: "varchar", profile: "varchar"}
  },
  known_figures: {
    params: {known_day: "integer", indicators: "varchar[]", economies: "varchar[]"},
    row: figureRow
  },
  sdmx_figures: {
    params: {statuses: "varchar[]"},
    row: {
      ...figureRow,
      publisher: "varchar?",
      statement: "integer"
    }
  },
  known_assertions: {params: {known_day: "integer"}, row: {record: "varchar"}},
  known_links: {
    params: {known_day: "integer"},
    row: {source_end: "varchar", relation: "varchar", target_end: "varchar"}
  },
  sources: {
    params: {},
    row: {
      id: "varchar",
      url: "varchar",
      title: "varchar?",
      publisher: "varchar",
      language: "varchar",
      published: "varchar?",
      retrieved: "varchar",
      locator: "varchar?",
      tier: "integer",
      quote: "varchar?",
      sha256: "varchar?",
      independent_of: "varchar[]?"
    }
  },
  entities: {params: {}, row: {record: "varchar"}},
  items: {params: {}, row: {record: "varchar"}}
} as const satisfies Record<string, Query>;

/** Name of a statement under `sql/queries`. */
export type QueryName = keyof typeof queries;

interface Values {
  varchar: string;
  integer: number;
  double: number;
  "varchar[]": readonly string[];
}

type ValueOf<Type extends ColumnType> = Type extends `${infer Sure extends SqlType}?`
  ? Values[Sure] | null
  : Type extends SqlType
    ? Values[Type]
    : never;

/** Named parameters of a statement; null stands for "all" where its header says so. */
export type ParamsOf<Name extends QueryName> = {
  readonly [Param in keyof (typeof queries)[Name]["params"]]: ValueOf<
    (typeof queries)[Name]["params"][Param] & SqlType
  > | null;
};

/** One row of a statement. */
export type RowOf<Name extends QueryName> = {
  readonly [Column in keyof (typeof queries)[Name]["row"]]: ValueOf<(typeof queries)[Name]["row"][Column] & ColumnType>;
};

/** Returns the text of `sql/queries/{name}.sql`. */
export function queryText(name: QueryName): string {
  return sqlText(`queries/${name}.sql`);
}

/** Runs a registered statement and returns all its rows. */
export async function runQuery<Name extends QueryName>(
  engine: Engine,
  name: Name,
  params: ParamsOf<Name>
): Promise<RowOf<Name>[]> {
  const rows: Row[] = await engine.rows(queryText(name), params as SqlParams, queries[name].params);
  return rows as RowOf<Name>[];
}

/** Runs a registered statement and returns its rows in batches, as the engine finds them. */
export function streamQuery<Name extends QueryName>(
  engine: Engine,
  name: Name,
  params: ParamsOf<Name>
): AsyncIterable<RowOf<Name>[]> {
  return engine.stream(queryText(name), params as SqlParams, queries[name].params) as AsyncIterable<RowOf<Name>[]>;
}
