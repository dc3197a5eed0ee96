import {type InternalFinding, internalSentence} from "./internal-words.ts";
import type {Language} from "./label.ts";
import {verdictWords} from "./verdict-words.ts";
import type {Ground, Reason} from "./verdicts.ts";

/** A basis that a claim was held against, as far as a sentence names it. */
interface JudgedBasis {
  readonly match: "holds" | "does-not-hold";
  readonly verified: boolean;
  /** Of a record: the period from which the series is known. */
  readonly since?: string;
}

/** What a verdict rests on; a claim of a check is one. */
export interface Judged<B extends JudgedBasis, I> {
  readonly ground: Ground;
  readonly reason?: Reason | undefined;
  readonly period: string | null;
  readonly bases: readonly B[];
  readonly items: readonly I[];
  readonly internal: readonly InternalFinding[];
}

/** What bases and items are called where the sentence stands. */
export interface WhyNames<B, I> {
  readonly basis: (basis: B) => string;
  /** An item with its stage, or of an event with its place. */
  readonly item: (item: I, of: "stage" | "place") => string;
}

/** One sentence that says why a claim has its verdict, without its full stop. */
export function whySentence<B extends JudgedBasis, I>(
  judged: Judged<B, I>,
  names: WhyNames<B, I>,
  language: Language
): string {
  const {ground, reason, period, bases, items, internal} = judged;
  const holding = bases.filter(({match}) => match === "holds");
  const verified = holding.filter((one) => one.verified);
  const sinceOf = ({since}: B) => (since && isRecord(ground) ? ` ${fromWord[language]} ${since}` : "");
  const listed = (some: readonly B[]) => list(some.map((one) => names.basis(one) + sinceOf(one)));
  const failed = internal.find(({check, holds}) => holds === false && check !== "exchange-rate");
  return sentences[language][ground]({
    holds: listed(verified.length > 0 ? verified : holding),
    fails: list(bases.filter(({match}) => match === "does-not-hold").map(names.basis)),
    items: items.map((one) => names.item(one, ground === "held" ? "place" : "stage")).join("; "),
    period: period ?? "",
    reason: reason ? verdictWords[language].reasons[reason] : "",
    numbers: failed ? internalSentence(failed, language) : ""
  });
}

/** Names once each; those that hold commas themselves stand apart by points. */
function list(names: readonly string[]): string {
  const own = [...new Set(names)];
  return own.join(own.some((name) => name.includes(",")) ? " · " : ", ");
}

const fromWord: Readonly<Record<Language, string>> = {en: "from", ru: "с"};

function isRecord(ground: Ground): boolean {
  return ground === "record" || ground === "record-in-part";
}

/** Names and words that a sentence may end in; empty where there are none. */
interface Parts {
  readonly holds: string;
  readonly fails: string;
  readonly items: string;
  readonly period: string;
  readonly reason: string;
  readonly numbers: string;
}

type Sentence = (parts: Parts) => string;

/** A sentence that lists names behind a colon, where there are some. */
const listing =
  (text: string, part: keyof Parts): Sentence =>
  (parts) =>
    parts[part] === "" ? text : `${text}: ${parts[part]}`;
const plain =
  (text: string): Sentence =>
  () =>
    text;

