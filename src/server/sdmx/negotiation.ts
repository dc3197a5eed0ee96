/** A representation that a service can send. */
export interface Offer {
  /** Full media type with its version, as it is sent. */
  readonly type: string;
  /** Plain types that mean it too, such as application/json. */
  readonly aliases: readonly string[];
  /** Words that the parameter `format` takes for it. */
  readonly formats: readonly string[];
}

/** What was agreed on. */
export interface Agreement<Chosen extends Offer> {
  readonly offer: Chosen;
  /** Parameters of the accepted range beside version and q: labels, timeFormat, keys. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface Range {
  readonly type: string;
  readonly version?: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly q: number;
  readonly position: number;
}

/**
 * Chooses by the Accept header: the offer with the highest q, each rated by the range that fits it best; among equals the
 * one whose range stands first, then the one that is offered first. Undefined where nothing fits.
 */
export function negotiate<Chosen extends Offer>(
  accept: string | undefined,
  offers: readonly Chosen[]
): Agreement<Chosen> | undefined {
  if (accept === undefined || accept.trim() === "") return {offer: offers[0]!, parameters: new Map()};
  const ranges = parseAccept(accept);
  let best: {offer: Chosen; range: Range} | undefined;
  for (const offer of offers) {
    const range = bestRange(ranges, offer);
    if (!range || range.q === 0) continue;
    if (!best || range.q > best.range.q || (range.q === best.range.q && range.position < best.range.position))
      best = {offer, range};
  }
  return best && {offer: best.offer, parameters: best.range.parameters};
}

/** Chooses by the parameter `format`: a short word, or a whole media type. */
export function negotiateFormat<Chosen extends Offer>(
  format: string,
  offers: readonly Chosen[]
): Agreement<Chosen> | undefined {
  const word = format.toLowerCase();
  const offer = offers.find(({formats}) => formats.includes(word));
  if (offer) return {offer, parameters: new Map()};
  return format.includes("/") ? negotiate(format, offers) : undefined;
}

function parseAccept(accept: string): Range[] {
  return splitOutside(accept, ",").map((text, position) => {
    const [type = "", ...rest] = splitOutside(text, ";").map((part) => part.trim());
    const parameters = new Map<string, string>();
    let version: string | undefined;
    let q = 1;
    for (const part of rest) {
      const at = part.indexOf("=");
      if (at < 0) continue;
      const [name, value] = [
        part.slice(0, at).trim().toLowerCase(),
        part
          .slice(at + 1)
          .trim()
          .replace(/^"|"$/g, "")
      ];
      if (name === "q") q = Math.min(1, Math.max(0, Number(value) || 0));
      else if (name === "version") version = value;
      else parameters.set(name, value);
    }
    return {type: type.toLowerCase(), ...(version !== undefined && {version}), parameters, q, position};
  });
}

function splitOutside(text: string, separator: string): string[] {
  return text.match(new RegExp(`(?:[^${separator}"]|"[^"]*")+`, "g")) ?? [];
}

/** The most specific range that an offer lies in: with version, by its own name, by a plain name, by wildcards. */
function bestRange(ranges: readonly Range[], offer: Offer): Range | undefined {
  let best: {range: Range; weight: number} | undefined;
  for (const range of ranges) {
    const weight = weightOf(range, offer);
    if (weight > 0 && (!best || weight > best.weight || (weight === best.weight && range.q > best.range.q)))
      best = {range, weight};
  }
  return best?.range;
}

function weightOf({type, version}: Range, offer: Offer): number {
  const [name, offered = ""] = offer.type.split(";version=") as [string, string?];
  if (type === name) return version === undefined ? 4 : fits(version, offered) ? 5 : 0;
  if (offer.aliases.includes(type)) return 3;
  if (type === `${name.split("/")[0]}/*`) return 2;
  return type === "*/*" ? 1 : 0;
}

/** Versions fit when they are equal up to zeros at the end, or by a wildcard as in 2.0+.0, 2+.0.0 and 2.0.0+. */
function fits(wanted: string, offered: string): boolean {
  if (wanted === "*" || wanted === "+" || wanted === "~") return true;
  const numbers = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [numbers(wanted), numbers(offered)];
  const wild = wanted.split(".").findIndex((part) => /[+~*]$/.test(part));
  const upTo = wild < 0 ? 3 : wild;
  for (let at = 0; at < upTo; at++) if ((a[at] ?? 0) !== (b[at] ?? 0)) return false;
  if (wild < 0) return true;
  for (let at = wild; at < 3; at++) {
    const difference = (b[at] ?? 0) - (a[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The language among some that an Accept-Language header likes best; the first where it likes none. */
export function negotiateLanguage(accept: string | undefined, languages: readonly string[]): string {
  const wanted = (accept ?? "")
    .split(",")
    .map((part, position) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const q = rest.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find((value) => value !== undefined);
      return {language: tag.split("-")[0]!, q: q === undefined ? 1 : Number(q), position};
    })
    .filter(({q}) => q > 0)
    .sort((a, b) => b.q - a.q || a.position - b.position);
  return wanted.find(({language}) => languages.includes(language))?.language ?? languages[0]!;
}
