import type {Violation} from "../base/errors.ts";

/** Where a member of a record stands. */
export type PlaceOf = (
  path: readonly PropertyKey[],
  name?: "name"
) => Pick<Violation, "file" | "line" | "column" | "field">;

/** A record and where its members stand. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: PlaceOf;
  /** Whether its row is broken: only its id, if that, can be read, so that references to it are not blamed. */
  readonly isBroken?: true;
  /** Words for what a member is wanted to look like in this file, where it differs from its form in JSON. */
  readonly wanted?: (path: readonly PropertyKey[], found: unknown) => string | undefined;
}

/** Collects what is wrong with a pack. */
export interface Report {
  readonly violations: Violation[];
  /** Notes that a member of a record is wrong. */
  note(place: PlaceOf, path: readonly PropertyKey[], found: string, wanted: string): void;
}

/** Makes an empty report. */
export function makeReport(): Report {
  const violations: Violation[] = [];
  return {
    violations,
    note: (place, path, found, wanted) => void violations.push({...place(path), found, wanted})
  };
}

const longest = 60;

/** A value as a message shows it: JSON, cut after 60 characters; "nothing" where there is none. */
export function show(value: unknown): string {
  if (value === undefined || value === "") return "nothing";
  const json = JSON.stringify(value) ?? String(value);
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}

/** Values as a message lists them: `"a", "b" or "c"`. */
export function list(values: readonly unknown[]): string {
  const shown = values.map((value) => show(value));
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
