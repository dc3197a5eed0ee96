import type {Language} from "../../../src/base/label.ts";
import {counted} from "../messages/plural.ts";

const en = {
  title: "What if a barrier fell?",
  lead: "Move a barrier and watch who gains and who loses. A general-equilibrium trade model is solved again at each step, in this browser; nothing leaves it.",
  invented: "The economies are invented; the numbers show how the model works, not what any country would gain.",
  data: "Data",
  samples: {sectors: "Islands, four sectors (invented)", matrix: "Islands, one sector (invented)"},
  own: "Your own table (CSV) …",
  ownName: (file: string) => `Your table: ${file}`,
  ownHint: "Columns exporter, importer, value, with domestic sales; or a square matrix.",
  scenarios: "Scenarios",
  addScenario: "New scenario",
  copyName: (name: string) => `${name}, copy`,
  newName: "Scenario",
  remove: "Remove",
  name: "Name",
  compare: "Compare",
  barriers: "Barriers",
  addBarrier: "Add a barrier",
  noBarriers: "No barrier changes yet: add one.",
  exporter: "Seller",
  importer: "Buyer",
  everyone: "everyone",
  allSectors: "all sectors",
  sector: "Sector",
  bothWays: "both ways",
  type: "Kind",
  types: {
    tariff: "tariff – the buyer's treasury earns it",
    cost: "cost – nobody earns it",
    rent: "rent – somebody earns it"
  },
  shortTypes: {tariff: "Tariff", cost: "Cost", rent: "Rent"},
  holder: "Earned by",
  holders: {importer: "the buyer's economy", exporter: "the seller's economy"},
  sizes: {
    "of-today": (value: string) => `${value} % of today's rate`,
    rate: (value: string) => `${value} %`,
    points: (value: string) => `${value} points`,
    times: (value: string) => `cost × ${value}`,
    effect: (value: string) => `ln trade ${value}`
  },
  fixed: "Set in the file",
  was: (value: string) => `was ${value} %`,
  sigma: "Elasticity of substitution",
  deficits: "Trade imbalances",
  deficitRules: {held: "stay as they are", proportional: "move with incomes", removed: "are removed"},
  spread: "Elasticities uncertain by",
  spreads: {"0": "not drawn", "0.1": "± 10 %", "0.2": "± 20 %", "0.3": "± 30 %"},
  drawn: (count: number, failed: number) =>
    `Whiskers: half (thick) and 95 per cent (thin) of ${count} draws of the elasticities; ${failed} could not be solved.`,
  drawing: "drawing …",
  gain: (n: number) => `${counted(n, "economy gains", "economies gain")}`,
  lose: (n: number) => `${counted(n, "economy loses", "economies lose")}`,
  nobody: "nobody",
  unchanged: "Nothing changes: every barrier is where it was.",
  effects: "Who gains, who loses, account by account",
  effectsLead:
    "Change in per cent. Welfare is real spending; what has a star is in per cent of income before. Losses are drawn as strongly as gains; upright strokes are the other scenarios.",
  accounts: {
    welfare: "Welfare",
    realIncome: "Real income",
    price: "Producer price",
    consumerPrice: "Consumer price",
    exports: "Exports",
    imports: "Imports",
    revenue: "Tariff revenue*",
    rents: "Rents*"
  },
  wage: "Wage",
  shown: (n: number, all: number) => `The ${n} of ${all} economies that gain or lose most; all are in the table.`,
  tornado: (economy: string) => `Which elasticity decides: welfare of ${economy}`,
  tornadoLead:
    "Each elasticity alone at the ends of its 95 per cent interval, the others as they are; the economy is the one chosen above.",
  ends: {low: "lower end", high: "upper end"},
  trade: "Trade between them",
  tradeLead: "Change of each flow in per cent: sellers in rows, buyers in columns.",
  from: "seller ↓ buyer →",
  money: "Where the money comes from",
  moneyOf: "Economy",
  moneyLead: "In the money of the data, with the world's total income held as it was.",
  before: "before",
  moneyRows: {
    factorIncome: "earned by producing",
    tariffRevenue: "tariff revenue",
    rents: "rents",
    deficit: "lent from abroad",
    spending: "spent"
  },
  real: "real spending, change in per cent",
  sideBySide: "Scenarios side by side",
  sideLead: "Always by account: one number would hide who pays.",
  account: "Account",
  economy: "Economy",
  take: "Take it away",
  saveScenario: "Save the scenario (YAML)",
  openScenario: "Open a scenario …",
  link: "Copy a link to these scenarios",
  csv: "All results (CSV)",
  linkNote: "The link carries the scenarios and settings, not your data.",
  command: "The same on the command line",
  checks: (engine: string, iterations: number, ms: string, residual: string) =>
    `Solved in ${ms} ms (${engine}, ${iterations} iterations). Largest gap in any market or budget: ${residual}.`,
  failed: "This scenario was not solved",
  badFile: "The file could not be read",
  badLink: "The link holds no scenario that can be read.",
  ownLink: "The link is about a table of its author's, which no link carries: open that table here.",
  method: "How it works: docs/trade-models.md"
};

type Words = {
  readonly [Key in keyof typeof en]: (typeof en)[Key] extends string
    ? string
    : (typeof en)[Key] extends (...parameters: infer P) => string
      ? (...parameters: P) => string
      : {
          readonly [Inner in keyof (typeof en)[Key]]: (typeof en)[Key][Inner] extends string
            ? string
            : (typeof en)[Key][Inner];
        };
};

