import type {Language} from "../../base/label.ts";

/** A method: its name and what it does, in a few sentences. */
export type MethodNote = readonly [name: string, text: string];

/** The methods of a brief on one page, by language. */
export const methodNotes: Readonly<Record<Language, readonly MethodNote[]>> = {
  en: [
    [
      "Basis",
      "Two numbers are compared only on one basis: the same indicator, economies, books (whose statistics), coverage (goods, services or both), valuation, prices and unit. A column, a line and a verdict each name theirs."
    ],
    [
      "Evidence",
      "Reported figures are given as their source gives them. Derived figures name their formula and inputs in the data. Unverified figures are background knowledge without a verified source: they are shown, and never decide a finding, a record or a verdict alone."
    ],
    [
      "Rounding",
      "A rounded number stands for the interval of numbers that round to it. “About” reaches 5 % either way, “almost” 5 % below, “over” 10 % above. Sums, growth and gaps carry these intervals along."
    ],
    [
      "Vintages",
      "Every figure has the day on which it became public. The page shows what was known on its date; revisions known later are other figures, not corrections of this page."
    ],
    [
      "Growth",
      "Growth is 100 (level ⁄ base − 1) within one basis and against the same span a year earlier. A change stated by a source stands beside it in the data, with whether the two agree."
    ],
    [
      "Mirror gap",
      "What one side books as exports the other books as imports. The gap is the difference between the two sides’ figures for one flow or for turnover as a whole, in per cent of the first side’s. Valuation (fob, cif), re-exports, timing and secrecy make gaps without any error; a reason named in the data is a place to look, not a finding."
    ],
    [
      "Records",
      "“Highest since” looks back over the figures of one basis, names where the series starts, and lists the years that are missing. In current prices a record says little about volume; where the pack holds a sourced deflator the constant-price reading stands beside it."
    ],
    [
      "Statements",
      "A statement is read for indicator, economies, coverage, unit, period and approximation words, then held against every basis that its words allow. The verdict names the basis on which it holds. “Contradicted” needs a basis named in the text and no figure on it that fits. Speakers are not graded."
    ],
    [
      "Rows of numbers",
      "For numbers quoted as one series the path with the fewest changes of basis is found over all bases that contain each number. A change is a splice: growth across it exists on no basis."
    ],
    [
      "Register",
      "An item’s history is a list of dated assertions with evidence. A stage is what is reported; the item stands where the last of its parties stands. A postponement is a later date due with an earlier one on file. “Verified” needs evidence of tier 1 or 2, or a source independent of all parties. Closed series are closed, never zero."
    ]
  ],
  ru: [
    [
      "Основа",
      "Два числа сравниваются только на одной основе: один показатель, одни стороны, один учёт (чья статистика), охват (товары, услуги или то и другое), оценка, цены и единица. Столбец, линия и оценка называют свою основу."
    ],
    [
      "Свидетельства",
      "Опубликованные числа даны так, как их даёт источник. У вычисленных в данных названы формула и исходные числа. Числа без источника – фоновое знание: они показаны, но ни вывода, ни рекорда, ни оценки в одиночку не решают."
    ],
    [
      "Округление",
      "Округлённое число означает промежуток чисел, которые к нему округляются. «Около» – до 5 % в обе стороны, «почти» – до 5 % вниз, «свыше» – до 10 % вверх. Суммы, прирост и разрывы несут эти промежутки с собой."
    ],
    [
      "Выпуски данных",
      "У каждого числа есть день, когда оно стало известно. Страница показывает известное на её дату; более поздние уточнения – другие числа, а не исправления этой страницы."
    ],
    [
      "Прирост",
      "Прирост – 100 (уровень ⁄ прежний уровень − 1) на одной основе и к тому же отрезку годом раньше. Изменение, названное источником, стоит рядом в данных вместе с тем, сходятся ли они."
    ],
    [
      "Зеркальный разрыв",
      "Экспорт в учёте одной стороны – импорт в учёте другой. Разрыв – разность чисел двух сторон для одного потока или для всего товарооборота, в процентах к числу первой. Оценка (ФОБ, СИФ), реэкспорт, сроки и закрытые позиции дают разрывы и без ошибок; причина, названная в данных, – место, где искать, а не вывод."
    ],
    [
      "Рекорды",
      "«Максимум с …» смотрит назад по числам одной основы, называет начало ряда и пропущенные годы. В текущих ценах рекорд мало говорит об объёме; где в пакете есть дефлятор с источником, рядом стоит и чтение в постоянных ценах."
    ],
    [
      "Утверждения",
      "В утверждении распознаются показатель, стороны, охват, единица, период и слова приближения; затем оно сопоставляется с каждой основой, которую допускают его слова. Оценка называет основу, на которой оно верно. «Противоречит» – только когда основа названа в тексте и ни одно число на ней не подходит. Говорящие не оцениваются."
    ],
    [
      "Ряды чисел",
      "Для чисел, приведённых одним рядом, ищется путь с наименьшим числом смен основы среди всех основ, содержащих каждое число. Смена – это стык: прироста через него нет ни на одной основе."
    ],
    [
      "Реестр",
      "История записи – перечень датированных сообщений со свидетельствами. Стадия – то, о чём сообщается; запись стоит там, где стоит последняя из её сторон. Перенос – более поздний срок при известном раннем. Для «подтверждено» нужен источник уровня 1 или 2 либо независимый от всех сторон. Закрытый ряд – закрыт, а не ноль."
    ]
  ]
};
