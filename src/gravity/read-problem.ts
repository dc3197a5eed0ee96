import {ConcordError} from "../base/errors.ts";
import type {FixedEffect, Problem} from "../kernels/ppml/problem.ts";
import {takeRows} from "../kernels/ppml/take-rows.ts";
import type {Frame} from "../store/frame.ts";
import {identifier} from "../store/identifier.ts";
import type {ChosenRows} from "./chosen-rows.ts";
import {type Coded, codeColumns, makeCombiner} from "./codes.ts";
import {type Expression, expressionSql, expressionText} from "./expression.ts";
import type {EffectTerm, Formula, Term} from "./formula.ts";
import {checkColumns, columnHint} from "./known-columns.ts";

/** Rows that are not used, and why. */
export interface Dropped {
  readonly reason: string;
  readonly count: number;
}

/** A fixed effect of a problem with what its levels are called. */
export interface NamedEffect {
  readonly name: string;
  readonly levels: readonly string[];
  readonly isSlope: boolean;
}

/** What a formula asks of rows: arrays for a kernel, and what its numbers are called. */
export interface GravityProblem {
  readonly problem: Problem;
  readonly names: readonly string[];
  readonly effects: readonly NamedEffect[];
  /** Codes by row of the problem, a list for each way in which errors are clustered. */
  readonly clusters: readonly {readonly name: string; readonly codes: Int32Array; readonly levels: readonly string[]}[];
  /** Row of the data, from 1, for each row of the problem. */
  readonly rows: Float64Array;
  readonly dropped: readonly Dropped[];
  /** Codes of exporter, importer and year by row of the problem, where the data have these columns. */
  readonly roles: Roles;
}

/** Who exports, who imports, and when. */
export interface Roles {
  readonly exporter?: Coded;
  readonly importer?: Coded;
  readonly year?: Coded;
}

/** Which columns hold what beside the formula. */
export interface ProblemOptions {
  readonly family: "poisson" | "gaussian";
  /** Ways in which errors are clustered, each as columns joined by ^. */
  readonly clusters: readonly string[];
  readonly weights?: string;
  readonly offset?: string;
  readonly roles: Readonly<Record<keyof Roles, string>>;
}

/** A column of numbers that is fetched, and what to say where it has no value. */
interface Wanted {
  readonly sql: string;
  readonly reason: string;
}

/** Reads what a formula names, leaves rows without a value out and counts them by reason, and codes the effects. */
export async function readProblem(
  frame: Frame,
  rows: ChosenRows,
  formula: Formula,
  options: ProblemOptions
): Promise<GravityProblem> {
  checkColumns(formula, rows.columns.keys());
  const clusters = options.clusters.map((name) => ({name, columns: splitCluster(name, rows, "--cluster")}));
  const roleColumns = Object.entries(options.roles).filter(([, column]) => rows.columns.has(column));
  const terms = formula.terms.map((term) => withLevels(term, rows));
  // Roles serve the warnings alone: a gap in them costs no row.
  const needed = new Set([
    ...formula.effects.flatMap(({columns}) => columns.map(({name}) => name)),
    ...terms.flatMap((term) => (term.kind === "levels" ? [term.column.name] : [])),
    ...clusters.flatMap(({columns}) => columns)
  ]);
  const coded = await codeColumns(frame, rows, [...needed, ...roleColumns.map(([, column]) => column)]);
  const wanted = wantedColumns(formula, terms, rows, options);
  const statement = [wanted.place, ...wanted.all].map(({sql}) => sql).join(", ");
  const [place, ...values] = await frame.engine.numbers(`select ${statement} from ${rows.table}`);
  const used = usableRows(wanted.all, values, new Map([...coded].filter(([name]) => needed.has(name))));
  const take = (all: Float64Array) => (used.kept ? takeRows(all, used.kept, Float64Array) : all);
  const takeCoded = (one: Coded): Coded =>
    used.kept ? {...one, codes: takeRows(one.codes, used.kept, Int32Array)} : one;
  const columns = new Map(wanted.all.map((one, index) => [one, take(values[index]!)]));
  const kept = new Map([...coded].map(([name, one]) => [name, takeCoded(one)]));
  const combined = makeCombiner(kept);
  const y = columns.get(wanted.response)!;
  checkResponse(y, take(place!), formula, options.family);
  const weights = wanted.weights && columns.get(wanted.weights)!;
  if (weights) checkWeights(weights, take(place!), options.weights!);
  const x = regressors(formula, terms, wanted, columns, kept, y.length);
  const effects = formula.effects.flatMap((effect) => effectsOf(effect, wanted, columns, combined));
  const offset = sumOf(wanted.offsets.map((one) => columns.get(one)!));
  return {
    problem: {
      y,
      x: x.map(({values: column}) => column),
      effects: effects.map(({effect}) => effect),
      ...(weights && {weights}),
      ...(offset && {offset})
    },
    names: x.map(({name}) => name),
    effects: effects.map(({named}) => named),
    clusters: clusters.map(({name, columns: parts}) => ({name, ...combined(parts)})),
    rows: take(place!),
    dropped: used.dropped,
    roles: Object.fromEntries(roleColumns.map(([role, column]) => [role, kept.get(column)!]))
  };
}

