import type {DataStructure} from "../structures.ts";
import {semanticFault, syntaxFault} from "./faults.ts";

/** Codes wanted of each dimension but time; undefined for all. */
export type KeyPattern = readonly (ReadonlySet<string> | undefined)[];

const codePattern = /^[A-Za-z0-9_@$\-|.]+$/;

/** Dimensions that keys are made of. */
export function keyDimensions({dimensions}: DataStructure): string[] {
  return dimensions.filter(({role}) => role !== "time").map(({id}) => id);
}

/** Reads the key of a 2.1 path: positions separated by dots, codes of one position by `+`; empty positions mean all, as does `all`. */
export function parseKey21(text: string, structure: DataStructure): KeyPattern[] {
  if (text === "all" || text === "") return [];
  const dimensions = keyDimensions(structure);
  const positions = text.split(".");
  assertCodes(
    text,
    positions.flatMap((position) => position.split("+")),
    true
  );
  if (positions.length !== dimensions.length)
    throw semanticFault(
      `Key "${shown(text)}" has ${positions.length} positions, wanted ${dimensions.length}: ${dimensions.join(".")}`
    );
  return [positions.map((position) => (position === "" ? undefined : new Set(position.split("+"))))];
}

/**
 * Reads the keys of a 3.0 path: whole keys separated by commas, positions by dots; `*` means all, and so do positions
 * that are left out at the end.
 */
export function parseKeys30(text: string, structure: DataStructure): KeyPattern[] {
  if (text === "*" || text === "") return [];
  const dimensions = keyDimensions(structure);
  return text.split(",").map((key) => {
    const positions = key.split(".");
    assertCodes(
      key,
      positions.filter((position) => position !== "*"),
      false
    );
    if (positions.length > dimensions.length)
      throw semanticFault(
        `Key "${shown(key)}" has ${positions.length} positions, wanted at most ${dimensions.length}: ${dimensions.join(".")}`
      );
    return dimensions.map((_, at) => {
      const position = positions[at] ?? "*";
      return position === "*" ? undefined : new Set([position]);
    });
  });
}

function assertCodes(key: string, codes: readonly string[], mayBeEmpty: boolean): void {
  const wrong = codes.find((code) => (code === "" ? !mayBeEmpty : !codePattern.test(code)));
  if (wrong !== undefined) throw syntaxFault(`Key "${shown(key)}" has "${shown(wrong)}" where a code is wanted`);
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
