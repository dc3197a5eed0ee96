import type {Analysis} from "../read/analysis.ts";
import type {Lexeme} from "../read/lexemes.ts";
import type {Quantity} from "../read/quantity.ts";

/** The words that say what a quantity measures. */
export interface IndicatorWord {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Indicator words of a sentence; those inside names of other things ("trade policy") do not count. */
export function indicatorWords({lexemes}: Analysis): IndicatorWord[] {
  const others = lexemes.tagged("trade-other");
  const words = lexemes
    .tagged("indicator")
    .filter(
      (word) => !others.some((o) => o.from <= word.from && word.from < o.to && o.to - o.from >= word.to - word.from)
    );
  const balances = words.filter((word) => word.value === "balance");
  const isOfBalance = (word: Lexeme) =>
    word.value === "turnover" && balances.some((b) => b.to < word.from && word.from - b.to <= 2);
  return words
    .filter((word) => !isOfBalance(word) && !isGoodsTraded(words, word))
    .map(({value, from, to}) => ({id: value, from, to}));
}

/** "Trade balance" and "trade surplus" are one word; "export" before "deliveries" too: the longest won already. */
function isGoodsTraded(words: readonly Lexeme[], word: Lexeme): boolean {
  return words.some((w) => w !== word && w.from <= word.from && word.to <= w.to && w.to - w.from > word.to - word.from);
}

/** How far behind a quantity its indicator may stand: "$10 billion worth of machinery exports". */
const reach = 4;

/** The indicator of a quantity: in its clause before it, right behind it, in an earlier clause, in this order. */
export function indicatorOf(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  quantity: Quantity
): IndicatorWord | undefined {
  const aligned = alignRespectively(analysis, words, quantity);
  if (aligned) return aligned;
  const {clauses} = analysis;
  const clause = clauses[quantity.core]!;
  const before = inItem(
    analysis,
    words.filter((word) => word.to <= quantity.from),
    quantity
  );
  const inClause = before.filter((word) => clauses[word.from] === clause).at(-1);
  const behind = behindOf(analysis, words, quantity);
  if (behind && isNamedBehind(analysis, quantity, behind)) return behind;
  if (behind && (!inClause || isServed(analysis, inClause, quantity) || behind.from === quantity.to)) return behind;
  return (
    inClause ??
    outerClause(analysis, before, clause) ??
    behind ??
    before.at(-1) ??
    words.find((word) => word.from >= quantity.to)
  );
}

/** Behind a semicolon a list goes on with its head: "trade by partner: A - 4.6, exports 1.4; B - 1.3". */
function inItem({lower}: Analysis, before: readonly IndicatorWord[], quantity: Quantity): readonly IndicatorWord[] {
  const start = lower.lastIndexOf(";", quantity.core);
  const own = before.filter((word) => word.from > start);
  return start < 0 || own.length > 0 ? (own.length > 0 ? own : before) : before.slice(0, 1);
}

/** "$5 billion in exports and $7 billion in imports": the number says itself what it measures. */
function isNamedBehind({lower}: Analysis, quantity: Quantity, {from}: IndicatorWord): boolean {
  const between = lower.slice(quantity.to, from);
  return (
    between.length > 0 &&
    between.length <= 2 &&
    between.every((w) => /^(?:in|of|worth|—|–)$/.test(w)) &&
    between[0] !== "of"
  );
}

/** Before a bracket or an aside the sentence goes on: the word before it is the nearest one. */
function outerClause({clauses}: Analysis, before: readonly IndicatorWord[], clause: number): IndicatorWord | undefined {
  return before.filter((word) => clauses[word.from]! < clause).at(-1);
}

function behindOf(analysis: Analysis, words: readonly IndicatorWord[], quantity: Quantity): IndicatorWord | undefined {
  const behind = words.find((word) => word.from >= quantity.to && word.from - quantity.to <= reach);
  if (!behind || analysis.clauses[behind.from] !== analysis.clauses[quantity.core]) return undefined;
  const between = analysis.tokens.slice(quantity.to, behind.from);
  if (between.some((token) => token.kind === "mark" && token.lower !== "-")) return undefined;
  return between.every((token) => !breaks.has(token.lower)) && !hasQuantity(analysis, quantity.to, behind.from)
    ? behind
    : undefined;
}

const breaks = new Set([
  "and",
  "while",
  "but",
  "и",
  "а",
  "но",
  "as",
  "when",
  "to",
  "до",
  "from",
  "with",
  "against",
  "compared",
  "by"
]);

function hasQuantity({quantities}: Analysis, from: number, to: number): boolean {
  return quantities.some((q) => q.core >= from && q.core < to);
}

/** Whether another quantity of the same kind stands between a word and this quantity: then the word has its number. */
function isServed({quantities}: Analysis, word: IndicatorWord, quantity: Quantity): boolean {
  return quantities.some((q) => q.core >= word.to && q.to <= quantity.core && isSameKind(q, quantity));
}

function isSameKind(a: Quantity, b: Quantity): boolean {
  return (a.unit === "%" || a.unit === "pp") === (b.unit === "%" || b.unit === "pp");
}

/** "Exports and imports were $6.7 bn and $5.7 bn, respectively": first to first. */
function alignRespectively(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  quantity: Quantity
): IndicatorWord | undefined {
  const {tokens, quantities} = analysis;
  const index = quantities.indexOf(quantity);
  const pair = quantities.slice(Math.max(0, index - 1), index + 2).filter((q) => isSameKind(q, quantity));
  for (let i = 0; i + 1 < pair.length; ++i) {
    const [a, b] = [pair[i]!, pair[i + 1]!];
    if (a !== quantity && b !== quantity) continue;
    if (!isCoordinated(tokens.slice(a.to, b.from).map((t) => t.lower))) continue;
    const subjects = coordinatedSubjects(analysis, words, a.from);
    if (subjects) return a === quantity ? subjects[0] : subjects[1];
  }
  return undefined;
}

function isCoordinated(between: readonly string[]): boolean {
  return (
    between.length > 0 &&
    between.length <= 3 &&
    between.every((w) => /^(?:and|и|,|by|на|to|до)$/.test(w)) &&
    between.some((w) => w === "and" || w === "и")
  );
}

function coordinatedSubjects(
  {tokens}: Analysis,
  words: readonly IndicatorWord[],
  before: number
): [IndicatorWord, IndicatorWord] | undefined {
  const earlier = words.filter((word) => word.to <= before);
  const [a, b] = earlier.slice(-2);
  if (!a || !b || a.id === b.id) return undefined;
  const between = tokens.slice(a.to, b.from).map((t) => t.lower);
  return between.length > 0 &&
    between.length <= 4 &&
    between.some((w) => w === "and" || w === "и" || w === ",") &&
    !between.some((w) => w === ";")
    ? [a, b]
    : undefined;
}

/** The thing counted: the noun behind a bare number, over at most three adjectives. */
export function countedOf(analysis: Analysis, quantity: Quantity): {id: string; to: number} | undefined {
  const {tokens, lexemes} = analysis;
  for (let i = quantity.to; i < Math.min(tokens.length, quantity.to + 5); ++i) {
    const indicator = lexemes.at("indicator", i);
    if (indicator && countIndicators.has(indicator.value)) return {id: indicator.value, to: indicator.to};
    const noun = lexemes.at("countable", i);
    if (noun) return {id: longerName(analysis, noun) ?? noun.value, to: noun.to};
    const token = tokens[i]!;
    if (token.kind === "mark" ? !isInnerMark(analysis, i) : stops.has(token.lower)) return undefined;
    if (token.kind === "number" || lexemes.at("up", i) || lexemes.at("down", i)) return undefined;
  }
  return undefined;
}

const countIndicators = new Set(["import_substitution_projects", "delegations", "tourism"]);

/** "28 Union programmes" next to "import substitution programmes": a longer indicator that ends in the same noun. */
function longerName({lexemes}: Analysis, noun: Lexeme): string | undefined {
  return lexemes
    .tagged("indicator")
    .find((word) => word.from <= noun.from && word.to >= noun.to && countIndicators.has(word.value))?.value;
}

function isInnerMark({tokens}: Analysis, i: number): boolean {
  return tokens[i]!.lower === "-" && tokens[i]!.glued;
}

const stops = new Set(
  "in of for on at to by from with and or but is are was were has have had will the this that which who as than into over under up also между в во на по за с со и или но а к ко от до из о об у при для что как чем был была было были есть это".split(
    " "
  )
);
