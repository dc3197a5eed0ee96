import type {Language} from "./label.ts";
import type {Item, Stage} from "./register.ts";

const stageNames: Readonly<Record<Language, Record<Stage | "unstated", string>>> = {
  en: {
    proposed: "proposed",
    "in-work": "in work",
    agreed: "agreed",
    adopted: "adopted",
    ratified: "ratified",
    "in-force": "in force",
    implemented: "reported implemented",
    verified: "verified",
    suspended: "suspended",
    lapsed: "lapsed",
    superseded: "superseded",
    withdrawn: "withdrawn",
    rejected: "rejected",
    reopened: "reopened",
    unstated: "no sourced stage"
  },
  ru: {
    proposed: "предложено",
    "in-work": "в работе",
    agreed: "согласовано",
    adopted: "принято",
    ratified: "ратифицировано",
    "in-force": "в силе",
    implemented: "по сообщениям, исполнено",
    verified: "подтверждено",
    suspended: "приостановлено",
    lapsed: "истекло",
    superseded: "заменено",
    withdrawn: "отозвано",
    rejected: "отклонено",
    reopened: "возобновлено",
    unstated: "стадия без источника"
  }
};

const kindNames: Readonly<Record<Language, Record<Item["kind"], string>>> = {
  en: {
    agreement: "Agreements",
    commitment: "Commitments",
    barrier: "Barriers",
    programme: "Programmes",
    project: "Projects",
    event: "Events",
    visit: "Visits",
    market: "Common markets"
  },
  ru: {
    agreement: "Соглашения",
    commitment: "Обязательства",
    barrier: "Барьеры",
    programme: "Программы",
    project: "Проекты",
    event: "События",
    visit: "Визиты",
    market: "Общие рынки"
  }
};

type KindStages = Readonly<Partial<Record<Item["kind"], Readonly<Partial<Record<Stage, string>>>>>>;

const held = {
  en: {
    proposed: "announced",
    "in-work": "prepared",
    agreed: "date and place set",
    "in-force": "held",
    implemented: "results reported"
  },
  ru: {
    proposed: "объявлено",
    "in-work": "готовится",
    agreed: "назначены дата и место",
    "in-force": "проведено",
    implemented: "сообщены итоги"
  }
};

/** Kinds whose steps have names of their own. */
const kindStages: Readonly<Record<Language, KindStages>> = {
  en: {
    agreement: {"in-work": "negotiated", agreed: "initialled or agreed", adopted: "signed"},
    barrier: {
      proposed: "reported",
      "in-work": "under examination",
      agreed: "qualified",
      adopted: "removal planned",
      "in-force": "removal adopted in law",
      implemented: "reported eliminated"
    },
    project: {
      "in-work": "being agreed",
      agreed: "approved",
      adopted: "financed",
      "in-force": "in construction",
      implemented: "reported at capacity"
    },
    programme: {"in-force": "in execution"},
    event: held.en,
    visit: held.en
  },
  ru: {
    agreement: {"in-work": "переговоры", agreed: "парафировано или согласовано", adopted: "подписано"},
    barrier: {
      proposed: "заявлено",
      "in-work": "рассматривается",
      agreed: "квалифицировано",
      adopted: "устранение запланировано",
      "in-force": "устранение принято в праве",
      implemented: "по сообщениям, устранено"
    },
    project: {
      "in-work": "согласуется",
      agreed: "одобрено",
      adopted: "профинансировано",
      "in-force": "строится",
      implemented: "по сообщениям, на полной мощности"
    },
    programme: {"in-force": "исполняется"},
    event: held.ru,
    visit: held.ru
  }
};

/**
 * What a stage is called; "unstated" where no source says one; other words stand as they are.
 * Items of some kinds name their steps otherwise: an event is held, an agreement signed.
 */
export function stageLabel(stage: string, language: Language = "en", kind?: Item["kind"]): string {
  const own: Readonly<Record<string, string>> = (kind && kindStages[language][kind]) ?? {};
  return own[stage] ?? (stageNames[language] as Readonly<Record<string, string>>)[stage] ?? stage;
}

/** What items of a kind are called, in the plural. */
export function kindLabel(kind: Item["kind"], language: Language = "en"): string {
  return kindNames[language][kind];
}
