/** Where a JSON text breaks its grammar. */
interface JsonProblem {
  readonly offset: number;
  readonly found: string;
  readonly wanted: string;
}

/** Offsets of the values and member names in a JSON text. */
export interface JsonPositions {
  /** Offset of the value at a path, or where it is absent of the nearest value around it. */
  at(path: readonly PropertyKey[]): number;
  /** Offset of a member's name. */
  nameAt(path: readonly PropertyKey[]): number;
  /** Grammar errors and members named twice; a text with a grammar error is read up to there. */
  readonly problems: readonly JsonProblem[];
}

const deepest = 100;
const space = /[ \t\n\r]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class Broken extends Error {
  readonly problem: JsonProblem;

  constructor(problem: JsonProblem) {
    super(problem.wanted);
    this.problem = problem;
  }
}

/**
 * Finds where things stand in a JSON text. `JSON.parse` tells neither the place of a value nor, since its messages
 * differ between versions, that of an error; nor does it object to a member named twice, of which it drops the first.
 */
export function jsonPositions(source: string): JsonPositions {
  const values = new Map<string, number>();
  const names = new Map<string, number>();
  const problems: JsonProblem[] = [];
  let at = 0;

  const skip = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const failAt = (offset: number, wanted: string): never => {
    at = offset;
    return fail(wanted);
  };
  const fail = (wanted: string): never => {
    const found = at < source.length ? JSON.stringify(String.fromCodePoint(source.codePointAt(at)!)) : "the end";
    throw new Broken({offset: at, found, wanted});
  };
  const skipText = (): string | undefined => {
    if (source[at] !== '"') return undefined;
    const start = at;
    for (at++; source[at] !== '"'; at += source[at] === "\\" ? 2 : 1)
      if (!(source[at]! >= " ")) fail("a closing quotation mark");
    at++;
    return parsedText(source.slice(start, at)) ?? failAt(start, "only the escapes of JSON in the text");
  };
  const take = (mark: string): boolean => {
    skip(space);
    if (source[at] !== mark) return false;
    at++;
    return true;
  };

  const readValue = (path: readonly PropertyKey[]): void => {
    skip(space);
    values.set(keyOf(path), at);
    if (path.length > deepest) fail(`nesting of at most ${deepest}`);
    if (take("{")) readMembers(path);
    else if (take("[")) readItems(path);
    else if (skip(scalar) === undefined && skipText() === undefined) fail("a JSON value");
  };
  const readMembers = (path: readonly PropertyKey[]): void => {
    if (take("}")) return;
    do {
      skip(space);
      const start = at;
      const name = skipText() ?? fail("a member name in double quotes");
      const key = keyOf([...path, name]);
      if (names.has(key)) problems.push({offset: start, found: `member "${name}" again`, wanted: "each member once"});
      names.set(key, start);
      if (!take(":")) fail('":"');
      readValue([...path, name]);
    } while (take(","));
    if (!take("}")) fail('"," or "}"');
  };
  const readItems = (path: readonly PropertyKey[]): void => {
    if (take("]")) return;
    let index = 0;
    do readValue([...path, index++]);
    while (take(","));
    if (!take("]")) fail('"," or "]"');
  };

  try {
    readValue([]);
    skip(space);
    if (at < source.length) fail("the end");
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    problems.push(error.problem);
  }
  return {
    at: (path) => nearest(values, path),
    nameAt: (path) => names.get(keyOf(path)) ?? nearest(values, path),
    problems
  };
}

function parsedText(json: string): string | undefined {
  try {
    return JSON.parse(json) as string;
  } catch {
    return undefined;
  }
}

function keyOf(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

function nearest(values: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = values.get(keyOf(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}
