import {formerCodes, type KnownEntity, knownEntities, regionName} from "./entities.ts";
import {groupBy} from "./group-by.ts";
import {lazily} from "./lazily.ts";
import {type EntityMention, type MentionFinder, makeMentionFinder, phraseWords, type WordShape} from "./mentions.ts";
import {latestDay} from "./period.ts";
import type {Entity} from "./register.ts";
import {slipsIn, spellingDistance} from "./spelling.ts";
import {fold, nameWords, plainLatin} from "./stems.ts";

export type {EntityMention, MentionForm, WordShape} from "./mentions.ts";

/** Who is who: the entities of the house and of one or more packs, by code, by name and in running text. */
export interface Gazetteer {
  get(id: string): Entity | undefined;
  /** Name in a language by the pack or CLDR, defaults to English; the id itself when unknown. */
  name(id: string, language?: string): string;
  /** Exact: ISO alpha-3, alpha-2, M49 numeric, ISO 3166-2, pack id, any name or alias in any case. */
  find(text: string): Entity | undefined;
  /** Up to three close spellings for "did you mean", best first. */
  suggest(text: string): string[];
  /**
   * The longest mention that starts at word `at`; `lower` are the words of a text (marks may stand among them),
   * lower-cased with ё as е, in order; `shape` says how word i is written.
   */
  mentionAt(lower: readonly string[], at: number, shape: (i: number) => WordShape): EntityMention | undefined;
  /**
   * Ids of a bloc's members on a day of any precision, evaluated as its latest; without a day those that have not left.
   */
  members(bloc: string, day?: string): string[];
}

/** Builds a gazetteer; `packEntities` add names, memberships and entities, and win where names collide. */
export function makeGazetteer(packEntities: readonly Entity[] = []): Gazetteer {
  const entities = packEntities.length === 0 ? knownEntities() : withPack(packEntities);
  const own = new Set(packEntities.map(({id}) => id));
  const codes = lazily(() => indexCodes(entities, own));
  const names = lazily(() => indexNames(entities, own));
  const mentionAt = lazily(() => makeMentionFinder([...entities.values()], own));
  const memberships = lazily(() => indexMembers(entities));
  const entityOf = (id: string | undefined) => (id === undefined ? undefined : entities.get(id)?.entity);
  const regionOf = (code: string) => maybeRegion(code, (alpha2) => entityOf(codes().get(alpha2))?.kind === "economy");
  const get = (id: string) => entityOf(id) ?? (id === id.toUpperCase() ? regionOf(id) : undefined);
  return {
    get,
    name: (id, language = "en") => nameOf(get(id), language) ?? id,
    find: (text) =>
      entityOf(text) ??
      entityOf(codes().get(codeKey(text))) ??
      regionOf(text.trim().toUpperCase()) ??
      entityOf(names().get(nameKey(text))?.id) ??
      entityOf(inflected(text, mentionAt())),
    suggest: (text) => closest(text, names(), entities),
    mentionAt: (lower, at, shape) => mentionAt()(lower, at, shape),
    members: (bloc, day) => membersOn(memberships().get(bloc) ?? [], day)
  };
}

/** The entities of the house with a pack's added; a record with a known id adds to it. */
function withPack(packEntities: readonly Entity[]): ReadonlyMap<string, KnownEntity> {
  const all = new Map(knownEntities());
  for (const entity of packEntities) {
    const known = all.get(entity.id);
    all.set(entity.id, known ? {...known, entity: merge(known.entity, entity)} : {entity});
  }
  return all;
}

/** A known entity with a pack's further names, demonyms and memberships; its names stay unread until asked for. */
function merge(known: Entity, own: Entity): Entity {
  const aliases = mergeTerms(own.aliases, known.aliases);
  const demonyms = mergeTerms(own.demonyms, known.demonyms);
  const memberOf = [...(known.memberOf ?? []), ...(own.memberOf ?? [])];
  return {
    ...Object.fromEntries(Object.entries(own).filter(([key]) => key !== "names")),
    id: known.id,
    kind: own.kind,
    ...(known.iso !== undefined && {iso: known.iso}),
    ...(known.m49 !== undefined && {m49: known.m49}),
    get names() {
      return {...known.names, ...own.names};
    },
    ...(aliases && {aliases}),
    ...(demonyms && {demonyms}),
    ...(memberOf.length > 0 && {memberOf})
  };
}

function mergeTerms(own: Entity["aliases"], known: Entity["aliases"]): Entity["aliases"] {
  if (!own || !known) return own ?? known;
  const languages = new Set([...Object.keys(own), ...Object.keys(known)]);
  return Object.fromEntries([...languages].map((one) => [one, [...(own[one] ?? []), ...(known[one] ?? [])]]));
}

/** A pack's entities first, so that they win. */
function ownFirst(entities: ReadonlyMap<string, KnownEntity>, own: ReadonlySet<string>): Entity[] {
  const all = [...entities.values()].map(({entity}) => entity);
  return own.size === 0 ? all : [...all.filter(({id}) => own.has(id)), ...all.filter(({id}) => !own.has(id))];
}

