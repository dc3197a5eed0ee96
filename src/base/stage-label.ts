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

/** What a stage is called; "unstated" where no source says one. */
export function stageLabel(stage: Stage | "unstated", language: Language = "en"): string {
  return stageNames[language][stage];
}

/** What items of a kind are called, in the plural. */
export function kindLabel(kind: Item["kind"], language: Language = "en"): string {
  return kindNames[language][kind];
}
