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
  readonly units: (quantity: string, price: string) => string;
  readonly badLink: string;
  readonly fixedDemand: string;
  readonly loose: (places: string) => string;
  readonly link: string;
  readonly save: string;
  readonly command: string;
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
    field: {price: "price", capacity: "capacity", tariff: "tariff", duty: "duty", tax: "tax", rebate: "rebate"},
    units: (quantity, price) => `Capacities in ${quantity}; prices, tariffs, duties, taxes and rebates in ${price}.`,
    fixedDemand:
      "Here consumers take a fixed quantity at any price: their account is minus what they pay, so only its change says something.",
    loose: (places) => `Prices that are not unique, with the span that the same quantities allow: ${places}.`,
    badLink: "The link names a market, scenario or rule that is not here.",
    link: "Copy a link to this",
    save: "Save your scenario (JSON)",
    command: "The same on the command line:"
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
    field: {price: "цена", capacity: "мощность", tariff: "тариф", duty: "пошлина", tax: "налог", rebate: "возврат"},
    units: (quantity, price) => `Мощности – ${quantity}; цены, тарифы, пошлины, налоги и возвраты – ${price}.`,
    fixedDemand:
      "Здесь потребители берут постоянный объём при любой цене: их счёт – то, что они платят, со знаком минус; говорит лишь его изменение.",
    loose: (places) => `Неоднозначные цены и промежуток, при котором количества те же: ${places}.`,
    badLink: "В ссылке назван рынок, сценарий или правило, которых здесь нет.",
    link: "Скопировать ссылку",
    save: "Сохранить ваш сценарий (JSON)",
    command: "То же в командной строке:"
  }
};
