import type {Figure} from "../../base/figure.ts";
import {basisShortLabel, type Language} from "../../base/label.ts";
import {formatAmount, unitSign} from "../../base/units.ts";
import {bilateral} from "../../claims/extract/economies.ts";
import type {BasisMatch, Claim} from "../../claims/output.ts";
import {boundSigns} from "../terminal/numbers.ts";
import type {CheckView} from "./view.ts";
import {checkWords} from "./words.ts";

/** What a basis is called in a row of verdicts: "BLR goods"; of counts the item counted. */
export function matchLabel({basis, label}: BasisMatch, {language, knowledge}: CheckView): string {
  const direction = / \S+→\S+$/.exec(label)?.[0] ?? "";
  if (bilateral.has(basis.indicator)) return basisShortLabel({...basis, unit: "USD"}, language) + direction;
  const item = knowledge.register.items.find(({id}) => id === basis.about);
  if (item) return item.title[language] ?? item.title.en ?? item.id;
  const name = knowledge.profile.indicators?.find(({id}) => id === basis.indicator)?.names[language];
  return [name, basis.economy].filter(Boolean).join(", ") || label;
}

/** A figure as it was said: "<54 bn USD". */
export function figureText({value, bound, basis, status}: Figure, language: Language): string {
  return value === null ? status : boundSigns[bound] + formatAmount(value, basis.unit, language, {digits: 4});
}

/** Like `figureText`, without the unit where the claim beside it has the same. */
export function figureBeside(figure: Figure, claim: Claim, language: Language): string {
  const {unit} = figure.basis;
  const text = figureText(figure, language);
  const sign = unitSign(unit, language);
  return unit === claim.unit && unit !== "%" && sign !== "" && text.endsWith(sign)
    ? text.slice(0, -sign.length).trimEnd()
    : text;
}

/** A claim in a few words: what, when, how much. */
export function claimHead(claim: Claim, {language, knowledge}: CheckView): string {
  const {indicator, period, value, unit, type, text} = claim;
  if (value === null && claim.low === null && claim.high === null && type !== "record") return shorten(text);
  const name = indicatorName(indicator, language, knowledge.profile.indicators ?? []);
  const what =
    type === "growth" || type === "ratio" || type === "record" || type === "target"
      ? `${name}: ${checkWords[language].types[type]}`
      : name;
  const amount =
    value === null
      ? shorten(text, 24)
      : boundSigns[claim.approx] + formatAmount(value, unit ?? "1", language, {digits: 4});
  return [what, period, value === null ? amount : `= ${amount}`].filter(Boolean).join(" ");
}

/** What a claim's indicator is called; "…" where it is none in particular. */
export function indicatorName(
  id: string | null,
  language: Language,
  known: readonly {id: string; names: Readonly<Record<string, string>>}[]
): string {
  if (id === null || id === "other") return "…";
  return id
    .split("+")
    .map(
      (part) =>
        known.find((indicator) => indicator.id === part)?.names[language]?.toLowerCase() ?? part.replaceAll("_", " ")
    )
    .join(" + ");
}

export function shorten(text: string, most = 60): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** An interval as people read it. */
export function intervalText(low: number | null, high: number | null, unit: string, language: Language): string {
  const end = (value: number | null) =>
    value === null ? "∞" : formatAmount(value, unit === "%" || unit === "1" ? "1" : unit, language, {digits: 6});
  return `${low === null ? "−" : ""}${end(low)} … ${end(high)}${unit === "%" ? " %" : ""}`;
}
