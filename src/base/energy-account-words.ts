import type {EnergyAccounts} from "./energy-result.ts";
import type {Language} from "./label.ts";

/** What the accounts of an energy market are called. */
export interface EnergyAccountWords {
  readonly account: Readonly<Record<keyof EnergyAccounts, string>>;
  readonly welfare: string;
  readonly total: string;
  /** Heading of what a scenario changes. */
  readonly changes: (base: string) => string;
  /** How the accounts are to be read. */
  readonly reading: string;
}

/** The words by language. */
export const energyAccountWords: Readonly<Record<Language, EnergyAccountWords>> = {
  en: {
    account: {
      consumers: "consumers",
      producers: "producers",
      processors: "processors",
      sellers: "sellers at given prices",
      network: "network margin",
      capacity: "capacity rents",
      treasury: "treasury"
    },
    welfare: "welfare",
    total: "All economies",
    changes: (base) => `Change of accounts from ${base}`,
    reading: "The order of scenarios depends on whose account is read. The model compares rules; it is no forecast."
  },
  ru: {
    account: {
      consumers: "потребители",
      producers: "производители",
      processors: "переработчики",
      sellers: "продавцы по заданным ценам",
      network: "маржа сетей",
      capacity: "рента мощностей",
      treasury: "казна"
    },
    welfare: "благосостояние",
    total: "Все экономики",
    changes: (base) => `Изменение счетов от ${base}`,
    reading: "Порядок сценариев зависит от того, чей счёт читать. Модель сравнивает правила; это не прогноз."
  }
};
