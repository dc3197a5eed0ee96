import type {Language} from "../../base/label.ts";

/** Columns of a table with what they mean, in order. */
export type Columns = readonly (readonly [name: string, meaning: string])[];

/** What the columns of a table of figures mean. */
export const figureColumns: Readonly<Record<Language, Columns>> = {
  en: [
    ["id", "of the figure: /why/ID explains it in the app, /api/figures/ID for programs"],
    ["indicator, kind", "what is measured, and whether it is a level, a change, a ratio or a share"],
    ["about", "the item of the register that is measured, if any"],
    ["economy, partner", "whose trade with whom; exports are those of the economy"],
    ["reporter", "whose books the figure is from; empty where that is not stated"],
    ["coverage", "goods, services, goods+services, or unstated"],
    ["valuation", "fob, cif or mixed; empty where that is not stated"],
    ["prices", "current, or constant of a year (deflator)"],
    ["unit", "of value, step, low and high; a value is in plain units, 45800000000 USD and not 45.8 bn"],
    ["product", "classification and code; empty for the total"],
    ["period, base", "the time it is about; of a change the time it is measured from"],
    ["value, bound", "the number, and the word before it: exact, about, almost, over, up-to, at-least, under"],
    ["step", "worth of the last digit as published: the true value may lie half of it to either side"],
    ["low, high", "ends of what the figure may stand for, where that is not told by the step"],
    ["status, stage", "how it came about (reported, derived, forecast …), and whether it was preliminary or revised"],
    ["evidence", "sourced, derived from sourced figures, or unverified: no source carries it"],
    ["known", "since when it is public"],
    ["sources", "ids of the sources below"],
    ["formula", "how a derived figure was worked out"]
  ],
  ru: [
    ["id", "код числа: /why/ID объясняет его в приложении, /api/figures/ID – для программ"],
    ["indicator, kind", "что измерено; уровень, изменение, отношение или доля"],
    ["about", "запись реестра, которую измеряют, если она есть"],
    ["economy, partner", "чья торговля и с кем; экспорт – экономики из первого столбца"],
    ["reporter", "чей это учёт; пусто, если не указано"],
    ["coverage", "goods – товары, services – услуги, goods+services – вместе, unstated – не указано"],
    ["valuation", "fob, cif или mixed; пусто, если не указано"],
    ["prices", "current – текущие, или constant – постоянные цены года (дефлятор)"],
    ["unit", "единица столбцов value, step, low и high; числа полные: 45800000000 USD, а не 45,8 млрд"],
    ["product", "классификация и код; пусто для итога"],
    ["period, base", "время, о котором число; у изменения – время, от которого считают"],
    [
      "value, bound",
      "число и слово перед ним: exact – ровно, about – около, almost – почти, over – свыше, up-to – до, at-least – не менее, under – менее"
    ],
    ["step", "вес последней опубликованной цифры: истинное значение – в пределах его половины в обе стороны"],
    ["low, high", "края того, что число может означать, если это не следует из step"],
    [
      "status, stage",
      "как получено (reported – опубликовано, derived – вычислено, forecast – прогноз …); предварительное или уточнённое"
    ],
    ["evidence", "sourced – есть источник, derived – вычислено по числам с источником, unverified – источника нет"],
    ["known", "с какого дня известно"],
    ["sources", "коды источников из списка ниже"],
    ["formula", "как вычислено производное число"]
  ]
};

/** What the columns of a table of dated steps mean. */
export const stepColumns: Readonly<Record<Language, Columns>> = {
  en: [
    ["item, kind, title", "of the register's item: /record/ITEM shows it in the app"],
    ["what", "stage: it reached a stage; due: a date by which something was to be"],
    ["date", "from which the stage holds, or the date due"],
    ["stage", "proposed, in-work, agreed, adopted, ratified, in-force, implemented, verified, or a stage beside these"],
    ["party", "for which party alone it was said; empty for all"],
    ["saidAt", "the day on which it was said"],
    ["slipDays, moved", "of a date due: days after the first one named; true where a later one was named since"],
    ["unverified", "whether no source carries the step"],
    ["assertion", "id of the statement in the pack"],
    ["sources", "ids of the sources below"]
  ],
  ru: [
    ["item, kind, title", "запись реестра: /record/ITEM показывает её в приложении"],
    ["what", "stage – достигнута стадия, due – срок"],
    ["date", "с какого дня действует стадия, или срок"],
    ["stage", "стадия: proposed, in-work, agreed, adopted, ratified, in-force, implemented, verified или вне лестницы"],
    ["party", "для какой одной стороны это сказано; пусто – для всех"],
    ["saidAt", "когда это сказано"],
    ["slipDays, moved", "у срока: на сколько дней он позже первого названного; true – позже назван другой"],
    ["unverified", "нет ли у шага источника"],
    ["assertion", "код высказывания в наборе данных"],
    ["sources", "коды источников из списка ниже"]
  ]
};
