/** Words of time, in the form of `lexicon.ts`. */
export const timeWords: readonly (readonly [tag: string, value: string, phrases: string])[] = [
  ["month", "1", "january|jan|январ*|янв"],
  ["month", "2", "february|feb|феврал*|февр|фев"],
  ["month", "3", "march|mar|март|марта|марте|мартом|марту|мар"],
  ["month", "4", "april|apr|апрел*|апр"],
  ["month", "5", "may|май|мая|мае|маем|маю"],
  ["month", "6", "june|jun|июн*"],
  ["month", "7", "july|jul|июл*"],
  ["month", "8", "august|aug|август|августа|августе|августу|авг"],
  ["month", "9", "september|sept|sep|сентябр*|сент"],
  ["month", "10", "october|oct|октябр*|окт"],
  ["month", "11", "november|nov|ноябр*|нояб"],
  ["month", "12", "december|dec|декабр*|дек"],
  ["quarter-word", "", "quarter|quarters|квартал|квартала|квартале|кварталу|кварталом|кв"],
  ["half-word", "", "half|half year|полугодие|полугодия|полугодии|полугодию|полугодием|полгода"],
  ["months-word", "", "months|month|мес|месяц|месяца|месяцев|месяцам|месяцах"],
  ["years-word", "", "years|year|год|года|году|годом|годы|годов|годам|годах|лет|гг|г"],
  ["days-word", "", "days|day|weeks|week|hours|hour|minutes|minute|дней|дня|день|недел*|час|часа|часов|минут*"],
  ["ordinal", "1", "first|1st|1 st|i|перв*"],
  ["ordinal", "2", "second|2nd|ii|втор*"],
  ["ordinal", "3", "third|3rd|iii|третий|третьем|третьего|третьему"],
  ["ordinal", "4", "fourth|4th|final|last|iv|четверт*|последн*"],
  [
    "relative",
    "year:-1",
    "last year|the past year|past year|previous year|preceding year|the year before|a year earlier|a year ago|year earlier|year ago|year before|the previous year|прошл* год*|прошлогодн*|минувш* год*|предыдущ* год*|год назад|годом ранее|истекш* год*|предшествующ* год*"
  ],
  [
    "relative",
    "year:-2",
    "the year before last|two years ago|two years earlier|позапрошл* год*|два года назад|двумя годами ранее"
  ],
  [
    "relative",
    "todate:0",
    "year to date|so far this year|since the beginning of the year|since the start of the year|year so far|с начала года|с начала этого года"
  ],
  [
    "relative",
    "year:0",
    "this year|current year|the current year|нынешн* год*|текущ* год*|этом году|этого года|этот год|этому году|сего года"
  ],
  ["relative", "year:1", "next year|the coming year|coming year|следующ* год*|будущ* год*"],
  [
    "relative",
    "month:-1",
    "last month|the previous month|previous month|past month|прошл* месяц*|минувш* месяц*|предыдущ* месяц*"
  ],
  ["relative", "month:0", "this month|the current month|этом месяце|текущ* месяц*"],
  ["relative", "quarter:-1", "last quarter|the previous quarter|previous quarter|прошл* квартал*|предыдущ* квартал*"],
  ["relative", "quarter:0", "this quarter|the current quarter|этом квартале|текущ* квартал*"],
  ["relative", "summer:0", "this summer|этим летом|летом этого года|этого лета|летом"],
  ["relative", "autumn:0", "this autumn|this fall|этой осенью|осенью этого года|осенью"],
  ["relative", "spring:0", "this spring|этой весной|весной этого года|весной"],
  [
    "relative",
    "day:0",
    "today|as of today|currently|at present|now|already|на сегодня|сегодня|в настоящее время|сейчас|уже|на данный момент"
  ],
  ["fiscal", "", "fiscal|fiscal year|financial year|fy|marketing year|финансов* год*|финансов*"],
  ["same", "", "same|same period|the same|corresponding|аналогичн*|так* же|тот же|тем же|того же|соответствующ*"],
  ["trailing", "", "ending|ended|ending in|ended in|to|through|up to"],
  ["since", "", "since|starting from|с|начиная с"],
  [
    "past-span",
    "",
    "over the past|in the past|during the past|over the last|in the last|for the past|for the last|the past|the last|past|last|за последние|последние|за последних|за прошедшие|в течение"
  ],
  ["by-end", "", "by|until|till|before|by the end of|before the end of|к|до|до конца|к концу"],
  ["first-span", "", "the first|first|первые|первых"]
];
