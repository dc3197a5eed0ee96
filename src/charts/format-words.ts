import type {Figure} from "../base/figure.ts";
import type {Language} from "../base/label.ts";
import type {UnitScale} from "./words.ts";

/** Words and forms that numbers are written with. */
interface FormatWords {
  readonly numberLocale: string;
  /** Stands before a number; ends in a space where it says anything. */
  readonly bounds: Readonly<Record<Figure["bound"], string>>;
  readonly scales: Readonly<Record<UnitScale, string>>;
  /** Stands for a number that is not published. */
  readonly closed: string;
}

/** Words and forms of numbers, by language. */
export const formatWords: Readonly<Record<Language, FormatWords>> = {
  en: {
    numberLocale: "en-GB",
    bounds: {
      exact: "",
      about: "about ",
      almost: "almost ",
      over: "over ",
      "up-to": "up to ",
      "at-least": "at least ",
      under: "under "
    },
    scales: {1: "", 1e3: "thousand", 1e6: "m", 1e9: "bn", 1e12: "tn"},
    closed: "closed"
  },
  ru: {
    numberLocale: "ru",
    bounds: {
      exact: "",
      about: "около ",
      almost: "почти ",
      over: "свыше ",
      "up-to": "до ",
      "at-least": "не менее ",
      under: "менее "
    },
    scales: {1: "", 1e3: "тыс.", 1e6: "млн", 1e9: "млрд", 1e12: "трлн"},
    closed: "закрыто"
  }
};
