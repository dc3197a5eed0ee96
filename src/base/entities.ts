import {type BlocRow, blocRows} from "./data/blocs.ts";
import {economyRows, historicRows, otherCodes} from "./data/economies.ts";
import {organisationRows} from "./data/organisations.ts";
import {groupBy} from "./group-by.ts";
import {lazily} from "./lazily.ts";
import type {Entity} from "./register.ts";

/** What the house knows of an entity beyond its record: cities and houses that stand for its government. */
export interface KnownEntity {
  readonly entity: Entity;
  /** Seats by language, nominative. */
  readonly seats?: Readonly<Record<string, readonly string[]>>;
  /** First and last year, of economies that ended. */
  readonly years?: {readonly from?: number; readonly to: number};
}

const displayNames = new Map<string, Intl.DisplayNames>();

/** Name of an ISO 3166-1 alpha-2 code (also EU, EZ and UN) in a language by CLDR; undefined when CLDR has none. */
export function regionName(alpha2: string, language: string): string | undefined {
  let names = displayNames.get(language);
  if (!names) {
    names = new Intl.DisplayNames([language], {type: "region", fallback: "none"});
    displayNames.set(language, names);
  }
  return names.of(alpha2);
}

/** `Entity.names` of an ISO code: read from CLDR when first asked for, because loading a locale takes milliseconds. */
function cldrNames(alpha2: string): Record<string, string> {
  const names: Record<string, string> = {};
  for (const language of ["en", "ru"]) {
    const name = regionName(alpha2, language);
    if (name) names[language] = name;
  }
  return names;
}

/** All entities of the house by id: economies, historic economies, the world, blocs and organisations. */
export const knownEntities: () => ReadonlyMap<string, KnownEntity> = lazily(() => {
  const all = [...economies(), ...historicEconomies(), world(), ...blocs(), ...organisations()];
  return new Map(all.map((one) => [one.entity.id, one]));
});

/** Codes of trade data and earlier editions of ISO 3166, with the economies they mean today. */
export function formerCodes(): [code: string, id: string][] {
  return lines(otherCodes)
    .flatMap((line) => line.split("|"))
    .map((pair) => pair.split(" ") as [string, string]);
}

function lines(table: string): string[] {
  return table.trim().split("\n");
}

/** The items of a comma-separated cell. */
export function cells(list: string | undefined): string[] {
  return list ? list.split(",").map((item) => item.trim()) : [];
}

/** The lists that are not empty, by language. */
function byLanguage(en: string | undefined, ru: string | undefined): Record<string, string[]> | undefined {
  if (!en && !ru) return undefined;
  return {...(en && {en: cells(en)}), ...(ru && {ru: cells(ru)})};
}

function economies(): KnownEntity[] {
  const memberships = membershipsByMember();
  return lines(economyRows).map((line) => {
    const [codes, en, enPeople, ru, ruPeople, enSeats, ruSeats] = line.split("|");
    const [id, alpha2, m49] = codes!.split(" ") as [string, string, string];
    const aliases = byLanguage(en, ru);
    const demonyms = byLanguage(enPeople, ruPeople);
    const memberOf = memberships.get(id);
    const seats = byLanguage(enSeats, ruSeats);
    let names: Record<string, string> | undefined;
    const entity: Entity = {
      id,
      kind: "economy",
      iso: alpha2,
      ...(m49 !== "---" && {m49}),
      get names() {
        names ??= cldrNames(alpha2);
        return names;
      },
      ...(aliases && {aliases}),
      ...(demonyms && {demonyms}),
      ...(memberOf && {memberOf})
    };
    return {entity, ...(seats && {seats})};
  });
}

function historicEconomies(): KnownEntity[] {
  const memberships = membershipsByMember();
  return lines(historicRows).map((line) => {
    const [codes, en, ru, enNames, enPeople, ruNames, ruPeople] = line.split("|");
    const [id, alpha2, m49, from, to] = codes!.split(" ") as [string, string, string, string, string];
    const aliases = byLanguage(enNames, ruNames);
    const demonyms = byLanguage(enPeople, ruPeople);
    const memberOf = memberships.get(id);
    const entity: Entity = {
      id,
      kind: "economy",
      ...(alpha2 !== "--" && {iso: alpha2}),
      m49,
      names: {en: en!, ru: ru!},
      ...(aliases && {aliases}),
      ...(demonyms && {demonyms}),
      ...(memberOf && {memberOf})
    };
    return {entity, years: {...(from !== "-" && {from: Number(from)}), to: Number(to)}};
  });
}

function world(): KnownEntity {
  const aliases = {ru: ["Весь мир"]};
  return {entity: {id: "WLD", kind: "region", m49: "001", names: {en: "World", ru: "Мир"}, aliases}};
}

function blocs(): KnownEntity[] {
  const memberships = membershipsByMember();
  return blocRows.map(({id, iso, en, ru, enAliases, ruAliases, enSeats, ruSeats}) => {
    const aliases = byLanguage(enAliases, ruAliases);
    const seats = byLanguage(enSeats, ruSeats);
    const memberOf = memberships.get(id);
    return {
      entity: {
        id,
        kind: "bloc",
        ...(iso && {iso}),
        names: {en, ru},
        ...(aliases && {aliases}),
        ...(memberOf && {memberOf})
      },
      ...(seats && {seats})
    };
  });
}

function organisations(): KnownEntity[] {
  return lines(organisationRows).map((line) => {
    const [codes, en, enNames, ru, ruNames] = line.split("|");
    const [id, speaksFor] = codes!.split(" ") as [string, string];
    const aliases = byLanguage(enNames, ruNames);
    return {
      entity: {
        id,
        kind: "organisation",
        names: {en: en!, ru: ru!},
        ...(aliases && {aliases}),
        ...(speaksFor !== "-" && {speaksFor})
      }
    };
  });
}

type Membership = NonNullable<Entity["memberOf"]>[number];

/** Memberships of all blocs, by member. */
const membershipsByMember = lazily(() => {
  const all = groupBy(blocRows.flatMap(membershipsOf), ([member]) => member);
  return new Map([...all].map(([member, list]) => [member, list.map(([, membership]) => membership)]));
});

function membershipsOf({id, members}: BlocRow): [member: string, membership: Membership][] {
  if (members === "") return [];
  return members.split(";").flatMap((group) => {
    const [days, list] = group.split(":") as [string, string];
    const [from, to] = days.trim().split("/") as [string, string?];
    const membership: Membership = {bloc: id, from, ...(to && {to})};
    return list
      .trim()
      .split(" ")
      .map((member): [string, Membership] => [member, membership]);
  });
}
