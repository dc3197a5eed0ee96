import type {Gazetteer} from "../../base/gazetteer.ts";
import type {Origin, Slot} from "../output.ts";
import type {Analysis, Mention} from "../read/analysis.ts";
import type {Context} from "./context.ts";
import type {IndicatorWord} from "./indicators.ts";

/** Indicators between two economies. */
export const bilateral: ReadonlySet<string> = new Set(["turnover", "exports", "imports", "balance"]);

type Slots = Record<string, Slot>;

/** World trade of one economy, not its trade with the other. */
const worldTrade = /^(?:foreign|total|внешн|world|merchandise)/;

/** Mentions that name who is measured: not organisations, and capitals only where nothing else is named. */
export function economyMentions(analysis: Analysis): readonly Mention[] {
  let found = remembered.get(analysis);
  if (!found) {
    const named = analysis.mentions.filter((m) => m.form === "name" || m.form === "demonym");
    found = named.length > 0 ? named : analysis.mentions.filter((m) => m.form === "metonym");
    remembered.set(analysis, found);
  }
  return found;
}

const remembered = new WeakMap<Analysis, readonly Mention[]>();

/** Distinct economies of mentions in order; a bloc of two stands for its members. */
export function idsOf(mentions: readonly Mention[], gazetteer: Gazetteer): string[] {
  if (mentions.length === 0) return [];
  return [...new Set(mentions.flatMap(({entity}) => membersOf(entity, gazetteer)))];
}

const members = new WeakMap<Gazetteer, Map<string, readonly string[]>>();

function membersOf(entity: string, gazetteer: Gazetteer): readonly string[] {
  const known = members.get(gazetteer) ?? new Map<string, readonly string[]>();
  if (known.size === 0) members.set(gazetteer, known);
  let ids = known.get(entity);
  if (!ids) {
    const own = gazetteer.get(entity)?.kind === "bloc" ? gazetteer.members(entity) : [];
    ids = own.length === 2 ? own : [entity];
    known.set(entity, ids);
  }
  return ids;
}

/** Fills who is measured, and with whom, for a quantity at token `at`. */
export function resolveEconomies(
  analysis: Analysis,
  word: IndicatorWord | undefined,
  indicator: string | null,
  at: number,
  context: Context,
  gazetteer: Gazetteer
): Slots {
  if (indicator === "turnover") return turnoverSlots(analysis, word, at, context, gazetteer);
  if (indicator === "exports" || indicator === "imports")
    return flowSlots(analysis, word, indicator, at, context, gazetteer);
  if (indicator === "balance") return balanceSlots(analysis, at, context, gazetteer);
  return ownSlots(analysis, at, context, gazetteer);
}

function turnoverSlots(
  analysis: Analysis,
  word: IndicatorWord | undefined,
  at: number,
  context: Context,
  gazetteer: Gazetteer
): Slots {
  const mentions = economyMentions(analysis);
  const listed = partnerInList(analysis, at, context, gazetteer);
  if (listed) return listed;
  const ids = pairNear(analysis, mentions, word?.from ?? at, gazetteer);
  if (ids.length >= 2) return pairSlots(ids[0]!, ids[1]!, "sentence", "sentence");
  const isMutual = word !== undefined && mutualTrade.test(wordText(analysis, word));
  const teller = analysis.mentions.find(
    (m) => m.form === "organisation" && m.speaksFor && m.to <= (word?.from ?? at)
  )?.speaksFor;
  if (ids.length === 1 && teller && teller !== ids[0]) return pairSlots(ids[0]!, teller, "sentence", "sentence");
  if (ids.length === 1) {
    const own = {economy: {value: ids[0]!, from: "sentence" as const}};
    if ((word && worldTrade.test(wordText(analysis, word))) || gazetteer.get(ids[0]!)?.kind === "bloc") return own;
    const other = otherOf(ids[0]!, context, isMutual);
    return other ? pairSlots(ids[0]!, other.id, "sentence", other.from) : own;
  }
  return openSlots(context, (pair) => pairSlots(...pair.economies, pair.from, pair.from));
}

