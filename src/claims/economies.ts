import type {Gazetteer} from "../base/gazetteer.ts";
import type {Analysis, Mention} from "./analysis.ts";
import type {Context} from "./context.ts";
import type {IndicatorWord} from "./indicators.ts";
import type {Origin, Slot} from "./output.ts";

/** Indicators between two economies. */
export const bilateral: ReadonlySet<string> = new Set(["turnover", "exports", "imports", "balance"]);

type Slots = Record<string, Slot>;

/** World trade of one economy, not its trade with the other. */
const worldTrade = /^(?:foreign|total|внешн|world|merchandise)/;

/** Mentions that name who is measured: not organisations, and capitals only where nothing else is named. */
export function economyMentions({mentions}: Analysis): Mention[] {
  const named = mentions.filter((m) => m.form === "name" || m.form === "demonym");
  return named.length > 0 ? named : mentions.filter((m) => m.form === "metonym");
}

/** Distinct economies of mentions in order; a bloc of two stands for its members. */
export function idsOf(mentions: readonly Mention[], gazetteer: Gazetteer): string[] {
  const ids = mentions.flatMap(({entity}) => {
    const members = gazetteer.get(entity)?.kind === "bloc" ? gazetteer.members(entity) : [];
    return members.length === 2 ? members : [entity];
  });
  return [...new Set(ids)];
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
  const ids = idsOf(nearFirst(analysis, economyMentions(analysis), word?.from ?? at), gazetteer);
  if (ids.length >= 2) return pairSlots(ids[0]!, ids[1]!, "sentence", "sentence");
  const text = word ? wordText(analysis, word) : "";
  if (ids.length === 1) {
    if (worldTrade.test(text)) return pairSlots(ids[0]!, "WLD", "sentence", "sentence");
    const isMutual = gazetteer.get(ids[0]!)?.kind === "bloc";
    if (isMutual) return {economy: {value: ids[0]!, from: "sentence"}};
    const other = otherOf(ids[0]!, context);
    return other ? pairSlots(ids[0]!, other.id, "sentence", other.from) : {economy: {value: ids[0]!, from: "sentence"}};
  }
  const pair = context.pair ?? packPair(context);
  return pair ? pairSlots(...pair.economies, pair.from, pair.from) : {};
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

function otherOf(id: string, context: Context): {id: string; from: Origin} | undefined {
  for (const pair of [context.pair, packPair(context)]) {
    if (!pair?.economies.includes(id)) continue;
    return {
      id: pair.economies[0] === id ? pair.economies[1] : pair.economies[0],
      from: pair.from === "sentence" ? "paragraph" : pair.from
    };
  }
  return undefined;
}

function packPair({packEconomies}: Context): {economies: readonly [string, string]; from: Origin} | undefined {
  return packEconomies.length === 2 ? {economies: [packEconomies[0]!, packEconomies[1]!], from: "pack"} : undefined;
}

/** Exports and imports are kept as exports of `economy` to `partner`. */
function flowSlots(
  analysis: Analysis,
  word: IndicatorWord | undefined,
  indicator: "exports" | "imports",
  at: number,
  context: Context,
  gazetteer: Gazetteer
): Slots {
  const roles = word ? flowRoles(analysis, word) : {};
  const of = (m: Mention | undefined): Slot | undefined =>
    m && {value: idsOf([m], gazetteer)[0] ?? m.entity, from: "sentence"};
  let owner = of(roles.owner) ?? subjectOf(analysis, word?.from ?? at, gazetteer);
  const target = of(roles.target);
  const source = of(roles.source);
  if (owner && (owner.value === target?.value || owner.value === source?.value)) owner = undefined;
  if (!owner && !target && !source && context.owner?.paragraph === analysis.sentence.paragraph)
    owner = {value: context.owner.id, from: "paragraph"};
  const exporter = indicator === "exports" ? (source ?? owner) : source;
  const importer = indicator === "exports" ? target : (target ?? owner);
  return completePair(exporter, importer, context);
}

interface FlowRoles {
  readonly owner?: Mention;
  readonly target?: Mention;
  readonly source?: Mention;
}

/** The owner stands before the word ("Russian exports") or right behind it («экспорт России»); prepositions name the ends. */
function flowRoles(analysis: Analysis, word: IndicatorWord): FlowRoles {
  const {tokens, clauses} = analysis;
  const roles: {owner?: Mention; target?: Mention; source?: Mention} = {};
  for (const mention of economyMentions(analysis)) {
    if (clauses[mention.from] !== clauses[word.from]) continue;
    const before = prepositionBefore(
      tokens.map((t) => t.lower),
      mention.from
    );
    if (mention.from >= word.to || mention.from >= word.from) {
      if (/^(?:to|into|в|во|на)$/.test(before)) roles.target ??= mention;
      else if (/^(?:from|из|с)$/.test(before)) roles.source ??= mention;
      else if (mention.from - word.to <= 1) roles.owner ??= mention;
    } else if (word.from - mention.to <= 3 && (mention.owner || mention.form === "demonym")) roles.owner = mention;
  }
  return roles;
}

function prepositionBefore(lower: readonly string[], at: number): string {
  const skip = lower[at - 1] === "the" ? at - 2 : at - 1;
  return lower[skip] ?? "";
}

/** "Belarus increased exports": the mention before the word that no preposition holds. */
function subjectOf(analysis: Analysis, at: number, gazetteer: Gazetteer): Slot | undefined {
  const lower = analysis.tokens.map((t) => t.lower);
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

function completePair(exporter: Slot | undefined, importer: Slot | undefined, context: Context): Slots {
  const complete = (known: Slot): Slot | undefined => {
    const other = otherOf(known.value, context);
    return other && {value: other.id, from: other.from};
  };
  const economy = exporter ?? (importer && complete(importer));
  const partner = importer ?? (exporter && complete(exporter));
  if (economy && partner) return {economy, partner};
  if (economy) return {economy};
  if (partner) return {partner};
  const pair = context.pair ?? packPair(context);
  // Whose exports is not said: both readings are tried, so the pair is kept without a direction.
  return pair ? {pair: {value: pair.economies.join("-"), from: pair.from}} : {};
}

function balanceSlots(analysis: Analysis, at: number, context: Context, gazetteer: Gazetteer): Slots {
  const ids = idsOf(nearFirst(analysis, economyMentions(analysis), at), gazetteer);
  const owner = economyMentions(analysis).find((m) => m.owner) ?? undefined;
  const economy = owner ? idsOf([owner], gazetteer)[0]! : ids[0];
  if (economy === undefined) {
    const pair = context.pair ?? packPair(context);
    return pair ? {pair: {value: pair.economies.join("-"), from: pair.from}} : {};
  }
  const partner = ids.find((id) => id !== economy);
  if (partner) return {economy: {value: economy, from: "sentence"}, partner: {value: partner, from: "sentence"}};
  const other = otherOf(economy, context);
  return {economy: {value: economy, from: "sentence"}, ...(other && {partner: {value: other.id, from: other.from}})};
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