/** Codes are compared in lower case, numbers with three digits. */
function codeKey(text: string): string {
  const code = fold(text.trim());
  return /^\d{1,2}$/.test(code) ? code.padStart(3, "0") : code;
}

function indexCodes(entities: ReadonlyMap<string, KnownEntity>, own: ReadonlySet<string>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const add = (code: string | undefined, id: string) => {
    if (code !== undefined && !codes.has(codeKey(code))) codes.set(codeKey(code), id);
  };
  const list = ownFirst(entities, own);
  for (const {id} of list) add(id, id);
  for (const {id, iso, m49} of list) {
    add(iso, id);
    add(m49, id);
  }
  for (const [code, id] of formerCodes()) add(code, id);
  return codes;
}

/** A subdivision by the pattern of ISO 3166-2, when its country exists: the house has no list of them. */
function maybeRegion(code: string, isCountry: (alpha2: string) => boolean): Entity | undefined {
  const match = /^([A-Z]{2})-[A-Z0-9]{1,3}$/.exec(code);
  return match && isCountry(match[1]!.toLowerCase()) ? {id: code, kind: "region", iso: code, names: {}} : undefined;
}

function nameOf(entity: Entity | undefined, language: string): string | undefined {
  if (!entity) return undefined;
  const {names, iso} = entity;
  if (names[language]) return names[language];
  const cldr = iso !== undefined && /^[A-Z]{2}$/.test(iso) ? regionName(iso, language) : undefined;
  return cldr ?? names.en ?? Object.values(names)[0];
}

interface Spelling {
  readonly id: string;
  /** As the table writes it. */
  readonly text: string;
}

/** Abbreviated words of statistical name lists. */
const writtenOut: Readonly<Record<string, string>> = {
  br: "british",
  rep: "republic",
  dem: "democratic",
  fed: "federal",
  fmr: "former",
  isds: "islands",
  st: "saint",
  neth: "netherlands"
};

/** Names are compared as folded words without diacritics, punctuation and a leading "the". */
function nameKey(text: string): string {
  return wordsKey(phraseWords(text)[0] ?? []);
}

function wordsKey(words: readonly string[]): string {
  return words
    .map((word) => {
      const plain = plainLatin(fold(word)).replaceAll(".", "");
      return writtenOut[plain] ?? plain;
    })
    .join(" ");
}

function indexNames(
  entities: ReadonlyMap<string, KnownEntity>,
  own: ReadonlySet<string>
): ReadonlyMap<string, Spelling> {
  const names = new Map<string, Spelling>();
  const add = (text: string, id: string) => {
    if (text.includes("*")) return;
    for (const words of phraseWords(text)) {
      const key = wordsKey(words);
      if (!names.has(key)) names.set(key, {id, text});
    }
  };
  const list = ownFirst(entities, own);
  for (const {id, names: texts} of list) for (const text of Object.values(texts)) add(text, id);
  for (const {id, aliases = {}} of list) for (const text of Object.values(aliases).flat()) add(text, id);
  return names;
}

/** The entity that a text names as a whole in any case form: "России". */
function inflected(text: string, mentionAt: MentionFinder): string | undefined {
  const words = nameWords(text).map(fold);
  const mention = words.length === 0 ? undefined : mentionAt(words, 0, () => "upper");
  const named = mention?.form === "name" || mention?.form === "organisation";
  return named && mention.words === words.length ? mention.entity : undefined;
}

/** The closest names and ids, one for an entity; a different first letter counts half a slip more. */
function closest(
  text: string,
  names: ReadonlyMap<string, Spelling>,
  entities: ReadonlyMap<string, KnownEntity>
): string[] {
  const best = new Map<string, {text: string; distance: number}>();
  const consider = (key: string, wanted: string, {id, text: spelling}: Spelling) => {
    const slips = slipsIn(wanted);
    const found = spellingDistance(wanted, key, slips);
    const distance = found + (key[0] === wanted[0] ? 0 : 0.5);
    if (found <= slips && distance < (best.get(id)?.distance ?? Number.POSITIVE_INFINITY))
      best.set(id, {text: spelling, distance});
  };
  const name = nameKey(text);
  const code = codeKey(text);
  if (code === "") return [];
  if (name !== "") for (const [key, spelling] of names) consider(key, name, spelling);
  for (const id of entities.keys()) consider(codeKey(id), code, {id, text: id});
  return [...best.values()]
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({text: spelling}) => spelling);
}

interface Span {
  readonly member: string;
  readonly bloc: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function indexMembers(entities: ReadonlyMap<string, KnownEntity>): ReadonlyMap<string, Span[]> {
  const spans = [...entities.values()].flatMap(({entity: {id, memberOf = []}}) =>
    memberOf.map((membership) => ({member: id, ...membership}))
  );
  return groupBy(spans, ({bloc}) => bloc);
}

function membersOn(spans: readonly Span[], day: string | undefined): string[] {
  const now = day === undefined ? undefined : latestDay(day);
  const holds = ({from, to}: Span) =>
    now === undefined
      ? to === undefined
      : (from === undefined || latestDay(from) <= now) && (to === undefined || now <= latestDay(to));
  return [...new Set(spans.filter(holds).map(({member}) => member))];
}
