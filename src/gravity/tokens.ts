import {ConcordError} from "../base/errors.ts";

/** A word or sign of a formula and where it starts, from 0. */
export interface Token {
  readonly kind: "name" | "number" | "text" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

const pattern =
  /\s*(?:([\p{L}_.][\p{L}\p{N}_.]*)|`([^`]+)`|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+)|"([^"]*)"|'([^']*)'|(\[\[|\]\]|[<>=!]=|[~+\-*/^:|(),[\]<>!&=]))/uy;

/** Splits a formula into its tokens; the last one is the end. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (formula.slice(pattern.lastIndex).trim() !== "") {
    const from = pattern.lastIndex;
    const match = pattern.exec(formula);
    if (!match) {
      const at = from + formula.slice(from).search(/\S/);
      throw formulaError(formula, at, `found "${formula[at]}"`, "a column, a number, an operator or a bracket");
    }
    const [, name, quoted, number, double, single, sign] = match;
    const text = name ?? quoted ?? number ?? double ?? single ?? sign ?? "";
    const kind = (name ?? quoted) ? "name" : number ? "number" : sign ? "sign" : "text";
    tokens.push({kind, text, at: pattern.lastIndex - match[0].trimStart().length});
  }
  tokens.push({kind: "end", text: "", at: formula.trimEnd().length});
  return tokens;
}

/** An error in a formula, with the place in it, from 1. */
export function formulaError(formula: string, at: number, found: string, wanted: string, hint?: string): ConcordError {
  return new ConcordError("invalid_query", `Formula, character ${at + 1}: ${found}, wanted ${wanted}`, {
    details: {formula, at: at + 1, hint: hint ?? `${formula}\n       ${" ".repeat(at)}^`}
  });
}
