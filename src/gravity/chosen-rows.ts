import {ConcordError} from "../base/errors.ts";
import {type ColumnType, describeFrame, type Frame} from "../store/frame.ts";
import {identifier} from "../store/identifier.ts";

/** Rows that a question is asked of. */
export interface ChosenRows {
  /** Name of their table in the frame's engine. */
  readonly table: string;
  readonly columns: ReadonlyMap<string, ColumnType>;
  readonly count: number;
  drop(): Promise<void>;
}

/** How rows are chosen. */
export interface ChooseOptions {
  /** New columns, `name = SQL`, each of which sees those before it and all rows. */
  readonly lets?: readonly string[];
  /** SQL condition, which sees the new columns. */
  readonly where?: string;
}

let made = 0;

/**
 * Makes new columns and picks rows by SQL. An expression that fails on a row, as a logarithm of zero does, has no value
 * there. Throws a ConcordError with what the engine says of a wrong expression, or when no row is left.
 */
export async function chooseRows(frame: Frame, {lets = [], where}: ChooseOptions = {}): Promise<ChosenRows> {
  const {engine} = frame;
  if (lets.length === 0 && where === undefined && frame.rowCount > 0)
    return {table: "frame", columns: frame.columns, count: frame.rowCount, drop: async () => {}};
  const prefix = `chosen${++made}`;
  const views: string[] = [];
  let from = "frame";
  for (const text of lets) {
    const view = `${prefix}_let${views.length}`;
    const [name, expression] = parseLet(text);
    const columnsSeen = await describeFrame(engine, from);
    const source = from;
    const statement = (sql: string) => {
      const column = `(${sql}) as ${identifier(name)}`;
      const list = hasColumn(columnsSeen, name) ? `* replace (${column})` : `*, ${column}`;
      return `create view ${view} as select ${list} from ${source}`;
    };
    await engine
      .execute(statement(`try(${expression})`)) // windows cannot stand in try
      .catch(() => engine.execute(statement(expression)))
      .catch((cause: unknown) => {
        throw sqlError(`--let "${text}"`, cause, columnsSeen);
      });
    views.push(view);
    from = view;
  }
  const seen = await describeFrame(engine, from);
  const condition = where === undefined ? "" : `where (${where})`;
  await engine.execute(`create table ${prefix} as select * from ${from} ${condition}`).catch((cause: unknown) => {
    throw sqlError(where === undefined ? "--let" : `--where "${where}"`, cause, seen);
  });
  const [total] = await engine.rows(`select cast(count(*) as double) as n from ${prefix}`);
  const count = Number(total!.n);
  const drop = () =>
    engine.execute([`drop table ${prefix}`, ...views.reverse().map((view) => `drop view ${view}`)].join("; "));
  if (count === 0) {
    await drop();
    throw new ConcordError("bad_data", `${frame.path}: found no row${where === undefined ? "" : ` where ${where}`}`, {
      details: {hint: where === undefined ? "wanted at least one row" : `the data have ${frame.rowCount} rows in all`}
    });
  }
  return {table: prefix, columns: seen, count, drop};
}

function hasColumn(columns: ReadonlyMap<string, ColumnType>, name: string): boolean {
  return [...columns.keys()].some((column) => column.toLowerCase() === name.toLowerCase());
}

function parseLet(text: string): [string, string] {
  const match = /^\s*([\p{L}_][\p{L}\p{N}_.]*)\s*=(?!=)\s*(\S[\s\S]*)$/u.exec(text);
  if (match) return [match[1]!, match[2]!];
  throw new ConcordError("invalid_query", `Found --let "${text}", wanted a name, = and an expression`, {
    details: {hint: 'as in --let "ln_dist = ln(dist)"'}
  });
}

function sqlError(where: string, cause: unknown, columns: ReadonlyMap<string, ColumnType>): ConcordError {
  const message = cause instanceof Error ? cause.message : String(cause);
  const said = message.split("\n", 1)[0]!.replace(/^[A-Z][A-Za-z ]* Error: /, "");
  const candidates = /Candidate bindings: (.+)/.exec(message)?.[1];
  const hint = candidates
    ? `did you mean ${candidates.replaceAll(/"?(?:frame|chosen\w*)"?\./g, "")}?`
    : `SQL of DuckDB over the columns ${[...columns.keys()].join(", ")}`;
  return new ConcordError("invalid_query", `${where}: ${said}`, {cause, details: {hint}});
}
