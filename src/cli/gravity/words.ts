import type {Language} from "../../base/label.ts";
import type {GravityWarning} from "../../gravity/output.ts";
import {fewClusters} from "../../gravity/warnings.ts";

/** Words of the reports on gravity models. */
export const gravityWords = {
  en: {
    columns: "Columns",
    source: "Source",
    model: "Model",
    families: {poisson: "PPML", ols: "Least squares"},
    estimate: "Estimate",
    error: "Std. error",
    level: (percent: string) => `${percent} % interval`,
    observations: "Observations",
    rows: (chosen: string, all: string) => `${chosen} of ${all} rows chosen`,
    dropped: "Left out",
    omitted: "Omitted",
    errors: "Std. errors",
    types: {iid: "iid", heteroskedastic: "heteroskedasticity-robust", clustered: "clustered", dyadic: "dyadic-robust"},
    clusters: (name: string, count: string) => `by ${name} (${count})`,
    rule: (rule: string, factor: string) => `rule ${rule}: factor ${factor}`,
    tests: (freedom: string | undefined) => (freedom ? `t(${freedom})` : "normal"),
    effects: "Fixed effects",
    levels: (count: string) => `${count} levels`,
    fit: "Fit",
    pseudoR2: "pseudo R²",
    r2: "R²",
    deviance: "deviance",
    logLikelihood: "log likelihood",
    converged: (steps: number) => `converged in ${steps} steps`,
    notConverged: (steps: number) => `did not converge in ${steps} steps`,
    percents: "Change of trade in per cent, 100 (exp b − 1)",
    totals: "Sums of coefficients",
    tariffs: (elasticity: string) => `Tariff equivalents in per cent, elasticity ${elasticity}`,
    change: "Per cent",
    testTitle: "Tests",
    testNames: {
      reset: "RESET",
      "variance-proportional-to-mean": "variance ∝ mean",
      "constant-variance": "constant variance"
    },
    bias: (ways: number) => `Bias correction, ${ways} ways (Weidner and Zylkin 2021)`,
    uncorrected: "Estimate",
    biasColumn: "Bias",
    corrected: "Corrected",
    correctedError: "Std. error",
    jackknife: (splits: number, seed: number) => `Split-panel jackknife, ${splits} splits, seed ${seed}`,
    bootstrap: (draws: string, seed: number) => `Wild score bootstrap, ${draws} draws, seed ${seed}`,
    separated: "Separated rows",
    none: "No row is separated: estimates exist",
    certificate: "z of the certificate",
    by: {"fixed-effects": "no trade in a level", regressors: "regressors and effects"},
    stages: {fe: "levels without trade", simplex: "simplex", relu: "rectifier"},
    combination: "fixed effects",
    row: "Row",
    reason: "Reason",
    proof: "Proof",
    complete: (error: string) =>
      `z is a combination of regressors and effects (to ${error}) and zero in all rows with trade`,
    incomplete: "The search did not end: further rows may be separated",
    levelsOnly: "Regressors were not looked at: further rows may be separated",
    yes: "yes",
    stars: "p below 0.1 *, 0.05 **, 0.01 ***"
  },
  ru: {
    columns: "Столбцы",
    source: "Источник",
    model: "Модель",
    families: {poisson: "PPML", ols: "МНК"},
    estimate: "Оценка",
    error: "Ст. ошибка",
    level: (percent: string) => `${percent} % интервал`,
    observations: "Наблюдений",
    rows: (chosen: string, all: string) => `выбрано строк: ${chosen} из ${all}`,
    dropped: "Исключено",
    omitted: "Опущено",
    errors: "Ст. ошибки",
    types: {
      iid: "независимые",
      heteroskedastic: "устойчивые к гетероскедастичности",
      clustered: "кластерные",
      dyadic: "диадные"
    },
    clusters: (name: string, count: string) => `по ${name} (${count})`,
    rule: (rule: string, factor: string) => `правило ${rule}: множитель ${factor}`,
    tests: (freedom: string | undefined) => (freedom ? `t(${freedom})` : "нормальное"),
    effects: "Фикс. эффекты",
    levels: (count: string) => `уровней: ${count}`,
    fit: "Качество",
    pseudoR2: "псевдо-R²",
    r2: "R²",
    deviance: "девианс",
    logLikelihood: "лог. правдоподобия",
    converged: (steps: number) => `сошлось, шагов: ${steps}`,
    notConverged: (steps: number) => `не сошлось, шагов: ${steps}`,
    percents: "Изменение торговли в процентах, 100 (exp b − 1)",
    totals: "Суммы коэффициентов",
    tariffs: (elasticity: string) => `Тарифные эквиваленты в процентах, эластичность ${elasticity}`,
    change: "Процент",
    testTitle: "Тесты",
    testNames: {
      reset: "RESET",
      "variance-proportional-to-mean": "дисперсия ∝ среднему",
      "constant-variance": "дисперсия постоянна"
    },
    bias: (ways: number) => `Поправка на смещение, измерений: ${ways} (Weidner and Zylkin 2021)`,
    uncorrected: "Оценка",
    biasColumn: "Смещение",
    corrected: "С поправкой",
    correctedError: "Ст. ошибка",
    jackknife: (splits: number, seed: number) => `Джекнайф по половинам панели, разбиений: ${splits}, зерно ${seed}`,
    bootstrap: (draws: string, seed: number) => `Дикий бутстрап скоров, розыгрышей: ${draws}, зерно ${seed}`,
    separated: "Разделяемые строки",
    none: "Разделяемых строк нет: оценки существуют",
    certificate: "z сертификата",
    by: {"fixed-effects": "на уровне нет торговли", regressors: "регрессоры и эффекты"},
    stages: {fe: "уровни без торговли", simplex: "симплекс", relu: "ректификатор"},
    combination: "фикс. эффекты",
    row: "Строка",
    reason: "Причина",
    proof: "Доказательство",
    complete: (error: string) =>
      `z – сочетание регрессоров и эффектов (с точностью ${error}) и равно нулю во всех строках с торговлей`,
    incomplete: "Поиск не завершён: разделяемых строк может быть больше",
    levelsOnly: "Регрессоры не проверялись: разделяемых строк может быть больше",
    yes: "да",
    stars: "p ниже 0,1 *, 0,05 **, 0,01 ***"
  }
} as const satisfies Record<Language, unknown>;

