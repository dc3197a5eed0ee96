import {slipsIn, spellingDistance} from "../base/spelling.ts";
import {columnsOf, type Expression} from "./expression.ts";
import type {Formula} from "./formula.ts";
import {formulaError} from "./tokens.ts";

/** Throws when a formula names a column that the data have not, with the nearest ones that they have. */
export function checkColumns(formula: Formula, known: Iterable<string>): void {
  const names = [...known];
  const {response, terms, effects, offsets} = formula;
  const expressions: readonly Expression[] = [
    response,
    ...offsets,
    ...terms.flatMap((term) => (term.kind === "expression" ? [term.of] : term.times ? [term.times] : [])),
    ...effects.flatMap(({slopes}) => slopes)
  ];
  const columns = [
    ...expressions.flatMap(columnsOf),
    ...terms.flatMap((term) => (term.kind === "levels" ? [term.column] : [])),
    ...effects.flatMap((effect) => effect.columns)
  ];
  for (const {name, at} of columns.sort((a, b) => a.at - b.at)) {
    if (names.includes(name)) continue;
    throw formulaError(formula.text, at, `found "${name}"`, "a column of the data", columnHint(name, names));
  }
}

/** "did you mean …?", or the columns that there are. */
export function columnHint(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  if (near.length > 0) return `did you mean ${near.map((one) => `"${one}"`).join(" or ")}?`;
  return `the columns are ${names.join(", ")}`;
}

function nearest(name: string, names: readonly string[]): string[] {
  const limit = slipsIn(name);
  const distances = names.map((other) => ({
    other,
    distance: spellingDistance(name.toLowerCase(), other.toLowerCase(), limit)
  }));
  const least = Math.min(...distances.map(({distance}) => distance));
  return least > limit
    ? []
    : distances
        .filter(({distance}) => distance === least)
        .map(({other}) => other)
        .slice(0, 3);
}