const sentences: Readonly<Record<Language, Readonly<Record<Ground, Sentence>>>> = {
  en: {
    "every-basis": listing("Holds on every basis known", "holds"),
    "some-bases": ({holds, fails}) =>
      holds === "" ? "Holds on some bases and not on others" : `Holds on ${holds}; does not hold on ${fails}`,
    "no-basis": listing("No basis fits", "fails"),
    "slots-open": plain("No basis fits, but the text does not say all of whose, what and when"),
    "count-open": plain("The text does not say what exactly is counted"),
    "several-counts": listing("The text does not say which of several counts it means", "fails"),
    "unverified-fit": listing("Only figures without a verified source or basis fit", "holds"),
    "unverified-known": plain("Only figures without a verified source are known, and none fits"),
    "every-subject": plain("Holds for every subject it names"),
    "some-subjects": plain("Verified for some of its subjects at most; for the others no sourced figure is known"),
    "no-sourced-figure": plain("No sourced figure is known"),
    record: ({holds}) => (holds === "" ? "Holds on every series known" : `Holds on ${holds}`),
    "record-in-part": ({holds, fails}) =>
      (holds === "" ? "Holds on some series" : `Holds on ${holds}`) +
      (fails === "" ? "; no series reaches further back" : `; does not hold on ${fails}`),
    "record-beaten": listing("Some earlier value is beyond it", "fails"),
    "record-unverified": plain("Holds only on series that rest on unverified figures"),
    "record-unverified-known": plain("Only unverified figures are known"),
    "no-long-series": plain("No series of two or more periods is known for it"),
    "no-series": plain("No series is known for it"),
    "no-growth": plain("No growth is known for it"),
    "period-open": plain("The text does not say of when it is"),
    closed: plain("The series is closed for this period"),
    statement: listing("Not a statement that figures can settle", "reason"),
    "time-not-ended": ({period}) => `Its time${period && `, ${period},`} had not ended on the day of the check`,
    "time-not-come": ({period}) => `Its time${period && `, ${period},`} had not come on the day of the check`,
    "as-registered": listing("As the register has it", "items"),
    "some-items": listing("Of some of the items it names", "items"),
    "other-stages": listing("The register has other stages, and the words leave open what exactly is meant", "items"),
    held: listing("Held", "items"),
    "no-item": plain("The register holds no item it names"),
    "no-event": plain("The register holds no such event"),
    "own-numbers": listing("Does not fit the text's other numbers", "numbers")
  },
  ru: {
    "every-basis": listing("Сходится на каждой известной основе", "holds"),
    "some-bases": ({holds, fails}) =>
      holds === "" ? "На одних основах сходится, на других нет" : `Сходится: ${holds}; не сходится: ${fails}`,
    "no-basis": listing("Не подходит ни одна основа", "fails"),
    "slots-open": plain("Не подходит ни одна основа, но в тексте сказано не всё: чьё это, что и за какое время"),
    "count-open": plain("В тексте не сказано, что именно считается"),
    "several-counts": listing("В тексте не сказано, что из этого считается", "fails"),
    "unverified-fit": listing("Подходят только числа без проверенного источника или основы", "holds"),
    "unverified-known": plain("Известны только числа без проверенного источника, и ни одно не подходит"),
    "every-subject": plain("Сходится для всего, что названо"),
    "some-subjects": plain("Проверено разве что для части названного; для остального чисел с источником нет"),
    "no-sourced-figure": plain("Чисел с источником нет"),
    record: ({holds}) => (holds === "" ? "Сходится на каждом известном ряду" : `Сходится: ${holds}`),
    "record-in-part": ({holds, fails}) =>
      (holds === "" ? "Сходится на части рядов" : `Сходится: ${holds}`) +
      (fails === "" ? "; более длинного ряда нет" : `; не сходится: ${fails}`),
    "record-beaten": listing("Одно из прежних значений превосходит это", "fails"),
    "record-unverified": plain("Сходится только на рядах с непроверенными числами"),
    "record-unverified-known": plain("Известны только непроверенные числа"),
    "no-long-series": plain("Ряда из двух или более периодов для этого нет"),
    "no-series": plain("Ряда для этого нет"),
    "no-growth": plain("Прирост для этого неизвестен"),
    "period-open": plain("В тексте не сказано, за какое это время"),
    closed: plain("Ряд за этот период закрыт"),
    statement: listing("Такое утверждение числами не решается", "reason"),
    "time-not-ended": ({period}) => `Ко дню проверки это время${period && ` (${period})`} не кончилось`,
    "time-not-come": ({period}) => `Ко дню проверки это время${period && ` (${period})`} не настало`,
    "as-registered": listing("Так и в реестре", "items"),
    "some-items": listing("Верно для части названного", "items"),
    "other-stages": listing("В реестре другие стадии, а слова оставляют открытым, что имеется в виду", "items"),
    held: listing("Состоялось", "items"),
    "no-item": plain("В реестре нет того, что названо"),
    "no-event": plain("Такого события в реестре нет"),
    "own-numbers": listing("Не сходится с другими числами текста", "numbers")
  }
};
