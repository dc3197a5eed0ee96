import {type Document, isMap, LineCounter, type Node, parseDocument, type YAMLMap} from "yaml";
import type {Placed, PlaceOf, Report} from "./report.ts";

type Path = readonly PropertyKey[];

/** Reads YAML (or JSON, which is YAML) and where its members stand; what is no YAML is noted. */
export function readYaml(text: string, file: string, report: Report): Placed<unknown> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  const placeAt = (offset: number) => {
    const {line, col} = lines.linePos(offset);
    return {file, line, column: col};
  };
  const wanted = "YAML or JSON";
  for (const {pos, message} of document.errors)
    report.violations.push({...placeAt(pos[0]), found: message.split("\n")[0]!, wanted});
  if (document.errors.length > 0) return undefined;
  const place: PlaceOf = (path, name) => ({
    ...placeAt(offsetOf(document, path, name)),
    ...(path.length > 0 && {field: path.map(String).join(".")})
  });
  try {
    return {value: document.toJS(), place};
  } catch (error) {
    // Aliases of what is nowhere, and aliases that would unfold without end, are only found while they are followed.
    report.violations.push({...placeAt(0), found: (error as Error).message, wanted});
    return undefined;
  }
}

/** Where a member, or its name, stands, or the nearest of its parents that is there. */
function offsetOf(document: Document.Parsed, path: Path, name?: "name"): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const at = path.slice(0, depth);
    const range = (name && keyAt(document, at)?.range) ?? (document.getIn(at, true) as Node | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

function keyAt(document: Document.Parsed, path: Path): Node | undefined {
  const parent = document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const {items} = parent as YAMLMap<Node, Node>;
  return items.find(({key}) => "value" in key && key.value === path.at(-1))?.key;
}