/** "Trade with Turkey fell to …, with Kyrgyzstan rose to …": the partner named last before the number, and whose trade it is. */
function partnerInList(analysis: Analysis, at: number, context: Context, gazetteer: Gazetteer): Slots | undefined {
  const mentions = economyMentions(analysis);
  const isWith = (m: Mention) => /^(?:with|с|со)$/.test(prepositionBefore(analysis.lower, m.from));
  const partners = mentions.filter(isWith);
  const partner = partners.filter((m) => m.to <= at).at(-1);
  if (!partner || (partners.length < 2 && mentions.length > 1)) return undefined;
  const id = idsOf([partner], gazetteer)[0]!;
  const owners = idsOf(
    mentions.filter((m) => !isWith(m)),
    gazetteer
  );
  const owner = owners.find((other) => other !== id);
  if (owner) return pairSlots(id, owner, "sentence", "sentence");
  if (otherOf(id, context)) return undefined;
  const known = [context.owner?.id, context.subject].find((other) => other !== undefined && other !== id);
  return known ? pairSlots(id, known, "sentence", "paragraph") : undefined;
}

/** Trade between two, said so. */
const mutualTrade = /^(?:bilateral|mutual|reciprocal|two|взаимн|двусторонн)/;

/** The two economies nearest to a word: both in its clause, or one there and the one the sentence began with. */
function pairNear(analysis: Analysis, mentions: readonly Mention[], at: number, gazetteer: Gazetteer): string[] {
  const {clauses} = analysis;
  const near = nearFirst(analysis, mentions, at);
  const inClause = idsOf(
    near.filter((m) => clauses[m.from] === clauses[at]),
    gazetteer
  );
  if (inClause.length >= 2) return inClause;
  if (inClause.length === 0) return idsOf(near, gazetteer);
  const first = idsOf(mentions, gazetteer).find((id) => id !== inClause[0]);
  return first === undefined ? inClause : [inClause[0]!, first];
}

/** Nobody is named: the pair spoken of, else the one economy spoken of, else the pack's pair. */
function openSlots(
  context: Context,
  ofPair: (pair: {economies: readonly [string, string]; from: Origin}) => Slots
): Slots {
  if (context.pair) return ofPair(context.pair);
  const {economies} = context;
  if (context.titlePair && (!economies || economies.ids.every((id) => context.titlePair!.economies.includes(id))))
    return ofPair(context.titlePair);
  if (economies) return economies.ids.length === 1 ? {economy: {value: economies.ids[0]!, from: economies.from}} : {};
  const pair = packPair(context);
  return pair ? ofPair(pair) : {};
}

function wordText({tokens}: Analysis, {from, to}: IndicatorWord): string {
  return tokens
    .slice(from, to)
    .map((t) => t.lower)
    .join(" ");
}

/** The two of a symmetric measure stand in code order, whatever the text's. */
function pairSlots(a: string, b: string, fromA: Origin, fromB: Origin): Slots {
  const [x, y] =
    a < b
      ? [
          {value: a, from: fromA},
          {value: b, from: fromB}
        ]
      : [
          {value: b, from: fromB},
          {value: a, from: fromA}
        ];
  return {economy: x, partner: y};
}

/** Mentions of the clause first, then of the sentence; nearest to the word first. */
function nearFirst({clauses}: Analysis, mentions: readonly Mention[], at: number): Mention[] {
  const clause = clauses[at];
  const distance = (m: Mention) => Math.abs(m.from - at) + (clauses[m.from] === clause ? 0 : 1000);
  return [...mentions].sort((a, b) => distance(a) - distance(b));
}

/** The other of the pair spoken of; of the pack's pair only where trade is said to be mutual. */
function otherOf(id: string, context: Context, isMutual = false): {id: string; from: Origin} | undefined {
  const pairs = [context.pair, context.titlePair, isMutual ? packPair(context) : undefined];
  const pair = pairs.find((p) => p?.economies.includes(id));
  if (!pair) return undefined;
  return {id: pair.economies[0] === id ? pair.economies[1] : pair.economies[0], from: pair.from};
}

function packPair({packEconomies}: Context): {economies: readonly [string, string]; from: Origin} | undefined {
  return packEconomies.length === 2 ? {economies: [packEconomies[0]!, packEconomies[1]!], from: "pack"} : undefined;
}

