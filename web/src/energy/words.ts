import type {Language} from "../../../src/base/label.ts";

interface EnergyPageWords {
  readonly title: string;
  readonly lead: string;
  readonly invented: string;
  readonly market: string;
  readonly from: string;
  readonly rules: string;
  readonly reset: string;
  readonly mine: string;
  readonly prices: string;
  readonly accounts: string;
  readonly unsolved: string;
  readonly loading: string;
  readonly checks: (residual: string, accounts: string, milliseconds: string) => string;
  readonly field: Readonly<Record<string, string>>;
}

/** The words of the page of energy markets. */
export const energyPageWords: Readonly<Record<Language, EnergyPageWords>> = {
  en: {
    title: "A common energy market",
    lead: "What each economy's consumers, producers and treasury gain or lose under named rules. Move a rule and all accounts follow.",
    invented: "These markets are invented: their numbers show the method and describe no real market.",
    market: "Market",
    from: "Start from",
    rules: "Rules",
    reset: "Back to the scenario",
    mine: "Yours",
    prices: "Prices and congestion by scenario",
    accounts: "Accounts",
    unsolved: "has no solution",
    loading: "The solver is being loaded",
    checks: (residual, accounts, milliseconds) =>
      `Checked: largest residual of optimality ${residual}, accounts against the objective ${accounts}; ${milliseconds} ms in this browser.`,
    field: {price: "price", capacity: "capacity", tariff: "tariff", duty: "duty", tax: "tax", rebate: "rebate"}
  },
  ru: {
    title: "Общий рынок энергии",
    lead: "Что получают и теряют потребители, производители и казна каждой экономики при названных правилах. Сдвиньте правило, и все счета последуют.",
    invented: "Эти рынки придуманы: числа показывают метод и не описывают никакой настоящий рынок.",
    market: "Рынок",
    from: "Начать с",
    rules: "Правила",
    reset: "Вернуть сценарий",
    mine: "Ваш",
    prices: "Цены и перегрузка по сценариям",
    accounts: "Счета",
    unsolved: "не имеет решения",
    loading: "Загружается решатель",
    checks: (residual, accounts, milliseconds) =>
      `Проверено: наибольшая невязка оптимальности ${residual}, счета и целевая функция ${accounts}; ${milliseconds} мс в этом браузере.`,
    field: {price: "цена", capacity: "мощность", tariff: "тариф", duty: "пошлина", tax: "налог", rebate: "возврат"}
  }
};
