import {isCurrency} from "../../base/units.ts";
import type {ClaimType} from "../output.ts";
import type {Analysis} from "../read/analysis.ts";
import type {Lexeme} from "../read/lexemes.ts";
import type {Quantity} from "../read/quantity.ts";
import {countedOf, type IndicatorWord, indicatorOf} from "./indicators.ts";

/** What a quantity says: the type of claim, what it measures and which way it goes. */
export interface Classified {
  readonly type: ClaimType;
  readonly indicator: string | null;
  readonly word?: IndicatorWord;
  readonly direction: 1 | -1 | 0;
  /** Index after the noun counted. */
  readonly to: number;
  /** The level a change starts from. */
  readonly isBase: boolean;
}

/** Indicators that are themselves rates: "inflation of 7 %" is a level, not a growth. */
const rates = new Set(["inflation", "unemployment", "interest_rate", "tariff", "exchange_rate"]);
/** Indicators that are always counted or paid, so that a bare number before them is a count. */
const countLike = new Set([
  "import_substitution_projects",
  "delegations",
  "projects",
  "programmes",
  "agreements",
  "contracts",
  "documents"
]);

/** Classifies a quantity, or returns nothing when it makes no claim. */
export function classify(
  analysis: Analysis,
  words: readonly IndicatorWord[],
  quantity: Quantity
): Classified | undefined {
  const word = indicatorOf(analysis, words, quantity);
  const common = {
    direction: directionOf(analysis, quantity),
    to: quantity.to,
    isBase: false,
    ...(word && {word}),
    indicator: word?.id ?? null
  };
  if (quantity.unit === "pp") return {...common, type: "growth"};
  if (quantity.unit === "x") return isRatio(analysis, quantity) ? {...common, type: "ratio"} : undefined;
  if (quantity.unit === "%") {
    const other = saidOtherwise(analysis, quantity);
    if (other?.unit === "pp") return {...common, type: "growth", direction: directionOf(analysis, other)};
    return {...common, type: percentType(analysis, quantity, word), isBase: isFromEnd(analysis, quantity)};
  }
  if (quantity.unit === "1" && !(quantity.isScaled && !countedOf(analysis, quantity)))
    return countClaim(analysis, words, quantity);
  return {...common, type: levelType(analysis, quantity, word), isBase: isBaseLevel(analysis, quantity)};
}

function levelType(analysis: Analysis, quantity: Quantity, word: IndicatorWord | undefined): ClaimType {
  if (word?.id === "balance") return "balance";
  if (isChangeBy(analysis, quantity) || isChangeOf(analysis, quantity)) return "growth";
  if (isPer(analysis, quantity)) return "rate";
  if (rates.has(word?.id ?? "") && !isCurrency(quantity.unit)) return "rate";
  return "level";
}

/** "Rose by $5 bn": the amount is a change. */
function isChangeBy({lexemes}: Analysis, quantity: Quantity): boolean {
  const by = lexemes.before("by", quantity.from) ?? lexemes.before("by", quantity.core);
  return (
    by !== undefined && nearest(changeWords(lexemes, "up"), changeWords(lexemes, "down"), by.from, 3) !== undefined
  );
}

/** "A fall of $3 bn", "up $2.9 bn", "decreased $3.0 bn to": the amount of a change, not the level it came to. */
function isChangeOf({lexemes, tokens}: Analysis, quantity: Quantity): boolean {
  const link = /^(?:of|in|на)$/.test(tokens[quantity.from - 1]?.lower ?? "") ? quantity.from - 1 : quantity.from;
  const change = lexemes.before("up", link) ?? lexemes.before("down", link);
  if (!change) return false;
  const word = tokens[change.to - 1]!.lower;
  return link === quantity.from
    ? /(?:ed|rose|fell|up|down|lost|gained|shed|added|grew)$/.test(word)
    : /^(?:fall|rise|drop|increase|decline|decrease|growth|gain|loss|jump|рост|снижение|прирост|падение)$/.test(word);
}

/** "$14 million a month", "per day", «в месяц» right behind the number. */
function isPer({lexemes, clauses, times}: Analysis, quantity: Quantity): boolean {
  return lexemes.tagged("per").some((p) => {
    const isNear = p.from >= quantity.to && p.from - quantity.to <= 6 && clauses[p.from] === clauses[quantity.core];
    return isNear && !times.some((t) => t.from < p.to && p.from < t.to);
  });
}

