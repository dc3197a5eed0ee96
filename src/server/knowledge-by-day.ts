import type {Knowledge} from "../base/pack.ts";
import {isoDay, latestDay} from "../base/period.ts";
import {makeBoundedMap} from "./http/bounded-map.ts";

/** Days whose knowledge is kept. */
const daysKept = 64;

/**
 * Answers what was public by a day from all that ever was, as the store would: figures by `known`, assertions by the
 * day they were said, else were valid, links by both of their ends. A day that is kept gives the same object again, so
 * that what is worked out of it can be kept with it.
 */
export function knowledgeByDay(all: Knowledge): (asOf: string) => Knowledge {
  const figureDays = all.figures.map(({known}) => latestDay(known));
  const assertionDays = all.register.assertions.map(({saidAt, validAt}) => latestDay(saidAt ?? validAt));
  const dayOf = new Map([
    ...all.figures.map(({id}, index) => [id, figureDays[index]!] as const),
    ...all.register.assertions.map(({id}, index) => [id, assertionDays[index]!] as const)
  ]);
  const onDay = (day: number): Knowledge => {
    const isKnown = (id: string) => (dayOf.get(id) ?? day) <= day;
    return {
      ...all,
      asOf: isoDay(day),
      figures: all.figures.filter((_, index) => figureDays[index]! <= day),
      register: {
        ...all.register,
        assertions: all.register.assertions.filter((_, index) => assertionDays[index]! <= day),
        links: all.register.links.filter(({from, to}) => isKnown(from) && isKnown(to))
      }
    };
  };
  const days = makeBoundedMap<number, Knowledge>(daysKept);
  return (asOf) => {
    const day = latestDay(asOf);
    let known = days.get(day);
    if (!known) {
      known = onDay(day);
      days.set(day, known);
    }
    return known;
  };
}
