import type {Language} from "../../base/label.ts";
import {verdictSigns, verdictWords} from "../../base/verdict-words.ts";
import type {Verdict} from "../../base/verdicts.ts";
import type {CheckResult, Claim, ClaimSeries} from "../../claims/output.ts";
import {readLanguages} from "../../claims/text/language.ts";

/** The words of the check's pages. */
export interface CheckWords {
  readonly posted: (day: string) => string;
  /** Of no packs the first is empty. */
  readonly checked: (packs: string, day: string) => string;
  readonly claim: string;
  readonly verdict: string;
  readonly holds: string;
  readonly fails: string;
  readonly today: string;
  readonly none: string;
  /** Before an item that is shown and judges nothing. */
  readonly see: string;
  readonly sources: string;
  readonly rows: Readonly<Record<ClaimSeries["verdict"], string>>;
  readonly row: (claims: string) => string;
  readonly implied: string;
  readonly unverified: string;
  readonly summary: (count: number) => string;
  readonly explain: string;
  readonly why: string;
  readonly slots: string;
  readonly type: string;
  /** What slots are called, by their names in code. */
  readonly slot: Readonly<Record<string, string>>;
  /** What an extreme is. */
  readonly extremes: Readonly<Record<string, string>>;
  readonly origins: Readonly<Record<string, string>>;
  readonly figures: string;
  readonly admits: string;
  readonly readings: string;
  readonly dozen: (count: number) => string;
  /** What a reader should know of the check as a whole. */
  readonly notes: (result: CheckResult) => readonly string[];
  readonly internal: string;
  readonly register: string;
  readonly types: Readonly<Record<Claim["type"], string>>;
}

const en: CheckWords = {
  posted: (day) => `posted ${day}`,
  checked: (packs, day) => `checked against ${packs || "no pack"}, as known on ${day}`,
  claim: "claim",
  verdict: "verdict",
  holds: "holds on",
  fails: "does not hold on",
  today: "today",
  none: "No checkable claims were found.",
  see: "see",
  sources: "Sources",
  rows: {
    "one-basis": "= one series",
    "mixed-basis": "≠ not one series",
    unverified: "~ one series, unverified",
    "not-checkable": "– row not checkable"
  },
  row: (claims) => `claims ${claims}`,
  implied: "growth it implies",
  unverified: "unverified",
  summary: (count) => `${count} ${count === 1 ? "claim" : "claims"}`,
  explain: "--why N explains one",
  why: "Why",
  slots: "As read",
  type: "type",
  slot: {},
  extremes: {high: "highest", low: "lowest"},
  origins: {
    sentence: "its sentence",
    paragraph: "the text before",
    title: "the title",
    posted: "the posting date",
    pack: "the pack"
  },
  figures: "Every basis",
  admits: "the words admit",
  readings: "Readings",
  dozen: (count) => `dozen = ${count}`,
  notes: ({notes}) => notes,
  internal: "Against the text's own numbers",
  register: "In the register",
  types: {
    level: "level",
    growth: "growth",
    ratio: "ratio",
    share: "share",
    balance: "balance",
    record: "record",
    rank: "rank",
    count: "count",
    rate: "rate",
    event: "event",
    target: "target",
    status: "status",
    commitment: "commitment",
    causal: "causal",
    normative: "normative",
    qualitative: "qualitative"
  }
};

const ru: CheckWords = {
  posted: (day) => `опубликовано ${day}`,
  checked: (packs, day) =>
    `проверено ${packs === "" ? "без пакета данных" : `по ${packs}`}, как было известно на ${day}`,
  claim: "утверждение",
  verdict: "вывод",
  holds: "верно по",
  fails: "неверно по",
  today: "сегодня",
  none: "Проверяемых утверждений не найдено.",
  see: "см.",
  sources: "Источники",
  rows: {
    "one-basis": "= один ряд",
    "mixed-basis": "≠ не один ряд",
    unverified: "~ один ряд, не проверен",
    "not-checkable": "– ряд не проверяется"
  },
  row: (claims) => `утверждения ${claims}`,
  implied: "рост, который из него следует",
  unverified: "не проверено",
  summary: (count) => `Утверждений: ${count}`,
  explain: "--why N объясняет одно из них",
  why: "Почему",
  slots: "Как прочитано",
  type: "вид",
  slot: {
    economy: "экономика",
    partner: "партнёр",
    pair: "пара",
    indicator: "показатель",
    coverage: "охват",
    reporter: "чей учёт",
    product: "товар",
    period: "период",
    base: "с чем сравнивается",
    extreme: "крайнее значение"
  },
  extremes: {high: "наибольшее", low: "наименьшее"},
  origins: {
    sentence: "из предложения",
    paragraph: "из текста выше",
    title: "из заголовка",
    posted: "от даты публикации",
    pack: "из пакета"
  },
  figures: "Все основы",
  admits: "слова допускают",
  readings: "Прочтения",
  dozen: (count) => (count === 10 ? "десяток = 10" : `дюжина = ${count}`),
  notes: ({document: {language}, posted}) => [
    ...(language === "und" ? ["В тексте нет слов, по которым узнаётся язык"] : []),
    ...(language === "und" || readLanguages.has(language)
      ? []
      : [`Язык текста – ${languageName(language)}; утверждения читаются на английском и русском`]),
    ...(posted === null
      ? ["Дата публикации не найдена и не указана: «в прошлом году» и подобное отсчитывается от дня проверки"]
      : [])
  ],
  internal: "С другими числами текста",
  register: "В реестре",
  types: {
    level: "уровень",
    growth: "рост",
    ratio: "отношение",
    share: "доля",
    balance: "сальдо",
    record: "рекорд",
    rank: "место",
    count: "количество",
    rate: "ставка",
    event: "событие",
    target: "цель",
    status: "состояние",
    commitment: "обязательство",
    causal: "причина",
    normative: "пожелание",
    qualitative: "оценка"
  }
};

export const checkWords: Readonly<Record<Language, CheckWords>> = {en, ru};

function languageName(code: string): string {
  return new Intl.DisplayNames("ru", {type: "language"}).of(code) ?? code;
}

/** A verdict with its sign: "✓ supported". */
export function signedVerdict(verdict: Verdict, language: Language): string {
  return `${verdictSigns[verdict]} ${verdictWords[language].names[verdict]}`;
}