/** "Up from $6.5 bn", "from $6.5 bn to", "compared with $40 bn". */
function isBaseLevel({lexemes, tokens, times, lower}: Analysis, quantity: Quantity): boolean {
  const at = quantity.from;
  const skip = tokens[at - 1]?.lower === "the" ? at - 1 : at;
  if (lexemes.before("from", skip) ?? lexemes.before("base", skip)) return true;
  // "the previous year's surplus of €2.2 bn"
  return times.some(
    (t) =>
      t.role === "base" &&
      t.to <= at &&
      at - t.to <= 3 &&
      !/^[,;.]$/.test(lower[t.to] ?? "") &&
      tokens[t.to - 1]!.possessive
  );
}

function percentType(analysis: Analysis, quantity: Quantity, word: IndicatorWord | undefined): ClaimType {
  const {lexemes, clauses} = analysis;
  const clause = clauses[quantity.core];
  if (isChangeBy(analysis, quantity) || quantity.signed || lexemes.at("more-behind", quantity.to)) return "growth";
  const by = lexemes.before("by", quantity.from) ?? lexemes.before("by", quantity.core);
  if (by && word?.id !== "completion") return "growth"; // «импорт — на 8,1 %»
  if (isFromTo(analysis, quantity)) return rates.has(word?.id ?? "") ? "rate" : "share";
  if (isShareOf(analysis, quantity)) return "share";
  const near = nearest(changeWords(lexemes, "up"), changeWords(lexemes, "down"), quantity.from, 5, quantity.to);
  if (rates.has(word?.id ?? ""))
    return near && !isToLevel(analysis, quantity) && lexemes.before("by", quantity.from) ? "growth" : "rate";
  if (near && !isToLevel(analysis, quantity)) return "growth";
  if (lexemes.tagged("yoy").some((y) => Math.abs(y.from - quantity.to) <= 3)) return "growth";
  if (word?.id === "completion" || lexemes.tagged("share").some((s) => clauses[s.from] === clause)) return "share";
  const change = [...lexemes.tagged("up"), ...lexemes.tagged("down")].some((c) => clauses[c.from] === clause);
  return change && !isToLevel(analysis, quantity) ? "growth" : "share";
}

/** "Declined to 10.1 % from 11.1 %": both ends of a share. */
function isFromEnd(analysis: Analysis, quantity: Quantity): boolean {
  return isFromTo(analysis, quantity) && analysis.lexemes.before("from", quantity.from) !== undefined;
}

/** "2.1pp in 2021, or 14 pct", "14, or just 4.5 %": the same thing said in another unit. */
function saidOtherwise({tokens, quantities}: Analysis, quantity: Quantity, step: 1 | -1 = -1): Quantity | undefined {
  const other = quantities[quantities.indexOf(quantity) + step];
  if (!other) return undefined;
  const [a, b] = step < 0 ? [other, quantity] : [quantity, other];
  const between = tokens.slice(a.to, b.from).map((t) => t.lower);
  const isOr = between.slice(-3).some((w) => /^(?:or|или)$/.test(w)) && between.length <= 6;
  return isOr ? other : undefined;
}

function isFromTo({lexemes, quantities}: Analysis, quantity: Quantity): boolean {
  const isEnd = (q: Quantity, tag: string) =>
    lexemes.before(tag, q.from) !== undefined || lexemes.before(tag, q.core) !== undefined;
  const others = quantities.filter((q) => q !== quantity && q.unit === "%");
  return (
    (isEnd(quantity, "from") && others.some((q) => isEnd(q, "to"))) ||
    (isEnd(quantity, "to") && others.some((q) => isEnd(q, "from")))
  );
}

/** "Rose to 43 %": the number is where it came to. */
function isToLevel({lexemes}: Analysis, quantity: Quantity): boolean {
  return lexemes.before("to", quantity.from) !== undefined || lexemes.before("to", quantity.core) !== undefined;
}