/** Words of a reason for leaving rows or regressors out; the output holds them in English. */
export function reasonText(reason: string, language: Language): string {
  if (language === "en") return reason;
  const fixed = reasons.find(([english]) => english === reason);
  if (fixed) return fixed[1];
  return reason
    .replace(/^(.*) is missing$/, "нет значения $1")
    .replace(/^(.*) has no value$/, "$1 не определено")
    .replace(/^(.*) is infinite$/, "$1 бесконечно");
}

const reasons: readonly (readonly [string, string])[] = [
  ["all zero in a level of a fixed effect", "на уровне фикс. эффекта одни нули"],
  ["separated by regressors", "разделены регрессорами"],
  ["alone in a level of a fixed effect", "единственная строка на уровне фикс. эффекта"],
  [
    "collinear with fixed effects or earlier regressors",
    "линейно зависит от фикс. эффектов или предыдущих регрессоров"
  ],
  ["collinear with earlier regressors", "линейно зависит от предыдущих регрессоров"]
];

/** A warning in a language. */
export function warningText(warning: GravityWarning, language: Language): string {
  return language === "en" ? warning.text : warnings[warning.code](warning);
}

const warnings: Readonly<Record<GravityWarning["code"], (of: GravityWarning) => string>> = {
  "interval-data": ({steps: [least, most] = [1, 1]}) =>
    `данные ${least === most ? `за каждый ${least}-й год` : `с шагом от ${least} до ${most} лет`}: годы подряд, где они есть, полнее используют известное (Egger, Larch and Yotov 2022)`,
  "no-domestic-trade": ({name}) =>
    `ни в одной строке нет торговли экономики с самой собой, по которой определяется эффект ${name}`,
  "few-clusters": ({name, count}) =>
    `кластеров по ${name}: ${count}; когда их меньше ${fewClusters}, стандартные ошибки занижены`,
  "one-cluster": ({name}) => `по ${name} кластер всего один: стандартную ошибку по нему не определить`,
  "not-converged": () => "оценивание не сошлось: его числа – не оценки",
  "no-degrees-of-freedom": () => "эффектов столько же, сколько строк: стандартную ошибку не определить",
  "all-collinear": () => "все регрессоры линейно зависят от фиксированных эффектов: оценивать нечего",
  "ols-zeros": ({count}) =>
    `строк без логарифма: ${count}, они исключены; PPML сохраняет нули и состоятелен, когда ошибки растут с торговлей`,
  "biased-three-way": () =>
    "три измерения эффектов немного смещают оценки и стандартные ошибки: см. --bias-correction или --jackknife",
  "separation-unfinished": () =>
    "поиск строк, которым не отвечает ни одна конечная оценка, не завершён: оценок может не быть"
};
