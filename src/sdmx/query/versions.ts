import {syntaxFault} from "./faults.ts";

/** Chooses among the versions that a structure has. */
export type VersionChoice = (versions: readonly string[]) => readonly string[];

/** Reads the version of a 2.1 path: `all`, `latest`, or numbers; 1.0 and 1.0.0 are the same. */
export function parseVersion21(text: string): VersionChoice {
  if (text === "all" || text === "*") return (versions) => versions;
  if (text === "latest" || text === "") return latest(() => true);
  const parts = text.split("+").map((part) => {
    if (!/^\d+(\.\d+)*$/.test(part))
      throw syntaxFault(`Version "${part}" is not "all", "latest" or numbers such as 1.0`);
    return trimmed(part);
  });
  return (versions) => versions.filter((version) => parts.includes(trimmed(version)));
}

function trimmed(version: string): string {
  return version.replace(/(\.0)+$/, "");
}

const part = /^(0|[1-9]\d*)?([+~*])?$/;

/**
 * Reads the version of a 3.0 path: semantic versions, `*` (all), `+` (latest stable), `~` (latest), and a wildcard in one
 * position, as in 1.2+.0 (the latest stable 1.x that is at least 1.2.0) and 1.*; several are separated by commas.
 */
export function parseVersion30(text: string): VersionChoice {
  const choices = text.split(",").map(parseOne);
  return (versions) => [...new Set(choices.flatMap((choice) => choice(versions)))];
}

function parseOne(text: string): VersionChoice {
  if (text === "*") return (versions) => versions;
  if (text === "+") return latest(isStable);
  if (text === "~" || text === "") return latest(() => true);
  const [numbers = "", extension] = splitExtension(text);
  const parts = numbers.split(".").map((one) => part.exec(one));
  const wild = parts.findIndex((match) => match?.[2]);
  const isValid =
    parts.length <= 3 &&
    parts.every((match) => match && match[0] !== "") &&
    parts.filter((match) => match?.[2]).length <= 1 &&
    (extension === undefined || wild < 0);
  if (!isValid)
    throw syntaxFault(`Version "${text.slice(0, 40)}" is not a semantic version, "*", "+", "~", or one as 1.2+.0`);
  if (wild < 0)
    return (versions) =>
      versions.filter((version) => version === text || (extension === undefined && samePadded(version, text)));
  const wanted = parts.map((match) => Number(match![1] ?? 0));
  const operator = parts[wild]![2];
  const matching = (version: string) => {
    const found = numbersOf(version);
    return wanted.slice(0, wild).every((number, at) => found[at] === number) && compare(found, [...wanted, 0, 0]) >= 0;
  };
  if (operator === "*") return (versions) => versions.filter(matching);
  return (versions) => latest(operator === "+" ? isStable : () => true)(versions.filter(matching));
}

function splitExtension(text: string): [string, string | undefined] {
  const hyphen = text.indexOf("-");
  return hyphen < 0 ? [text, undefined] : [text.slice(0, hyphen), text.slice(hyphen + 1)];
}

function samePadded(version: string, text: string): boolean {
  return text.split(".").length < 3 && trimmed(version) === trimmed(text) && isStable(version);
}

function isStable(version: string): boolean {
  return !version.includes("-");
}

function numbersOf(version: string): number[] {
  return version.split("-")[0]!.split(".").map(Number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Drafts (1.0.0-draft) come before what they are drafts of. */
function latest(isCandidate: (version: string) => boolean): VersionChoice {
  return (versions) => {
    const sorted = versions
      .filter(isCandidate)
      .sort(
        (a, b) => compare(numbersOf(a), numbersOf(b)) || Number(isStable(a)) - Number(isStable(b)) || (a < b ? -1 : 1)
      );
    return sorted.slice(-1);
  };
}