/** "40 % of exports", «34 % от экспорта», "accounted for 40 %". */
function isShareOf({lexemes, tokens}: Analysis, quantity: Quantity): boolean {
  const behind = tokens[quantity.to]?.lower;
  if (lexemes.before("share", quantity.from) || lexemes.before("share", quantity.core)) return true;
  if (behind === "of") return !lexemes.before("by", quantity.from);
  if (behind === "от" || behind === "всего" || behind === "всех") return true;
  const share = lexemes.tagged("share").find((s) => s.to <= quantity.from && quantity.from - s.to <= 6);
  const between =
    share && nearest(changeWords(lexemes, "up"), changeWords(lexemes, "down"), quantity.from, quantity.from - share.to);
  return share !== undefined && !between;
}

/** "Three times" counts only beside a change, as "N-fold", or «в 3 раза». */
function isRatio({lexemes, clauses, tokens}: Analysis, quantity: Quantity): boolean {
  if (lexemes.at("ratio", quantity.core) || lexemes.over("fold", quantity.to - 1)) return true;
  if (tokens[quantity.from - 1]?.lower === "в" || tokens[quantity.core - 1]?.lower === "в") return true;
  const clause = clauses[quantity.core];
  return (
    [...lexemes.tagged("up"), ...lexemes.tagged("down")].some((c) => clauses[c.from] === clause) ||
    /^(?:more|higher|larger|as|the)$/.test(tokens[quantity.to]?.lower ?? "")
  );
}

function countClaim(analysis: Analysis, words: readonly IndicatorWord[], quantity: Quantity): Classified | undefined {
  const common = {direction: directionOf(analysis, quantity), isBase: false};
  const counted = countedOf(analysis, quantity);
  const partOf = partOfCount(analysis, quantity);
  if (partOf) return {...common, type: "count", indicator: partOf, to: quantity.to};
  if (counted) {
    if (quantity.inWords && isIdle(analysis, quantity, counted.id)) return undefined;
    if (isChangeCount(analysis, quantity)) return {...common, type: "growth", indicator: counted.id, to: counted.to};
    return {...common, type: "count", indicator: counted.id, to: counted.to};
  }
  const word = words.filter((w) => w.to <= quantity.from && countLike.has(w.id)).at(-1);
  const said = analysis.lexemes.tagged("aux").some((a) => a.to <= quantity.from && quantity.from - a.to <= 2);
  const isRough = quantity.readings.length > 0 || quantity.bound !== "exact";
  if (word && (said || isRough)) return {...common, type: "count", indicator: word.id, word, to: quantity.to};
  if (saidOtherwise(analysis, quantity, 1)?.unit === "%")
    return {...common, type: "count", indicator: "other", to: quantity.to};
  return freeNoun(analysis, quantity, common);
}

/** "10 of the 28 programmes", "125 out of 310", «10 из 28»: the part is a count of the same thing. */
function partOfCount(analysis: Analysis, quantity: Quantity): string | undefined {
  const {tokens, quantities} = analysis;
  const next = quantities[quantities.indexOf(quantity) + 1];
  const before = quantities[quantities.indexOf(quantity) - 1];
  const isOf = (a: Quantity, b: Quantity) =>
    b.from > a.to &&
    /^(?:of|of the|out of|out of the|из)$/.test(
      tokens
        .slice(a.to, b.from)
        .map((t) => t.lower)
        .join(" ")
    );
  if (next?.unit === "1" && isOf(quantity, next)) return countedOf(analysis, next)?.id ?? "other";
  return before?.unit === "1" && isOf(before, quantity) && !countedOf(analysis, quantity) ? "other" : undefined;
}

function isChangeCount(analysis: Analysis, quantity: Quantity): boolean {
  return isChangeBy(analysis, quantity);
}

/** "Two countries", "both states": a small number in words before a thing that is named, not counted. */
function isIdle({tokens}: Analysis, quantity: Quantity, counted: string): boolean {
  if (quantity.readings.length > 0 || quantity.value >= 10 || quantity.bound !== "exact") return false;
  return (
    ["countries", "delegates", "regions", "products", "visits"].includes(counted) ||
    /^(?:the|these|those|all|its|their|both|эти|этих|всех|все|обе|наши|наших)$/.test(
      tokens[quantity.from - 1]?.lower ?? ""
    ) ||
    quantity.value < 3
  );
}

