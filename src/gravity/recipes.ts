import type {Language} from "../base/label.ts";

/** A specification of the field under a name. */
export interface Recipe {
  readonly name: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly formula: string;
  readonly family: "poisson" | "ols";
  readonly lets: readonly string[];
  readonly where?: string;
  readonly clusters: readonly string[];
  readonly totals: readonly (readonly string[])[];
  /** Columns that the data need. */
  readonly columns: readonly string[];
  /** What it answers and what to mind, in a sentence. */
  readonly about: Readonly<Record<Language, string>>;
  readonly source: string;
}

const guide =
  "Yotov, Piermartini, Monteiro and Larch (2016), An Advanced Guide to Trade Policy Analysis, UNCTAD and WTO, chapter 1";
const directed = "exporter^importer";
const threeWay = `exporter^year + importer^year + ${directed}`;

/** Named specifications; columns are called as in the Guide: exporter, importer, year, trade, dist, cntg, lang, clny, rta. */
export const recipes: readonly Recipe[] = [
  {
    name: "ols",
    title: {en: "Logarithms by least squares, to compare", ru: "Логарифмы методом наименьших квадратов, для сравнения"},
    formula: "log(trade) ~ log(dist) + cntg + lang + clny | exporter^year + importer^year",
    family: "ols",
    lets: [],
    where: "exporter <> importer",
    clusters: [directed],
    totals: [],
    columns: ["exporter", "importer", "year", "trade", "dist", "cntg", "lang", "clny"],
    about: {
      en: "Zeros are lost, and estimates are biased where the variance of trade grows with its mean.",
      ru: "Нули теряются, а оценки смещены, если дисперсия торговли растёт вместе с её средним."
    },
    source: "Santos Silva and Tenreyro (2006), doi:10.1162/rest.88.4.641"
  },
  {
    name: "traditional",
    title: {en: "Distance, borders and language by PPML", ru: "Расстояние, граница и язык по PPML"},
    formula: "trade ~ log(dist) + cntg + lang + clny | exporter^year + importer^year",
    family: "poisson",
    lets: [],
    where: "exporter <> importer",
    clusters: [directed],
    totals: [],
    columns: ["exporter", "importer", "year", "trade", "dist", "cntg", "lang", "clny"],
    about: {
      en: "Effects of exporter and importer by year stand for multilateral resistance.",
      ru: "Эффекты экспортёра и импортёра по годам отвечают за многостороннее сопротивление."
    },
    source: `${guide}, application 1; Anderson and van Wincoop (2003), doi:10.1257/000282803321455214`
  },
  {
    name: "distance-puzzle",
    title: {
      en: "Effect of distance by year, against domestic distance",
      ru: "Эффект расстояния по годам, относительно внутреннего"
    },
    formula:
      "trade ~ i(year, ln_dist_international) + cntg + lang + clny + ln_dist_domestic + domestic | exporter^year + importer^year",
    family: "poisson",
    lets: [
      "domestic = (exporter = importer)::int",
      "ln_dist_international = ln(dist) * (1 - domestic)",
      "ln_dist_domestic = ln(dist) * domestic"
    ],
    clusters: [directed],
    totals: [],
    columns: ["exporter", "importer", "year", "trade", "dist", "cntg", "lang", "clny"],
    about: {
      en: "Needs trade within economies; without it the fall of the effect over time does not show.",
      ru: "Нужна внутренняя торговля; без неё снижение эффекта во времени не видно."
    },
    source: `${guide}, application 2; Yotov (2012), doi:10.1016/j.econlet.2012.07.013`
  },
  {
    name: "rta",
    title: {en: "Effect of trade agreements", ru: "Эффект торговых соглашений"},
    formula: `trade ~ rta | ${threeWay}`,
    family: "poisson",
    lets: [],
    clusters: [directed],
    totals: [],
    columns: ["exporter", "importer", "year", "trade", "rta"],
    about: {
      en: "Effects of pairs take out why pairs sign; trade within economies lets agreements divert trade from home.",
      ru: "Эффекты пар убирают причины, по которым соглашение заключают; внутренняя торговля учитывает её отвлечение."
    },
    source: `${guide}, application 3; Baier and Bergstrand (2007), doi:10.1016/j.jinteco.2006.02.005`
  },
  {
    name: "anticipation",
    title: {en: "Trade agreements, and whether trade moves before them", ru: "Торговые соглашения и упреждение"},
    formula: `trade ~ rta + rta_lead4 | ${threeWay}`,
    family: "poisson",
    lets: [],
    clusters: [directed],
    totals: [["rta", "rta_lead4"]],
    columns: ["exporter", "importer", "year", "trade", "rta", "rta_lead4"],
    about: {
      en: "An effect of the lead is a sign of anticipation, or of reverse causality.",
      ru: "Эффект упреждающей переменной – признак ожиданий или обратной причинности."
    },
    source: `${guide}, application 3; Wooldridge (2010), section 10.7.1`
  },
  {
    name: "phase-in",
    title: {en: "Trade agreements as they take hold", ru: "Торговые соглашения с постепенным действием"},
    formula: `trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12 | ${threeWay}`,
    family: "poisson",
    lets: [],
    clusters: [directed],
    totals: [["rta", "rta_lag4", "rta_lag8", "rta_lag12"]],
    columns: ["exporter", "importer", "year", "trade", "rta", "rta_lag4", "rta_lag8", "rta_lag12"],
    about: {
      en: "The total of the lags is the long-run effect.",
      ru: "Сумма коэффициентов лагов – долгосрочный эффект."
    },
    source: `${guide}, application 3; Baier and Bergstrand (2007), doi:10.1016/j.jinteco.2006.02.005`
  },
  {
    name: "globalisation",
    title: {en: "Trade agreements beside borders that thin over time", ru: "Торговые соглашения и ослабление границ"},
    formula: `trade ~ rta + rta_lag4 + rta_lag8 + rta_lag12 + i(year, border) | ${threeWay}`,
    family: "poisson",
    lets: ["border = (exporter <> importer)::int"],
    clusters: [directed],
    totals: [["rta", "rta_lag4", "rta_lag8", "rta_lag12"]],
    columns: ["exporter", "importer", "year", "trade", "rta", "rta_lag4", "rta_lag8", "rta_lag12"],
    about: {
      en: "Needs trade within economies; the last year is the reference, as effects of pairs take one border out.",
      ru: "Нужна внутренняя торговля; последний год – база, так как эффекты пар поглощают одну границу."
    },
    source: `${guide}, application 3; Bergstrand, Larch and Yotov (2015), doi:10.1016/j.euroecorev.2015.05.003`
  },
  {
    name: "border",
    title: {en: "Effect of borders in one year", ru: "Эффект границ в одном году"},
    formula: "trade ~ log(dist) + cntg + border | exporter + importer",
    family: "poisson",
    lets: ["border = (exporter <> importer)::int"],
    clusters: [],
    totals: [],
    columns: ["exporter", "importer", "trade", "dist", "cntg"],
    about: {
      en: "For one year, chosen by --where; needs trade within economies.",
      ru: "Для одного года, выбранного через --where; нужна внутренняя торговля."
    },
    source: `${guide.replace("chapter 1", "chapter 2")}, application 1; McCallum (1995), AER 85(3):615-623`
  }
];
