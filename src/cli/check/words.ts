import type {Language} from "../../base/label.ts";
import type {Claim, ClaimSeries, Reason, Verdict} from "../../claims/output.ts";

/** The words of the check's pages. */
export interface CheckWords {
  readonly posted: (day: string) => string;
  readonly checked: (packs: string, day: string) => string;
  readonly against: string;
  readonly claim: string;
  readonly verdict: string;
  readonly holds: string;
  readonly fails: string;
  readonly today: string;
  readonly none: string;
  /** Before an item that is shown and judges nothing. */
  readonly see: string;
  readonly sources: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly rows: Readonly<Record<ClaimSeries["verdict"], string>>;
  readonly row: (claims: string) => string;
  readonly implied: string;
  readonly unverified: string;
  readonly summary: (count: number) => string;
  readonly explain: string;
  readonly why: string;
  readonly slots: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly figures: string;
  readonly admits: string;
  readonly readings: string;
  readonly internal: string;
  readonly register: string;
  readonly types: Readonly<Record<Claim["type"], string>>;
}

const en: CheckWords = {
  posted: (day) => `posted ${day}`,
  checked: (packs, day) => `checked against ${packs}, as known on ${day}`,
  against: "no pack",
  claim: "claim",
  verdict: "verdict",
  holds: "holds on",
  fails: "does not hold on",
  today: "today",
  none: "No checkable claims were found.",
  see: "see",
  sources: "Sources",
  verdicts: {
    supported: "✓ supported",
    "supported-on-basis": "◐ on a basis",
    unverified: "~ unverified",
    contradicted: "✗ contradicted",
    inconsistent: "≠ inconsistent",
    open: "○ open",
    "not-checkable": "· not checkable"
  },
  reasons: {
    "no-series": "no series",
    closed: "series closed",
    qualitative: "qualitative",
    causal: "causal",
    normative: "normative",
    commitment: "commitment",
    "level-unstated": "what is counted is left open",
    "period-unstated": "period not stated",
    "slots-unstated": "slots not stated"
  },
  rows: {
    "one-basis": "= one series",
    "mixed-basis": "≠ not one series",
    unverified: "~ one series, unverified",
    "not-checkable": "· row not checkable"
  },
  row: (claims) => `claims ${claims}`,
  implied: "growth it implies",
  unverified: "unverified",
  summary: (count) => `${count} ${count === 1 ? "claim" : "claims"}`,
  explain: "--why N explains one",
  why: "Why",
  slots: "As read",
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
  checked: (packs, day) => `проверено по ${packs}, как было известно на ${day}`,
  against: "без пакета данных",
  claim: "утверждение",
  verdict: "вывод",
  holds: "верно по",
  fails: "неверно по",
  today: "сегодня",
  none: "Проверяемых утверждений не найдено.",
  see: "см.",
  sources: "Источники",
  verdicts: {
    supported: "✓ подтверждено",
    "supported-on-basis": "◐ на одной основе",
    unverified: "~ не проверено",
    contradicted: "✗ противоречит",
    inconsistent: "≠ не сходится",
    open: "○ срок не настал",
    "not-checkable": "· не проверяется"
  },
  reasons: {
    "no-series": "нет ряда",
    closed: "ряд закрыт",
    qualitative: "оценка",
    causal: "причина",
    normative: "пожелание",
    commitment: "обязательство",
    "level-unstated": "не сказано, что именно считают",
    "period-unstated": "не сказано, за какой период",
    "slots-unstated": "сказано не всё"
  },
  rows: {
    "one-basis": "= один ряд",
    "mixed-basis": "≠ не один ряд",
    unverified: "~ один ряд, не проверен",
    "not-checkable": "· ряд не проверяется"
  },
  row: (claims) => `утверждения ${claims}`,
  implied: "рост, который из него следует",
  unverified: "не проверено",
  summary: (count) => `Утверждений: ${count}`,
  explain: "--why N объясняет одно из них",
  why: "Почему",
  slots: "Как прочитано",
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