/** A number in figures right before a small-letter noun the lexicon does not know: counted as "other". */
function freeNoun(
  {tokens, lexemes}: Analysis,
  quantity: Quantity,
  common: {direction: 1 | -1 | 0; isBase: boolean}
): Classified | undefined {
  const noun = tokens[quantity.to];
  if (isAfterNoun(tokens, lexemes, quantity))
    return {...common, type: "count", indicator: nounBefore(lexemes, quantity), to: quantity.to};
  if (
    (quantity.inWords && quantity.readings.length === 0 && quantity.value < 10) ||
    !noun ||
    noun.kind !== "word" ||
    noun.shape !== "lower" ||
    noun.glued ||
    noun.lower.length < 4
  )
    return undefined;
  if (quantity.value < 10 && quantity.bound === "exact") return undefined;
  if (
    lexemes.at("up", quantity.to) ||
    lexemes.at("down", quantity.to) ||
    lexemes.at("aux", quantity.to) ||
    lexemes.at("base", quantity.to)
  )
    return undefined;
  return idleNouns.has(noun.lower) ? undefined : {...common, type: "count", indicator: "other", to: quantity.to + 1};
}

/** «соглашений между регионами — 76»: the noun stands before a dash. */
function isAfterNoun(tokens: Analysis["tokens"], lexemes: Analysis["lexemes"], quantity: Quantity): boolean {
  const mark = tokens[quantity.from - 1]?.lower ?? "";
  return (
    (mark === "—" || mark === "–") && tokens[quantity.to]?.kind !== "word" && nounBefore(lexemes, quantity) !== "other"
  );
}

function nounBefore(lexemes: Analysis["lexemes"], quantity: Quantity): string {
  const noun = lexemes
    .tagged("countable")
    .filter((c) => c.to <= quantity.from && quantity.from - c.to <= 5)
    .at(-1);
  return noun?.value ?? "other";
}

const idleNouns = new Set(
  "which that this with from into over under about after before where when were have been also will would more less than they their there this year years month months days hours minutes after against annual people's while until through during between among per cent when что если когда было были будет стало стала после перед также этот этого года году лет который которые".split(
    " "
  )
);

/** The direction the nearest word of change gives: before the quantity first, else right behind it. */
export function directionOf({lexemes, clauses}: Analysis, quantity: Quantity): 1 | -1 | 0 {
  const up = changeWords(lexemes, "up");
  const down = changeWords(lexemes, "down");
  const behind = lexemes.at("more-behind", quantity.to);
  if (behind) return behind.value === "1" ? 1 : -1;
  const near = nearest(up, down, quantity.from, 6, quantity.to);
  if (near) return near.tag === "up" ? 1 : -1;
  const clause = clauses[quantity.core];
  const inClause = [...up, ...down]
    .filter((l) => clauses[l.from] === clause && l.to <= quantity.from)
    .sort((a, b) => b.from - a.from)[0];
  const inSentence = [...up, ...down].filter((l) => l.to <= quantity.from).sort((a, b) => b.from - a.from)[0];
  const found = inClause ?? (lexemes.before("by", quantity.from) ? inSentence : undefined); // «…вырос на 2 %, импорт — на 8 %»
  return found ? (found.tag === "up" ? 1 : -1) : 0;
}

/** Words of change, but for those inside other phrases: "made up". */
function changeWords(lexemes: Analysis["lexemes"], tag: "up" | "down"): readonly Lexeme[] {
  const shares = lexemes.tagged("share");
  return shares.length === 0
    ? lexemes.tagged(tag)
    : lexemes.tagged(tag).filter((l) => !shares.some((s) => s.from < l.to && l.from < s.to));
}

/** The word of change that ends at most `reach` tokens before `before`, or starts at most two behind `after`. */
function nearest(
  up: readonly Lexeme[],
  down: readonly Lexeme[],
  before: number,
  reach: number,
  after?: number
): Lexeme | undefined {
  const all = [...up, ...down];
  const ahead = all.filter((l) => l.to <= before && before - l.to <= reach).sort((a, b) => b.to - a.to)[0];
  if (ahead && before - ahead.to <= 2) return ahead;
  const behind =
    after === undefined
      ? undefined
      : all.filter((l) => l.from >= after && l.from - after <= 1).sort((a, b) => a.from - b.from)[0];
  return behind ?? ahead;
}
