import {basisKey} from "../base/basis-key.ts";
import {groupBy} from "../base/group-by.ts";
import {parsePeriod} from "../base/period.ts";
import type {Assertion, Register} from "../base/register.ts";
import {knownAssertions} from "./known.ts";

/** Assertions that cannot all be true, side by side; none is preferred. */
export interface Conflict {
  readonly item: string;
  readonly field: Assertion["field"];
  readonly assertions: readonly Assertion[];
}

/**
 * The conflicts known by a day: assertions joined by a `conflictsWith` link, and differing values of one item, field,
 * party and day. Figures differ only on one basis and period.
 */
export function conflicts(register: Register, {known}: {known: string}): Conflict[] {
  const assertions = knownAssertions(register, known);
  const byId = new Map(assertions.map((assertion) => [assertion.id, assertion]));
  const linked = register.links
    .filter(({rel}) => rel === "conflictsWith")
    .map(({from, to}) => [from, to].flatMap((id) => byId.get(id) ?? []));
  const differing = [...groupBy(assertions, subjectKey).values()].filter(
    (group) => new Set(group.map(valueKey)).size > 1
  );
  return joined([...differing, ...linked.filter((pair) => pair.length === 2)]).map((group) => ({
    item: group[0]!.item,
    field: group[0]!.field,
    assertions: group
  }));
}

function subjectKey({item, field, party = "", validAt, value}: Assertion): string {
  const about = typeof value === "string" ? "" : `${basisKey(value.basis)}|${parsePeriod(value.period).text}`;
  return [item, field, party, validAt, about].join("|");
}

function valueKey({value}: Assertion): string {
  return typeof value === "string" ? value : `${value.bound} ${value.value}`;
}

/** Merges groups that share an assertion. */
function joined(groups: readonly (readonly Assertion[])[]): Assertion[][] {
  const result: Set<Assertion>[] = [];
  for (const group of groups) {
    const touching = result.filter((set) => group.some((assertion) => set.has(assertion)));
    const merged = new Set([...touching.flatMap((set) => [...set]), ...group]);
    for (const set of touching) result.splice(result.indexOf(set), 1);
    result.push(merged);
  }
  return result.map((set) => [...set]);
}