/** Of exports the exporter is the economy and the importer its partner; of imports the other way round. */
function flowSlots(
  analysis: Analysis,
  word: IndicatorWord | undefined,
  indicator: "exports" | "imports",
  at: number,
  context: Context,
  gazetteer: Gazetteer
): Slots {
  const roles = word ? flowRoles(analysis, word, at) : {};
  const of = (m: Mention | undefined): Slot | undefined =>
    m && {value: idsOf([m], gazetteer)[0] ?? m.entity, from: "sentence"};
  const [target, source] = [of(roles.target), of(roles.source)];
  const withOther = of(roles.with);
  const partner = (indicator === "exports" ? target : source) ?? withOther;
  const isOther = (slot: Slot | undefined) => slot !== undefined && slot.value !== partner?.value;
  const end = indicator === "exports" ? source : target;
  const isSecond = context.owner?.sentence === analysis.sentence.start; // "Russia sold … and bought …"
  const owners = [
    of(roles.owner),
    end,
    isSecond ? ownerBefore(analysis, context) : undefined,
    subjectOf(analysis, word?.from ?? at, gazetteer),
    ownerBefore(analysis, context)
  ];
  const economy = owners.find(isOther);
  return completeFlow(economy, partner, context);
}

/** "Its exports …, imports …": whose they are was said in the paragraph. */
function ownerBefore({sentence}: Analysis, {owner}: Context): Slot | undefined {
  return owner?.paragraph === sentence.paragraph ? {value: owner.id, from: "paragraph"} : undefined;
}

const flowVerbs = /^(?:sold|sells|buys|bought|purchased|shipped|поставил|продал|купил|закупил|отгрузил|отправил)/;

interface FlowRoles {
  readonly owner?: Mention;
  readonly target?: Mention;
  readonly source?: Mention;
  readonly with?: Mention;
}

/** The owner stands before the word ("Russian exports") or right behind it («экспорт России»); prepositions name the ends. */
function flowRoles(analysis: Analysis, word: IndicatorWord, at: number): FlowRoles {
  const {lower} = analysis;
  const {from, to, served} = reachOf(analysis, word);
  const anchor = at >= word.to ? at : word.from;
  const isVerb = flowVerbs.test(lower[word.from] ?? ""); // "sold Belarus goods": whom stands right behind a verb
  const roles: {owner?: Mention; target?: Mention; source?: Mention; with?: Mention} = {};
  for (const mention of economyMentions(analysis)) {
    if (mention.from < from || mention.from >= to) continue;
    const before = prepositionBefore(lower, mention.from);
    const isAdjective = mention.to === word.from && mention.owner; // "…, with Russian exports of": the "with" is the clause's
    if (!isAdjective && served && mention.to <= word.from && before !== "of") continue;
    if (isAdjective) roles.owner = mention;
    else if (/^(?:to|into|в|во|на)$/.test(before)) roles.target = nearer(roles.target, mention, anchor);
    else if (/^(?:from|из)$/.test(before)) roles.source = nearer(roles.source, mention, anchor);
    else if (/^(?:with|с|со)$/.test(before)) roles.with = nearer(roles.with, mention, anchor);
    else if (isVerb && mention.from >= word.to && mention.from - word.to <= 1)
      roles.with = nearer(roles.with, mention, anchor);
    else if (isThatOf(lower, mention.from) && mention.from < at) roles.owner = mention;
    else if (mention.from >= word.to ? mention.from - word.to <= 2 : word.from - mention.to <= 3 && mention.owner)
      roles.owner ??= mention;
  }
  return roles;
}

/** Tokens around an indicator in which a mention belongs to it: from the indicator before it to the one behind. */
function reachOf(
  {lexemes, clauses, tokens, quantities}: Analysis,
  word: IndicatorWord
): {from: number; to: number; served: boolean} {
  const flows = lexemes.tagged("indicator").filter((l) => l.from !== word.from);
  const before = flows.filter((l) => l.to <= word.from).at(-1);
  const served = before && quantities.filter((q) => q.core >= before.to && q.to <= word.from).at(-1);
  const behind = flows.find((l) => l.from >= word.to);
  const firstOfClause = tokens.findIndex((_, i) => clauses[i]! >= clauses[word.from]! - 1);
  const from = served ? Math.max(served.to, word.from - 3) : Math.max(before?.to ?? 0, firstOfClause);
  return {from, to: behind?.from ?? tokens.length, served: served !== undefined};
}

