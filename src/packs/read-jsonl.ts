import {makePlaces} from "../base/text-places.ts";
import {type JsonPositions, jsonPositions} from "./json-positions.ts";
import type {Placed, PlaceOf, Report} from "./report.ts";

/** Reads JSON Lines: one record a line, empty lines left out; lines that are not JSON are noted and dropped. */
export function readJsonl(text: string, file: string, report: Report): Placed<unknown>[] {
  const records: Placed<unknown>[] = [];
  text.split(/\r?\n/).forEach((content, index) => {
    if (content.trim() === "") return;
    const record = readJson(content, file, report, index);
    if (record) records.push(record);
  });
  return records;
}

/** Reads a JSON text; grammar errors and members named twice are noted. `skipped` lines of the file stand before it. */
export function readJson(text: string, file: string, report: Report, skipped = 0): Placed<unknown> | undefined {
  const positions = jsonPositions(text);
  const places = makePlaces(text);
  const lineAndColumn = (offset: number) => {
    const {line, column} = places(offset);
    return {line: line + skipped, column};
  };
  for (const {offset, found, wanted} of positions.problems)
    report.violations.push({file, ...lineAndColumn(offset), found, wanted});
  try {
    return {value: JSON.parse(text), place: placeOf(file, positions, lineAndColumn)};
  } catch {
    return undefined; // its place was noted above
  }
}

function placeOf(
  file: string,
  positions: JsonPositions,
  lineAndColumn: (offset: number) => {line: number; column: number}
): PlaceOf {
  return (path, name) => ({
    file,
    ...lineAndColumn(name ? positions.nameAt(path) : positions.at(path)),
    ...(path.length > 0 && {field: path.map(String).join(".")})
  });
}
