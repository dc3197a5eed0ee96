import type {Frame} from "../store/frame.ts";
import {identifier} from "../store/identifier.ts";
import type {ChosenRows} from "./chosen-rows.ts";

/** Values of a column as codes from 0, in the order of the values; −1 where the value is missing. */
export interface Coded {
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

/** Codes columns of chosen rows, numbers in their order and texts in the alphabet's. */
export async function codeColumns(
  {engine}: Frame,
  rows: ChosenRows,
  names: readonly string[]
): Promise<ReadonlyMap<string, Coded>> {
  const coded = new Map<string, Coded>();
  for (const name of new Set(names)) {
    const isText = rows.columns.get(name) === "text";
    coded.set(name, isText ? await codeTexts(engine, rows, name) : await codeNumbers(engine, rows, name));
  }
  return coded;
}

async function codeNumbers(engine: Frame["engine"], {table}: ChosenRows, name: string): Promise<Coded> {
  const [values] = await engine.numbers(`select cast(${identifier(name)} as double) from ${table}`);
  const sorted = [...new Set(values)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const numbers = new Map(sorted.map((value, code) => [value, code]));
  return {codes: Int32Array.from(values!, (value) => numbers.get(value) ?? -1), levels: sorted.map(String)};
}

async function codeTexts(engine: Frame["engine"], {table}: ChosenRows, name: string): Promise<Coded> {
  const column = `cast(${identifier(name)} as varchar)`;
  const type = `${table}_levels`;
  await engine.execute(
    `create type ${type} as enum (select distinct ${column} from ${table} where ${column} is not null order by 1)`
  );
  const levels = await engine.rows(`select unnest(enum_range(null::${type})) as v`);
  const [codes] = await engine.numbers(`select cast(enum_code(cast(${column} as ${type})) as double) from ${table}`);
  await engine.execute(`drop type ${type}`);
  return {
    codes: Int32Array.from(codes!, (code) => (Number.isNaN(code) ? -1 : code)),
    levels: levels.map(({v}) => String(v))
  };
}

/** Up to how many possible levels a table is made instead of a map. */
const dense = 1 << 22;

/** Codes of the combinations that occur, in the order of their parts; −1 where a part is missing. */
function combine(parts: readonly Coded[]): Coded {
  const [first, ...others] = parts;
  return others.reduce((left, right) => cross(left, right), first!);
}

/** Combines by name, each combination once: effects and clusters of one name then have one array of codes. */
export function makeCombiner(coded: ReadonlyMap<string, Coded>): (names: readonly string[]) => Coded {
  const made = new Map<string, Coded>();
  return (names) => {
    const key = JSON.stringify(names);
    const known = made.get(key) ?? combine(names.map((name) => coded.get(name)!));
    made.set(key, known);
    return known;
  };
}

function cross(left: Coded, right: Coded): Coded {
  const width = right.levels.length;
  const size = left.levels.length * width;
  const keys = new Float64Array(left.codes.length);
  for (let row = 0; row < keys.length; row++) {
    const [one, other] = [left.codes[row]!, right.codes[row]!];
    keys[row] = one < 0 || other < 0 ? -1 : one * width + other;
  }
  const {codes, seen} = size <= dense ? numberDense(keys, size) : numberSparse(keys);
  return {codes, levels: seen.map((key) => `${left.levels[Math.floor(key / width)]}^${right.levels[key % width]}`)};
}

function numberDense(keys: Float64Array, size: number) {
  const numbers = new Int32Array(size).fill(-1);
  for (let row = 0; row < keys.length; row++) if (keys[row]! >= 0) numbers[keys[row]!] = 0;
  const seen: number[] = [];
  for (let key = 0; key < size; key++) if (numbers[key] === 0) numbers[key] = seen.push(key) - 1;
  const codes = new Int32Array(keys.length).fill(-1);
  for (let row = 0; row < keys.length; row++) if (keys[row]! >= 0) codes[row] = numbers[keys[row]!]!;
  return {codes, seen};
}

function numberSparse(keys: Float64Array) {
  const seen = [...new Set(keys)].filter((key) => key >= 0).sort((a, b) => a - b);
  const numbers = new Map(seen.map((key, code) => [key, code]));
  return {codes: Int32Array.from(keys, (key) => (key < 0 ? -1 : numbers.get(key)!)), seen};
}
