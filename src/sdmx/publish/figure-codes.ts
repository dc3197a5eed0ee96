/** Codes that never change: id → English and Russian name. */
export type CodeTable = Readonly<Record<string, readonly [en: string, ru: string]>>;

export const frequencies: CodeTable = {
  A: ["Annual", "Ежегодно"],
  S: ["Half-yearly", "По полугодиям"],
  Q: ["Quarterly", "Ежеквартально"],
  M: ["Monthly", "Ежемесячно"],
  D: ["Daily", "Ежедневно"],
  _O: ["Other span", "Иной период"]
};

/** Of CL_OBS_STATUS of SDMX those that figures have. */
export const observationStatuses: CodeTable = {
  A: ["Normal value", "Обычное значение"],
  E: ["Estimated value", "Оценка"],
  F: ["Forecast value", "Прогноз"],
  I: ["Imputed value", "Досчитанное значение"],
  O: ["Missing value", "Значение отсутствует"],
  P: ["Provisional value", "Предварительное значение"],
  Q: ["Missing value; suppressed", "Значение закрыто"],
  V: ["Unvalidated value", "Непроверенное значение"]
};

/** Of CL_CONF_STATUS of SDMX those that figures have. */
export const confidentialities: CodeTable = {
  F: ["Free", "Открыто"],
  N: ["Not for publication, restricted for internal use only", "Не для публикации"]
};

export const coverages: CodeTable = {
  G: ["Goods", "Товары"],
  S: ["Services", "Услуги"],
  GS: ["Goods and services", "Товары и услуги"],
  _U: ["Not stated", "Не указано"],
  _Z: ["Not applicable", "Неприменимо"]
};

export const valuations: CodeTable = {
  FOB: ["Free on board", "ФОБ"],
  CIF: ["Cost, insurance and freight", "СИФ"],
  MIX: ["Mixed", "Смешанная"],
  _U: ["Not stated", "Не указано"],
  _Z: ["Not applicable", "Неприменимо"]
};

export const kindNames: CodeTable = {
  level: ["Level", "Уровень"],
  change: ["Change", "Изменение"],
  ratio: ["Ratio", "Отношение"],
  share: ["Share", "Доля"],
  count: ["Count", "Количество"],
  price: ["Price", "Цена"]
};

export const figureStatuses: CodeTable = {
  reported: ["Reported", "Опубликовано"],
  derived: ["Derived", "Выведено"],
  reconciled: ["Reconciled", "Согласовано"],
  modelled: ["Modelled", "Рассчитано по модели"],
  forecast: ["Forecast", "Прогноз"],
  closed: ["Closed", "Закрыто"],
  missing: ["Missing", "Отсутствует"]
};

export const figureStages: CodeTable = {
  during: ["During the period", "В течение периода"],
  preliminary: ["Preliminary", "Предварительно"],
  final: ["Final", "Окончательно"],
  revised: ["Revised", "Пересмотрено"]
};

export const figureBounds: CodeTable = {
  exact: ["Exactly", "Ровно"],
  about: ["About", "Около"],
  almost: ["Almost", "Почти"],
  over: ["Over", "Более"],
  "up-to": ["Up to", "До"],
  "at-least": ["At least", "Не менее"],
  under: ["Under", "Менее"]
};

export const figureEvidences: CodeTable = {
  sourced: ["Sourced", "С источником"],
  derived: ["Derived from sourced figures", "Выведено из чисел с источником"],
  unverified: ["Unverified", "Не проверено"]
};

export const specialCodes: CodeTable = {
  _T: ["Total", "Всего"],
  _U: ["Not stated", "Не указано"],
  _Z: ["Not applicable", "Неприменимо"]
};

export const multipliers: CodeTable = {"0": ["Units", "Единицы"]};