function splitCluster(name: string, rows: ChosenRows, option: string): string[] {
  const columns = name.split("^").map((part) => part.trim());
  for (const column of columns)
    if (!rows.columns.has(column))
      throw new ConcordError("invalid_query", `${option}: found "${column}", wanted a column of the data`, {
        details: {hint: columnHint(column, [...rows.columns.keys()])}
      });
  return columns;
}

/** A column of texts stands for its levels, without the first one. */
function withLevels(term: Term, rows: ChosenRows): Term {
  if (term.kind === "levels" || term.of.kind !== "column" || rows.columns.get(term.of.name) !== "text") return term;
  return {kind: "levels", name: term.name, column: term.of};
}

type WantedColumns = ReturnType<typeof wantedColumns>;

function wantedColumns(formula: Formula, terms: readonly Term[], rows: ChosenRows, {weights, offset}: ProblemOptions) {
  const columnSql = (name: string) => identifier(name);
  const want = (of: Expression): Wanted => {
    const isColumn = of.kind === "column";
    if (isColumn && rows.columns.get(of.name) === "text") throw textError(of.name);
    return {
      sql: expressionSql(of, columnSql),
      reason: isColumn ? `${of.name} is missing` : `${expressionText(of)} has no value`
    };
  };
  const option = (column: string | undefined, name: string) => {
    if (column === undefined) return undefined;
    const [found] = splitCluster(column, rows, name);
    return want({kind: "column", name: found!, at: 0});
  };
  const response = want(formula.response);
  const byTerm = new Map(
    terms.flatMap((term) => {
      const of = term.kind === "expression" ? term.of : term.times;
      return of ? [[term, want(of)] as const] : [];
    })
  );
  const slopes = new Map(
    formula.effects.flatMap((effect) => effect.slopes.map((slope) => [slope, want(slope)] as const))
  );
  const weighed = option(weights, "--weights");
  const added = option(offset, "--offset");
  const offsets = [...formula.offsets.map(want), ...(added ? [added] : [])];
  const all = [response, ...byTerm.values(), ...slopes.values(), ...offsets, ...(weighed ? [weighed] : [])];
  return {place: {sql: '"#"', reason: ""}, response, byTerm, slopes, offsets, weights: weighed, all};
}

function textError(column: string): ConcordError {
  return new ConcordError("bad_data", `Column "${column}" holds texts, wanted numbers`, {
    details: {
      hint: `make a number of it: --let "${column}_number = …", or stand it alone in the formula for its levels`
    }
  });
}

/** Whether no row lacks a value: so it mostly is, and rows need not be looked at one by one. */
function isWhole(values: readonly Float64Array[], coded: ReadonlyMap<string, Coded>): boolean {
  return values.every(isWholeColumn) && [...coded.values()].every(({codes}) => isWholeList(codes));
}

function isWholeColumn(column: Float64Array): boolean {
  let zero = 0;
  for (let row = 0; row < column.length; row++) zero += column[row]! * 0; // NaN from the first that is not finite on.
  return zero === 0;
}

function isWholeList(codes: Int32Array): boolean {
  let least = 0;
  for (let row = 0; row < codes.length; row++) least = Math.min(least, codes[row]!);
  return least === 0;
}

