import type {Language} from "../../../src/base/label.ts";
import {loadMessages} from "../messages/index.ts";
import type {Messages} from "../messages/messages.ts";
import {address} from "./address.svelte.ts";

type Theme = "auto" | "light" | "dark";

/** What a reader chose, kept in the browser where it may be kept. */
class Settings {
  #language = $state<Language>(firstLanguage());
  #loaded = $state.raw<Partial<Record<Language, Messages>>>({});
  #theme = $state<Theme>(kept("theme", ["auto", "light", "dark"]) ?? "auto");

  /** The language of the address goes before what was chosen before. */
  get language(): Language {
    const asked = address.parameter("lang");
    return asked === "en" || asked === "ru" ? asked : this.#language;
  }
  set language(language: Language) {
    this.#language = language;
    keep("language", language);
    address.set({lang: undefined});
  }

  get theme(): Theme {
    return this.#theme;
  }
  set theme(theme: Theme) {
    this.#theme = theme;
    keep("theme", theme);
  }

  /** Loads the words of the chosen language; the earlier ones stay until they are there. */
  async load(): Promise<void> {
    const {language} = this;
    if (!this.#loaded[language]) this.#loaded = {...this.#loaded, [language]: await loadMessages[language]()};
  }

  /** All words of the interface in the chosen language. */
  get words(): Messages {
    return this.#loaded[this.language] ?? Object.values(this.#loaded)[0]!;
  }
}

function firstLanguage(): Language {
  return kept("language", ["en", "ru"]) ?? (navigator.language.startsWith("ru") ? "ru" : "en");
}

function kept<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
  try {
    const value = localStorage.getItem(`concord.${name}`);
    return values.find((one) => one === value);
  } catch {
    return undefined; // A browser may forbid it; the choice then lasts as long as the page.
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`concord.${name}`, value);
  } catch {
    // See above.
  }
}

export const settings = new Settings();
