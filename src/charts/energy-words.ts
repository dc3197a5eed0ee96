import type {EnergyAccounts} from "../base/energy-result.ts";
import type {Language} from "../base/label.ts";

interface EnergyChartWords {
  readonly prices: string;
  readonly pricesText: string;
  readonly accountsText: string;
  readonly congested: string;
  readonly free: string;
  readonly account: Readonly<Record<keyof EnergyAccounts, string>>;
}

/** Words drawn in charts of energy markets. */
export const energyChartWords: Readonly<Record<Language, EnergyChartWords>> = {
  en: {
    prices: "Prices by scenario",
    pricesText:
      "One row a scenario. Filled points are what consumers pay; a hollow one is the marginal cost of serving them, where it differs.",
    accountsText: "One panel a scenario, one bar an account; gains to the right, losses to the left, on one scale.",
    congested: "congested",
    free: "no congestion",
    account: {
      consumers: "consumers",
      producers: "producers",
      processors: "processors",
      sellers: "sellers",
      network: "network",
      capacity: "capacity",
      treasury: "treasury"
    }
  },
  ru: {
    prices: "Цены по сценариям",
    pricesText:
      "Один ряд – один сценарий. Сплошные точки – цена для потребителей; полая – предельные издержки их снабжения, где они отличаются.",
    accountsText: "Одно поле – один сценарий, одна полоса – один счёт; прирост вправо, убыль влево, в одном масштабе.",
    congested: "перегрузка",
    free: "перегрузки нет",
    account: {
      consumers: "потребители",
      producers: "производители",
      processors: "переработчики",
      sellers: "продавцы",
      network: "сети",
      capacity: "мощности",
      treasury: "казна"
    }
  }
};
