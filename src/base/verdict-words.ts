import type {Language} from "./label.ts";
import type {Reason, Verdict} from "./verdicts.ts";

/** Sign of each verdict, so that none is told by its colour alone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  supported: "✓",
  "supported-on-basis": "◑",
  unverified: "~",
  contradicted: "✗",
  inconsistent: "≠",
  open: "○",
  "not-checkable": "–"
};

interface VerdictWords {
  readonly names: Readonly<Record<Verdict, string>>;
  /** The rule behind each. */
  readonly rules: Readonly<Record<Verdict, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
}

/** What verdicts, their rules and the reasons of those that cannot be given are called. */
export const verdictWords: Readonly<Record<Language, VerdictWords>> = {
  en: {
    names: {
      supported: "supported",
      "supported-on-basis": "on a basis",
      unverified: "unverified",
      contradicted: "contradicted",
      inconsistent: "inconsistent",
      open: "open",
      "not-checkable": "not checkable"
    },
    rules: {
      supported: "every basis that fits what is said agrees",
      "supported-on-basis": "true on the basis named, not on another that fits too",
      unverified: "only figures without a verified source fit",
      contradicted: "says its basis, and no figure on it fits",
      inconsistent: "does not agree with itself",
      open: "about a date after the day of knowledge",
      "not-checkable": "no figure could decide it"
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
    }
  },
  ru: {
    names: {
      supported: "подтверждено",
      "supported-on-basis": "верно на основе",
      unverified: "не проверено",
      contradicted: "противоречит",
      inconsistent: "не сходится",
      open: "срок не настал",
      "not-checkable": "не проверяется"
    },
    rules: {
      supported: "сходится с каждой основой, подходящей к сказанному",
      "supported-on-basis": "верно на названной основе, на другой подходящей – нет",
      unverified: "подходят только числа без проверенного источника",
      contradicted: "основа названа, и ни одно число на ней не подходит",
      inconsistent: "не сходится само с собой",
      open: "о дате позже дня, на который известны данные",
      "not-checkable": "никакое число этого не решит"
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
    }
  }
};
