import type {Token} from "../text/words.ts";
import {isHyphen, type Lexemes} from "./lexemes.ts";

const namedBefore = new Set(
  "top топ no nos № # article articles art decree section sections page pages pp chapter paragraph para resolution order annex protocol room flat tel phone fax item point clause hs hs2 sitc isic cn isbn version route highway channel form grade class type model figure fig table part vol volume issue covid su mi tu il an boeing airbus g пункт пункта пункту пункте п статья статьи статье статью ст указ указа указом указу № постановление постановления приказ приказа стр страница глава тел рис таблица д дом кв ул индекс номер номера номером группа группы группе тнвэд код кода коды".split(
    " "
  )
);
const namedAfter = new Set(
  "street st avenue ave road rd boulevard floor ул улица этаж th nd rd st й го м я".split(" ")
);

/** Numbers that name something instead of measuring it: decrees, pages, houses, phones, times, scores, products. */
export function isNoQuantity(tokens: readonly Token[], lexemes: Lexemes, at: number, to: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[to];
  if (before?.lower === "." && tokens[at]!.glued && tokens[at - 2]?.kind !== "word") return true; // .5 and 4..5
  if (before && namedBefore.has(before.lower) && !(before.lower === "pp")) return true;
  if (before?.lower === "." && namedBefore.has(tokens[at - 2]?.lower ?? "") && before.glued) return true;
  if (before && isHyphen(before.lower) && before.glued && tokens[at]!.glued && isNamePart(tokens, lexemes, at - 2))
    return true;
  if (after?.glued && namedAfter.has(after.lower)) return true;
  if (after && namedAfter.has(after.lower) && after.kind === "word" && after.shape !== "lower") return true;
  if (isOrdinalEnding(tokens, to)) return true;
  if (after?.lower === ":" && after.glued && tokens[to + 1]?.kind === "number" && tokens[to + 1]!.glued) return true;
  if (before?.lower === ":" && before.glued && tokens[at]!.glued && tokens[at - 2]?.kind === "number") return true;
  if (after?.lower === "/" && after.glued && tokens[to + 1]?.kind === "number") return true;
  if (before?.lower === "/" && tokens[at - 2]?.kind === "number") return true;
  if (at === 0 && (after?.lower === "." || after?.lower === ")") && after.glued) return true;
  return (
    isPhone(tokens, at) ||
    lexemes.at("years-word", to) !== undefined ||
    lexemes.at("days-word", to) !== undefined ||
    isAge(tokens, lexemes, to)
  );
}

/** COVID-19, Su-30, Ту-204, BelAZ-7: a word glued by a hyphen before the figures, unless it is a month, bound or currency. */
function isNamePart(tokens: readonly Token[], lexemes: Lexemes, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== "word") return false;
  return !lexemes.over("unit", at) && !lexemes.over("month", at) && !lexemes.over("bound", at);
}

/** 19th, 5-й, 10-го, 2-х. */
function isOrdinalEnding(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const ending = tokens[at + 1];
  return (
    mark !== undefined &&
    isHyphen(mark.lower) &&
    mark.glued &&
    ending?.glued === true &&
    /^(?:й|го|му|м|я|е|ю|х|ом|ый|ая|ое|ые)$/.test(ending.lower)
  );
}

/** Three or more short groups of figures joined by hyphens, spaces or brackets behind a plus or a "tel". */
function isPhone(tokens: readonly Token[], at: number): boolean {
  let groups = 0;
  for (let i = at; i < tokens.length && i < at + 12; ++i) {
    const token = tokens[i]!;
    if (token.kind === "number") ++groups;
    else if (!/^[-()–‑]$/.test(token.lower)) break;
  }
  for (let i = at - 1; i >= 0 && i > at - 12; --i) {
    const token = tokens[i]!;
    if (token.kind === "number") ++groups;
    else if (!/^[-()–‑+]$/.test(token.lower)) break;
  }
  return groups >= 4;
}

/** "45-year-old", "10-day". */
function isAge(tokens: readonly Token[], lexemes: Lexemes, at: number): boolean {
  if (!tokens[at] || !isHyphen(tokens[at]!.lower)) return false;
  return (
    (lexemes.at("years-word", at + 1) ?? lexemes.at("days-word", at + 1) ?? lexemes.at("months-word", at + 1)) !==
    undefined
  );
}