/** Rows where everything has a finite value, undefined for all; others are counted under the first that has none. */
function usableRows(
  wanted: readonly Wanted[],
  values: readonly Float64Array[],
  coded: ReadonlyMap<string, Coded>
): {kept: Int32Array | undefined; dropped: Dropped[]} {
  if (isWhole(values, coded)) return {kept: undefined, dropped: []};
  const counts = new Map<string, number>();
  const kept: number[] = [];
  const lists = [...coded];
  const n = values[0]?.length ?? 0;
  for (let row = 0; row < n; row++) {
    const at = values.findIndex((column) => !Number.isFinite(column[row]!));
    const isInfinite = at >= 0 && !Number.isNaN(values[at]![row]!);
    const gap = at >= 0 ? undefined : lists.find(([, {codes}]) => codes[row]! < 0);
    if (at < 0 && !gap) kept.push(row);
    else {
      const missing = `${gap?.[0]} is missing`;
      const reason =
        at < 0 ? missing : isInfinite ? `${wanted[at]!.reason.split(" ")[0]} is infinite` : wanted[at]!.reason;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  const dropped = [...counts].map(([reason, count]) => ({reason, count}));
  if (kept.length === 0) {
    const said = dropped.map(({reason, count}) => `${reason} (${count})`).join(", ");
    throw new ConcordError("bad_data", `Found no row with all values: ${said}`, {
      details: {hint: "wanted at least one row in which every column of the formula has a value"}
    });
  }
  return {kept: Int32Array.from(kept), dropped};
}

function checkResponse(
  y: Float64Array,
  rows: Float64Array,
  {response}: Formula,
  family: ProblemOptions["family"]
): void {
  if (family !== "poisson") return;
  const found = placesWhere(y, rows, (value) => value < 0);
  const name = expressionText(response);
  if (found.count > 0)
    throw new ConcordError("bad_data", `Found ${name} below zero in ${rowsText(found)}, wanted zero or more`, {
      details: {rows: found.first, hint: `leave such rows out by --where, or estimate --family ols`}
    });
  if (!y.some((value) => value > 0))
    throw new ConcordError("bad_data", `Found ${name} zero in all ${y.length} rows, wanted at least one above zero`);
}

function checkWeights(weights: Float64Array, rows: Float64Array, name: string): void {
  const found = placesWhere(weights, rows, (value) => !(value > 0));
  if (found.count > 0)
    throw new ConcordError(
      "bad_data",
      `Found ${name} not above zero in ${rowsText(found)}, wanted weights above zero`,
      {
        details: {rows: found.first, hint: `leave such rows out: --where "${name} > 0"`}
      }
    );
}

function placesWhere(values: Float64Array, rows: Float64Array, isWrong: (value: number) => boolean) {
  const first: number[] = [];
  let count = 0;
  values.forEach((value, row) => {
    if (!isWrong(value)) return;
    if (++count <= 5) first.push(rows[row]!);
  });
  return {first, count};
}

function rowsText({first, count}: {first: readonly number[]; count: number}): string {
  const list = `${first.join(", ")}${count > first.length ? ", …" : ""}`;
  return count === 1 ? `row ${list}` : `${count} rows (${list})`;
}

/** Regressors with their names; levels become a column each, as "year::1986:border". */
function regressors(
  formula: Formula,
  terms: readonly Term[],
  wanted: WantedColumns,
  columns: ReadonlyMap<Wanted, Float64Array>,
  coded: ReadonlyMap<string, Coded>,
  n: number
): {name: string; values: Float64Array}[] {
  const constant = formula.hasConstant ? [{name: "(Intercept)", values: new Float64Array(n).fill(1)}] : [];
  return [
    ...constant,
    ...terms.flatMap((term) => {
      const key = [...wanted.byTerm].find(([one]) => one === term)?.[1];
      const values = key && columns.get(key)!;
      if (term.kind === "expression") return [{name: term.name, values: values!}];
      return levelColumns(term, coded.get(term.column.name)!, values);
    })
  ];
}

function levelColumns(
  {column, times, reference}: Extract<Term, {kind: "levels"}>,
  {codes, levels}: Coded,
  values: Float64Array | undefined
): {name: string; values: Float64Array}[] {
  const present = new Set(codes);
  const used = levels.map((level, code) => ({level, code})).filter(({code}) => present.has(code));
  if (reference !== undefined && !used.some(({level}) => level === reference))
    throw new ConcordError("invalid_query", `i(${column.name}, ref = ${reference}): found no row of this level`, {
      details: {
        hint: `the levels are ${used
          .slice(0, 12)
          .map(({level}) => level)
          .join(", ")}${used.length > 12 ? ", …" : ""}`
      }
    });
  const left = reference ?? (values ? undefined : used[0]?.level);
  return used
    .filter(({level}) => level !== left)
    .map(({level, code}) => ({
      name: `${column.name}::${level}${times ? `:${expressionText(times)}` : ""}`,
      values: Float64Array.from(codes, (one, row) => (one === code ? (values?.[row] ?? 1) : 0))
    }));
}

function effectsOf(
  {name, columns: parts, hasLevels, slopes}: EffectTerm,
  wanted: WantedColumns,
  columns: ReadonlyMap<Wanted, Float64Array>,
  combined: (names: readonly string[]) => Coded
): {effect: FixedEffect; named: NamedEffect}[] {
  const {codes, levels} = combined(parts.map((part) => part.name));
  const base = parts.map((part) => part.name).join("^");
  const plain = hasLevels
    ? [{effect: {codes, levels: levels.length}, named: {name: slopes.length > 0 ? base : name, levels, isSlope: false}}]
    : [];
  return [
    ...plain,
    ...slopes.map((slope) => ({
      effect: {codes, levels: levels.length, slope: columns.get(wanted.slopes.get(slope)!)!},
      named: {name: `${base}[${expressionText(slope)}]`, levels, isSlope: true}
    }))
  ];
}

function sumOf(columns: readonly Float64Array[]): Float64Array | undefined {
  if (columns.length < 2) return columns[0];
  return columns[0]!.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0));
}
