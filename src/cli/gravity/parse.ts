/** Reads a list of names parted by +. */
export function parseList(text: string): readonly string[] {
  const names = text.split("+").map((name) => name.trim());
  if (names.includes("")) throw new SyntaxError(`found "${text}", wanted names as a or "a + b"`);
  return names;
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
