import type {SymbolType} from "@observablehq/plot";
import type {Basis} from "../base/figure.ts";
import {neutralColour, positionColours} from "./data/palette.ts";

const symbols: Readonly<Record<string, readonly [SymbolType, SymbolType, SymbolType]>> = {
  goods: ["circle", "square", "diamond"],
  "goods+services": ["triangle", "hexagon", "star"],
  services: ["wye", "square2", "triangle2"],
  unstated: ["diamond2", "hexagon", "wye"]
};

/** Colour of whose books a number is in: by the economy's position in a list that the page keeps, never by its name. */
export function booksColour({reporter}: Basis, economies: readonly string[]): string {
  const position = reporter === undefined ? -1 : economies.indexOf(reporter);
  return position < 0 ? neutralColour : positionColours[position % positionColours.length]!;
}

/** Shape of a series' points, so that no line is told by its colour alone. */
export function seriesSymbol({reporter, coverage = "unstated"}: Basis, economies: readonly string[]): SymbolType {
  const position = reporter === undefined ? 2 : economies.indexOf(reporter);
  const row = symbols[coverage] ?? symbols.unstated!;
  return row[position < 0 || position > 1 ? 2 : position]!;
}