const ru: Words = {
  title: "Что, если барьер исчезнет?",
  lead: "Сдвиньте барьер и смотрите, кто выигрывает и кто теряет. Модель общего равновесия решается заново на каждом шаге, в этом браузере; ничего из него не уходит.",
  invented: "Экономики вымышлены; числа показывают, как работает модель, а не что выиграла бы какая-либо страна.",
  data: "Данные",
  samples: {sectors: "Острова, четыре отрасли (вымысел)", matrix: "Острова, одна отрасль (вымысел)"},
  own: "Ваша таблица (CSV) …",
  ownName: (file) => `Ваша таблица: ${file}`,
  ownHint: "Столбцы exporter, importer, value, с внутренними продажами; или квадратная матрица.",
  scenarios: "Сценарии",
  addScenario: "Новый сценарий",
  copyName: (name) => `${name}, копия`,
  newName: "Сценарий",
  remove: "Убрать",
  name: "Название",
  compare: "Сравнить",
  barriers: "Барьеры",
  addBarrier: "Добавить барьер",
  noBarriers: "Пока ни один барьер не меняется: добавьте его.",
  exporter: "Продавец",
  importer: "Покупатель",
  everyone: "все",
  allSectors: "все отрасли",
  sector: "Отрасль",
  bothWays: "в обе стороны",
  type: "Вид",
  types: {
    tariff: "пошлина – её получает казна покупателя",
    cost: "издержки – их не получает никто",
    rent: "рента – её кто-то получает"
  },
  shortTypes: {tariff: "Пошлина", cost: "Издержки", rent: "Рента"},
  holder: "Получает",
  holders: {importer: "экономика покупателя", exporter: "экономика продавца"},
  sizes: {
    "of-today": (value) => `${value} % нынешней ставки`,
    rate: (value) => `${value} %`,
    points: (value) => `${value} п. п.`,
    times: (value) => `издержки × ${value}`,
    effect: (value) => `ln торговли ${value}`
  },
  fixed: "Задано в файле",
  was: (value) => `было ${value} %`,
  sigma: "Эластичность замещения",
  deficits: "Дисбалансы торговли",
  deficitRules: {held: "остаются прежними", proportional: "следуют за доходами", removed: "устраняются"},
  spread: "Неопределённость эластичностей",
  spreads: {"0": "без розыгрышей", "0.1": "± 10 %", "0.2": "± 20 %", "0.3": "± 30 %"},
  drawn: (count, failed) =>
    `Усы: половина (толстые) и 95 процентов (тонкие) из ${count} розыгрышей эластичностей; не решено: ${failed}.`,
  drawing: "розыгрыш …",
  gain: (n) => `Выигрывают: ${n}`,
  lose: (n) => `Теряют: ${n}`,
  nobody: "никто",
  unchanged: "Ничего не меняется: все барьеры на своих местах.",
  effects: "Кто выигрывает и кто теряет, по счетам",
  effectsLead:
    "Изменение в процентах. Благосостояние – реальные расходы; отмеченное звёздочкой – в процентах прежнего дохода. Потери нарисованы так же заметно, как выигрыши; вертикальные штрихи – другие сценарии.",
  accounts: {
    welfare: "Благосостояние",
    realIncome: "Реальный доход",
    price: "Цена производителя",
    consumerPrice: "Цена покупателя",
    exports: "Экспорт",
    imports: "Импорт",
    revenue: "Пошлины*",
    rents: "Ренты*"
  },
  wage: "Заработная плата",
  shown: (n, all) => `${n} из ${all} экономик, которые выигрывают или теряют больше всех; остальные – в таблице.`,
  tornado: (economy) => `Какая эластичность решает: благосостояние, ${economy}`,
  tornadoLead:
    "Каждая эластичность отдельно на краях своего 95-процентного интервала, остальные без изменений; экономика – выбранная выше.",
  ends: {low: "нижний край", high: "верхний край"},
  trade: "Торговля между ними",
  tradeLead: "Изменение каждого потока в процентах: продавцы в строках, покупатели в столбцах.",
  from: "продавец ↓ покупатель →",
  money: "Откуда деньги",
  moneyOf: "Экономика",
  moneyLead: "В деньгах исходных данных; общий доход мира остаётся прежним.",
  before: "прежде",
  moneyRows: {
    factorIncome: "заработано производством",
    tariffRevenue: "пошлины",
    rents: "ренты",
    deficit: "взято за рубежом",
    spending: "потрачено"
  },
  real: "реальные расходы, изменение в процентах",
  sideBySide: "Сценарии рядом",
  sideLead: "Всегда по счетам: одно число скрыло бы, кто платит.",
  account: "Счёт",
  economy: "Экономика",
  take: "Забрать с собой",
  saveScenario: "Сохранить сценарий (YAML)",
  openScenario: "Открыть сценарий …",
  link: "Скопировать ссылку на эти сценарии",
  csv: "Все результаты (CSV)",
  linkNote: "Ссылка хранит сценарии и настройки, но не ваши данные.",
  command: "То же в командной строке",
  checks: (engine, iterations, ms, residual) =>
    `Решено за ${ms} мс (${engine}, итераций: ${iterations}). Наибольший разрыв рынков и бюджетов: ${residual}.`,
  failed: "Этот сценарий не решён",
  badFile: "Файл не читается",
  badLink: "В ссылке нет сценария, который можно прочитать.",
  ownLink: "Ссылка относится к таблице её автора, которой в ссылке нет: откройте эту таблицу здесь.",
  method: "Как это устроено: docs/trade-models.md"
};

/** The words of the page. */
export const whatIfWords: Readonly<Record<Language, Words>> = {en, ru};
