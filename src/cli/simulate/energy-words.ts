import {type EnergyAccountWords, energyAccountWords} from "../../base/energy-account-words.ts";
import type {EnergyOutput} from "../../base/energy-result.ts";
import {inLanguage} from "../../base/in-language.ts";
import type {Language} from "../../base/label.ts";

/** The words of an energy simulation. */
export interface EnergyWords extends EnergyAccountWords {
  readonly status: Readonly<Record<EnergyOutput["market"]["status"], string>>;
  readonly units: (units: EnergyOutput["market"]["units"]) => string;
  readonly caption: (output: EnergyOutput) => string;
  readonly headings: Readonly<
    Record<
      | "accounts"
      | "paid"
      | "marginal"
      | "nodes"
      | "flows"
      | "congestion"
      | "processes"
      | "convergence"
      | "checks"
      | "observed",
      string
    >
  >;
  readonly base: (id: string) => string;
  readonly noCongestion: string;
  readonly runs: string;
  readonly margin: string;
  readonly difference: string;
  readonly transport: string;
  readonly unexplained: string;
  readonly seen: string;
  readonly found: string;
  readonly residual: string;
  readonly accountsCheck: string;
  readonly notUnique: (places: string) => string;
  readonly draws: (scenario: string, count: number, failed: number, seed: number) => string;
  readonly reasons: string;
  readonly quantiles: string;
  readonly change: string;
  readonly gains: (percent: string) => string;
  readonly tornado: string;
  readonly tornadoTitle: (economy: string, scenario: string) => string;
  readonly unsolved: string;
}

const en: EnergyWords = {
  ...energyAccountWords.en,
  status: {
    illustrative: "Illustrative: made-up numbers that show the method.",
    sourced: "Numbers from sources; see the market's file."
  },
  units: ({quantity, price, money}) =>
    `Quantities in ${inLanguage(quantity, "en")}, prices in ${inLanguage(price, "en")}, money in ${inLanguage(money, "en")}.`,
  caption: ({market}) =>
    `${inLanguage(market.names, "en")}; ${market.status === "illustrative" ? "illustrative numbers" : "sourced numbers"}; prices in ${inLanguage(market.units.price, "en")}, money in ${inLanguage(market.units.money, "en")}`,
  headings: {
    accounts: "Accounts",
    paid: "Prices that consumers pay",
    marginal: "Marginal cost of serving them, where it differs",
    nodes: "Prices at nodes",
    flows: "Flows, as sent",
    congestion: "Congestion: worth of one unit more of capacity",
    processes: "Processing",
    convergence: "Price convergence",
    checks: "Checks",
    observed: "What was seen, and what the first scenario gives"
  },
  base: (id) => `from ${id}`,
  noCongestion: "no arc is congested",
  runs: "runs",
  margin: "margin",
  difference: "difference",
  transport: "transport",
  unexplained: "unexplained",
  seen: "seen",
  found: "found",
  residual: "optimality, largest residual",
  accountsCheck: "accounts against the objective",
  notUnique: (places) => `Prices that are not unique, with the span that the same quantities allow: ${places}`,
  draws: (scenario, count, failed, seed) =>
    `${scenario}: ${count} joint draws, seed ${seed}; ${failed} could not be solved and are left out`,
  reasons: "why",
  quantiles: "5 %, median, 95 %",
  change: "change",
  gains: (percent) => `rises in ${percent} % of draws`,
  tornado: "Welfare with one parameter at its 5 % and 95 % quantiles",
  tornadoTitle: (economy, scenario) => `Welfare of ${economy} under ${scenario} as each parameter moves alone`,
  unsolved: "not solved"
};

const ru: EnergyWords = {
  ...energyAccountWords.ru,
  status: {
    illustrative: "Учебный пример: числа придуманы, чтобы показать метод.",
    sourced: "Числа из источников; см. файл рынка."
  },
  units: ({quantity, price, money}) =>
    `Количества – ${inLanguage(quantity, "ru")}, цены – ${inLanguage(price, "ru")}, деньги – ${inLanguage(money, "ru")}.`,
  caption: ({market}) =>
    `${inLanguage(market.names, "ru")}; ${market.status === "illustrative" ? "числа придуманы" : "числа из источников"}; цены – ${inLanguage(market.units.price, "ru")}, деньги – ${inLanguage(market.units.money, "ru")}`,
  headings: {
    accounts: "Счета",
    paid: "Цены, которые платят потребители",
    marginal: "Предельные издержки их снабжения, где они отличаются",
    nodes: "Цены в узлах",
    flows: "Потоки, отправлено",
    congestion: "Перегрузка: чего стоит ещё одна единица мощности",
    processes: "Переработка",
    convergence: "Сближение цен",
    checks: "Проверки",
    observed: "Что наблюдалось и что даёт первый сценарий"
  },
  base: (id) => `от ${id}`,
  noCongestion: "перегрузки нет",
  runs: "загрузка",
  margin: "маржа",
  difference: "разница",
  transport: "транспорт",
  unexplained: "не объяснено",
  seen: "наблюдалось",
  found: "найдено",
  residual: "оптимальность, наибольшая невязка",
  accountsCheck: "сумма счетов и целевая функция",
  notUnique: (places) => `Неоднозначные цены и промежуток, при котором количества те же: ${places}`,
  draws: (scenario, count, failed, seed) =>
    `${scenario}: совместных розыгрышей ${count}, seed ${seed}; не решено и не учтено: ${failed}`,
  reasons: "причины",
  quantiles: "5 %, медиана, 95 %",
  change: "изменение",
  gains: (percent) => `растёт в ${percent} % розыгрышей`,
  tornado: "Благосостояние при одном параметре на квантилях 5 % и 95 %",
  tornadoTitle: (economy, scenario) => `Благосостояние (${economy}, ${scenario}) при сдвиге одного параметра`,
  unsolved: "не решено"
};

/** The words by language. */
export const energyWords: Readonly<Record<Language, EnergyWords>> = {en, ru};
