import {ConcordError, formatViolation, type Violation} from "../base/errors.ts";
import type {Pack} from "../base/pack.ts";
import {checkPack} from "./check-pack.ts";

/** Reads a pack; one with anything wrong in it is an error that carries all violations in its details. */
export async function readPack(folder: string): Promise<Pack> {
  const {pack, violations} = await checkPack(folder);
  if (!pack) throw brokenPack(folder, violations);
  return pack;
}

/** The error for a pack that breaks its rules: the first violation in words, all of them in the details. */
function brokenPack(folder: string, violations: readonly Violation[]): ConcordError {
  const count = `${violations.length} violation${violations.length === 1 ? "" : "s"}`;
  return new ConcordError(
    "bad_pack",
    `Pack "${folder}" has ${count}, wanted none; the first: ${formatViolation(violations[0]!)}`,
    {
      details: {folder, violations, hint: `see \`concord pack check ${folder}\` for all of them, a line each`}
    }
  );
}
