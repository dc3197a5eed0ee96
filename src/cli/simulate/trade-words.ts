import type {Language} from "../../base/label.ts";

/** The words of a trade simulation. */
export const tradeWords = {
  en: {
    accounts: {
      welfare: "welfare",
      realIncome: "real income",
      price: "producer price",
      consumerPrice: "consumer price",
      exports: "exports",
      imports: "imports",
      revenue: "revenue*",
      rents: "rents*"
    },
    models: {
      "one-sector": "one sector, exact",
      "many-sectors": "many sectors with input-output links, exact",
      levels: "one sector in levels, full endowment",
      "guide-loop": "the Advanced Guide's loop (named replica)",
      "fixed-shares": "gegravity's system (named replica)"
    },
    economy: "economy",
    changes: "Changes in per cent; * in per cent of income before",
    side: (account: string) => `${account}, change in per cent`,
    of: (count: number) => `${count} economies`,
    wage: "the producer price is the wage",
    deficits: {held: "deficits held", proportional: "deficits in proportion to income", removed: "deficits removed"},
    numeraires: {
      "world output": "world output",
      "world value added": "world value added",
      "price index of": "price index of "
    },
    relative: (numeraire: string) => `prices relative to ${numeraire}`,
    checks: "Checks",
    residual: "residual",
    worldBudget: "world budget",
    walras: "Walras' law",
    iterations: (count: number) => `${count} iterations`,
    draws: (count: number, failed: number, seed: number) =>
      `Draws of the estimates: ${count}, seed ${seed}; not solved: ${failed}`,
    drawn: "Welfare, per cent: median and what half and 95 per cent of the draws lie between",
    median: "median",
    half: "half",
    most: "95 per cent",
    firstOrder: "First-order effects at initial values (no substitute for welfare), per cent",
    termsOfTrade: "terms of trade",
    volumeOfTrade: "volume of trade",
    sum: "sum",
    exact: "exact welfare",
    conditional: "Exports in per cent: resistances kept, resistances solved, incomes solved too",
    partial: "partial",
    given: "conditional",
    full: "full"
  },
  ru: {
    accounts: {
      welfare: "благосостояние",
      realIncome: "реальный доход",
      price: "цена производителя",
      consumerPrice: "цена покупателя",
      exports: "экспорт",
      imports: "импорт",
      revenue: "пошлины*",
      rents: "ренты*"
    },
    models: {
      "one-sector": "одна отрасль, точно",
      "many-sectors": "много отраслей с межотраслевыми связями, точно",
      levels: "одна отрасль в уровнях, полный эффект",
      "guide-loop": "цикл из Advanced Guide (именованная копия)",
      "fixed-shares": "система gegravity (именованная копия)"
    },
    economy: "экономика",
    changes: "Изменения в процентах; * в процентах от прежнего дохода",
    side: (account: string) => `${account}, изменение в процентах`,
    of: (count: number) => `экономик: ${count}`,
    wage: "цена производителя – заработная плата",
    deficits: {
      held: "дефициты сохраняются",
      proportional: "дефициты пропорциональны доходу",
      removed: "дефициты устранены"
    },
    numeraires: {
      "world output": "мировой выпуск",
      "world value added": "мировая добавленная стоимость",
      "price index of": "индекс цен, "
    },
    relative: (numeraire: string) => `цены относительно: ${numeraire}`,
    checks: "Проверки",
    residual: "невязка",
    worldBudget: "мировой бюджет",
    walras: "закон Вальраса",
    iterations: (count: number) => `итераций: ${count}`,
    draws: (count: number, failed: number, seed: number) =>
      `Розыгрышей оценок: ${count}, начальное число ${seed}; не решено: ${failed}`,
    drawn: "Благосостояние, проценты: медиана и границы половины и 95 процентов розыгрышей",
    median: "медиана",
    half: "половина",
    most: "95 процентов",
    firstOrder: "Эффекты первого порядка при начальных значениях (не замена благосостоянию), проценты",
    termsOfTrade: "условия торговли",
    volumeOfTrade: "объём торговли",
    sum: "сумма",
    exact: "точное благосостояние",
    conditional: "Экспорт в процентах: сопротивления прежние, найдены заново, найдены и доходы",
    partial: "частичный",
    given: "условный",
    full: "полный"
  }
} as const satisfies Record<Language, unknown>;
