import {ConcordError, formatViolation, type Violation} from "../base/errors.ts";
import type {Pack} from "../base/pack.ts";
import {checkPack} from "./check-pack.ts";

/** Reads a pack; one with anything wrong in it is an error that carries all violations in its details. */
export async function readPack(folder: string): Promise<Pack> {
  const {pack, violations} = await checkPack(folder);
  if (!pack) throw brokenPack(folder, violations);
  return pack;
}

const shown = 5;

/** The error for a pack that breaks its rules: the first violations in words, all of them in the details. */
function brokenPack(folder: string, violations: readonly Violation[]): ConcordError {
  const more = violations.length > shown ? [`… and ${violations.length - shown} more`] : [];
  const lines = [...violations.slice(0, shown).map(formatViolation), ...more].map((line) => `\n  ${line}`);
  const count = `${violations.length} violation${violations.length === 1 ? "" : "s"}`;
  return new ConcordError("bad_pack", `Pack "${folder}" has ${count}, wanted none:${lines.join("")}`, {
    details: {folder, violations}
  });
}
