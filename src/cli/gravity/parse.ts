import {type SeparationMethod, separationMethods} from "../../kernels/ppml/separation.ts";

/** Reads a list of names parted by +. */
export function parseList(text: string): readonly string[] {
  const names = text.split("+").map((name) => name.trim());
  if (names.includes("")) throw new SyntaxError(`found "${text}", wanted names as a or "a + b"`);
  return names;
}

/** Reads ways to look for separated rows, parted by commas; "none" is no way at all. */
export function parseSeparation(text: string): readonly SeparationMethod[] {
  if (text.trim() === "none") return [];
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.find((name) => !isMethod(name));
  if (unknown === undefined) return separationMethods.filter((method) => names.includes(method));
  throw new SyntaxError(`found "${unknown}", wanted any of ${separationMethods.join(", ")}, parted by commas, or none`);
}

function isMethod(name: string): name is SeparationMethod {
  return (separationMethods as readonly string[]).includes(name);
}

/** Reads a number. */
export function parseNumber(text: string): number {
  const number = Number(text);
  if (text.trim() === "" || !Number.isFinite(number)) throw new SyntaxError(`found "${text}", wanted a number`);
  return number;
}

/** Reads a whole number above 0. */
export function parseWhole(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new SyntaxError(`found "${text}", wanted a whole number above 0`);
  return number;
}

/** Reads a share between 0 and 1. */
export function parseRate(text: string): number {
  const number = Number(text);
  if (!(number > 0 && number < 1)) throw new SyntaxError(`found "${text}", wanted a number between 0 and 1`);
  return number;
}
