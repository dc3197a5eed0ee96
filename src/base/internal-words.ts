import type {Language} from "./label.ts";
import {formatAmount} from "./units.ts";
import type {internalChecks} from "./verdicts.ts";

/** A number of an internal check, in plain units. */
export interface CheckedNumber {
  readonly value: number;
  readonly unit: string | null;
  /** Of a rate that is known from elsewhere. */
  readonly period?: string;
  readonly verified?: boolean;
}

/** What came of holding numbers of one text against each other. */
export interface InternalFinding {
  readonly check: (typeof internalChecks)[number];
  readonly holds: boolean | null;
  /**
   * The numbers in the order of the sentence: first those that imply something, then what they imply (of growth and
   * ratios its lowest and highest), last what is said. Of directions 1 is up and −1 down.
   */
  readonly numbers: readonly CheckedNumber[];
}

/** An internal check in a sentence, without its full stop. */
export function internalSentence({check, numbers}: InternalFinding, language: Language): string {
  const words = sentences[language];
  const texts = numbers.map((number) => amountText(number, language));
  if (check === "direction")
    return words.direction(
      texts,
      numbers.slice(2).map(({value}) => value > 0)
    );
  if (check === "exchange-rate") return rateSentence(numbers, language);
  return words[check](texts);
}

function rateSentence([implied, known]: readonly CheckedNumber[], language: Language): string {
  const words = sentences[language];
  const rate = words.rate(amountText(implied!, language));
  if (known === undefined) return rate;
  const text = words.known(amountText({...known, unit: null}, language), known.period ?? "");
  return `${rate}; ${text}${known.verified === false ? ` (${words.unverified})` : ""}`;
}

function amountText({value, unit}: CheckedNumber, language: Language): string {
  return formatAmount(value, unit ?? "1", language, {digits: 4});
}

type Sentence = (numbers: readonly string[]) => string;

interface Sentences
  extends Readonly<Record<Exclude<InternalFinding["check"], "direction" | "exchange-rate">, Sentence>> {
  readonly direction: (numbers: readonly string[], isUp: readonly boolean[]) => string;
  readonly rate: (rate: string) => string;
  readonly known: (rate: string, period: string) => string;
  readonly unverified: string;
}

const sentences: Readonly<Record<Language, Sentences>> = {
  en: {
    "parts-and-sum": ([a, b, sum, said]) => `${a} + ${b} = ${sum}, said ${said}`,
    balance: ([a, b, difference, said]) => `${a} − ${b} = ${difference}, said ${said}`,
    "level-and-growth": ([now, then, low, high, said]) => `${now} over ${then} is ${low} to ${high}, said ${said}`,
    "levels-and-ratio": ([now, then, low, high, said]) => `${now} over ${then} is ${low} to ${high}, said ${said}`,
    "share-and-parts": ([part, whole, share, said]) => `${part} of ${whole} is ${share}, said ${said}`,
    direction: ([then, now], [is, said]) =>
      `From ${then} to ${now} is ${is ? "up" : "down"}, said ${said ? "up" : "down"}`,
    rate: (rate) => `Implies ${rate}`,
    known: (rate, period) => `${period} average ${rate}`,
    unverified: "unverified"
  },
  ru: {
    "parts-and-sum": ([a, b, sum, said]) => `${a} + ${b} = ${sum}, сказано ${said}`,
    balance: ([a, b, difference, said]) => `${a} − ${b} = ${difference}, сказано ${said}`,
    "level-and-growth": ([now, then, low, high, said]) => `${now} к ${then} – от ${low} до ${high}, сказано ${said}`,
    "levels-and-ratio": ([now, then, low, high, said]) => `${now} к ${then} – от ${low} до ${high}, сказано ${said}`,
    "share-and-parts": ([part, whole, share, said]) => `${part} из ${whole} – ${share}, сказано ${said}`,
    direction: ([then, now], [is, said]) =>
      `С ${then} до ${now} – ${is ? "рост" : "снижение"}, сказано ${said ? "рост" : "снижение"}`,
    rate: (rate) => `Подразумевается ${rate}`,
    known: (rate, period) => `в среднем за ${period} – ${rate}`,
    unverified: "не проверено"
  }
};