/** In lists ("from China N1.3 trn, from India N0.4 trn") the end named last before the number is its own. */
function nearer(a: Mention | undefined, b: Mention, anchor: number): Mention {
  const distance = (m: Mention) => (m.from <= anchor ? anchor - m.from : 100 + m.from);
  return a && distance(a) <= distance(b) ? a : b;
}

/** "Those of Ecuador", "that of Morocco". */
function isThatOf(lower: readonly string[], at: number): boolean {
  return lower[at - 1] === "of" && /^(?:those|that)$/.test(lower[at - 2] ?? "");
}

function prepositionBefore(lower: readonly string[], at: number): string {
  const skip = lower[at - 1] === "the" ? at - 2 : at - 1;
  return lower[skip] ?? "";
}

/** "Belarus increased exports": the mention before the word that no preposition holds. */
function subjectOf(analysis: Analysis, at: number, gazetteer: Gazetteer): Slot | undefined {
  const {lower} = analysis;
  const subject = economyMentions(analysis)
    .filter((m) => m.to <= at && analysis.clauses[m.from] === analysis.clauses[at] && m.form !== "metonym")
    .filter(
      (m) =>
        !/^(?:to|from|with|in|between|and|в|из|с|со|между|и|на|at|by|for|against)$/.test(
          prepositionBefore(lower, m.from)
        )
    )
    .at(-1);
  return subject && {value: idsOf([subject], gazetteer)[0] ?? subject.entity, from: "sentence"};
}

/** Fills the missing end of a flow; whose it is being open, both readings are tried and only the pair is kept. */
function completeFlow(economy: Slot | undefined, partner: Slot | undefined, context: Context): Slots {
  const complete = (known: Slot): Slot | undefined => {
    const other = otherOf(known.value, context);
    return other && {value: other.id, from: other.from};
  };
  if (!economy && !partner)
    return openSlots(context, (pair) => ({pair: {value: pair.economies.join("-"), from: pair.from}}));
  const whose = economy ?? (partner && complete(partner));
  const whom = partner ?? (economy && complete(economy));
  return {...(whose && {economy: whose}), ...(whom && {partner: whom})};
}

/** Whose balance: the owner, else the subject, else the one named first; "with X" names the partner. */
function balanceSlots(analysis: Analysis, at: number, context: Context, gazetteer: Gazetteer): Slots {
  const {lower} = analysis;
  const near = nearFirst(analysis, economyMentions(analysis), at);
  const isPartner = (m: Mention) => /^(?:with|с|со)$/.test(prepositionBefore(lower, m.from));
  const partner = idsOf(near.filter(isPartner), gazetteer)[0];
  const owners = idsOf(
    [...near.filter((m) => m.owner && !isPartner(m)), ...near.filter((m) => !isPartner(m))],
    gazetteer
  );
  const isSecond = context.owner?.sentence === analysis.sentence.start && !near.some((m) => m.owner && !isPartner(m));
  const economy = isSecond && context.owner ? context.owner.id : owners.find((id) => id !== partner);
  const slot = (value: string): Slot => ({value, from: "sentence"});
  if (economy === undefined && partner === undefined) {
    const owner = ownerBefore(analysis, context);
    if (owner) return completeFlow(owner, undefined, context);
    return openSlots(context, (pair) => ({pair: {value: pair.economies.join("-"), from: pair.from}}));
  }
  return completeFlow(
    economy === undefined ? undefined : slot(economy),
    partner === undefined ? undefined : slot(partner),
    context
  );
}

/** An economy's own measure: those named in the clause, then in the sentence, then in the text before. */
function ownSlots(analysis: Analysis, at: number, context: Context, gazetteer: Gazetteer): Slots {
  const mentions = economyMentions(analysis);
  const inClause = mentions.filter((m) => analysis.clauses[m.from] === analysis.clauses[at]);
  const ids = idsOf(inClause.length > 0 ? inClause : mentions, gazetteer);
  if (ids.length > 0) return {economy: {value: ids.join(","), from: "sentence"}};
  if (context.economies) return {economy: {value: context.economies.ids.join(","), from: context.economies.from}};
  return context.packEconomies.length > 0 ? {economy: {value: context.packEconomies.join(","), from: "pack"}} : {};
}
