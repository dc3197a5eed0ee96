import type {Language} from "../../src/base/label.ts";
import {en, type Messages} from "./messages/en.ts";
import {ru} from "./messages/ru.ts";
import {router} from "./router/router.svelte.ts";

const catalogue: Readonly<Record<Language, Messages>> = {en, ru};
type Theme = "light" | "dark" | "system";

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

/** Language and theme: the address goes before what was chosen here, that before what the browser asks for. */
class Preferences {
  #language = $state<string | null>(stored("language"));
  theme: Theme = $state((stored("theme") as Theme | null) ?? "system");
  readonly language: Language = $derived.by(() => {
    const wanted = router.get("lang") ?? this.#language ?? navigator.language.slice(0, 2);
    return wanted === "ru" ? "ru" : "en";
  });
  readonly messages: Messages = $derived(catalogue[this.language]);

  speak(language: Language): void {
    this.#language = language;
    store("language", language);
    router.go(router.with({lang: router.get("lang") && language}), {replace: true});
  }

  switchTheme(): void {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const now = this.theme === "system" ? (isDark ? "dark" : "light") : this.theme;
    this.theme = now === "dark" ? "light" : "dark";
    store("theme", this.theme);
  }
}

export const preferences = new Preferences();
