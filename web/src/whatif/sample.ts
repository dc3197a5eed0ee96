import inputs from "../../../docs/examples/trade/islands/inputs.csv?raw";
import production from "../../../docs/examples/trade/islands/production.csv?raw";
import sectors from "../../../docs/examples/trade/islands/sectors.csv?raw";
import trade from "../../../docs/examples/trade/islands/trade.csv?raw";
import matrix from "../../../docs/examples/trade/islands.csv?raw";
import type {Language} from "../../../src/base/label.ts";
import type {TradeScenario} from "../../../src/base/trade-scenario.ts";
import {csvTable} from "../../../src/kernels/trade/world/cell-table.ts";
import {readMatrix} from "../../../src/kernels/trade/world/read-matrix.ts";
import {readProduction} from "../../../src/kernels/trade/world/read-production.ts";
import type {TradeWorld} from "../../../src/kernels/trade/world/world.ts";

/** The shipped worlds; all economies in them are invented. */
export const samples = ["sectors", "matrix"] as const;
export type Sample = (typeof samples)[number];

/** Reads a shipped world. */
export function sampleWorld(sample: Sample): TradeWorld {
  if (sample === "matrix") return readMatrix(csvTable(matrix, "islands.csv"));
  return readProduction(readMatrix(csvTable(trade, "islands/trade.csv")), {
    sectors: csvTable(sectors, "islands/sectors.csv"),
    production: csvTable(production, "islands/production.csv"),
    inputs: csvTable(inputs, "islands/inputs.csv")
  });
}

/** Scenarios to begin with: three barriers between the same two economies, that cost the same and mean something else. */
export function firstScenarios(sample: Sample, language: Language): TradeScenario[] {
  const pair = {exporter: "Northmark", importer: "Midland", bothWays: true};
  const names = {
    en: ["Customs union", "Less paperwork", "Open procurement"],
    ru: ["Таможенный союз", "Меньше бумаг", "Открытые госзакупки"]
  }[language];
  const tariff =
    sample === "sectors"
      ? ({...pair, type: "tariff", scale: 0} as const)
      : ({...pair, type: "tariff", from: 10, to: 0} as const);
  return [
    {
      name: names[0]!,
      barriers: [tariff, {exporter: "Westmoor", importer: "Midland", bothWays: true, type: "cost", from: 0, to: 0}]
    },
    {name: names[1]!, barriers: [{...pair, type: "cost", from: 0, to: -9}]},
    {
      name: names[2]!,
      barriers: [{exporter: "Northmark", importer: "Midland", type: "rent", holder: "importer", from: 10, to: 0}]
    }
  ];
}

const russian: Readonly<Record<string, string>> = {
  Northmark: "Нортмарк",
  Eastvale: "Иствейл",
  Southport: "Саутпорт",
  Westmoor: "Уэстмур",
  Midland: "Мидленд",
  Farisle: "Фарайл",
  agriculture: "сельское хозяйство",
  energy: "энергия",
  manufactures: "промышленность",
  services: "услуги"
};

/** How an economy or a sector is called; those of users' data keep their names. */
export function nameIn(name: string, language: Language): string {
  return language === "ru" ? (russian[name] ?? name) : name;
}
