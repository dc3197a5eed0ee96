import {expect, test} from "vitest";
import {analysisOf} from "../../../test/claims/reader.ts";
import {latestDay} from "../../base/period.ts";
import {resolveTime, type TimeContext} from "./resolve-time.ts";

/** The times of a text as [role, period, from where], read on 23 February 2024. */
function times(text: string, context: Partial<TimeContext> = {}) {
  return analysisOf(text).times.map((time) => {
    const found = resolveTime(time, {posted: latestDay("2024-02-23"), ...context});
    return [time.role, found?.period.text, found?.from];
  });
}

test.each([
  ["in 2019", "2019"],
  ["in 2018/19", "2018/2019"],
  ["in 2018-2020", "2018/2020"],
  ["in 2018–2020", "2018/2020"],
  ["in 2018-19", "2018/2019"],
  ["in the 1990s", "1990/1999"],
  ["in the first quarter of 2024", "2024-Q1"],
  ["in Q1 2024", "2024-Q1"],
  ["in 1Q24", "2024-Q1"],
  ["in 2024 Q1", "2024-Q1"],
  ["in Q2'23", "2023-Q2"],
  ["in the second half of 2023", "2023-S2"],
  ["in H1 2023", "2023-S1"],
  ["in 1H 2024", "2024-S1"],
  ["in the first two quarters of 2023", "2023-S1"],
  ["in the first nine months of 2023", "2023-01/2023-09"],
  ["in 9M 2023", "2023-01/2023-09"],
  ["in January-September 2023", "2023-01/2023-09"],
  ["in January–September 2023", "2023-01/2023-09"],
  ["from January to May 2023", "2023-01/2023-05"],
  ["in May 2023", "2023-05"],
  ["on 28 June 2023", "2023-06-28"],
  ["on June 28, 2023", "2023-06-28"],
  ["on June 28th, 2023", "2023-06-28"],
  ["on 29.01.2024", "2024-01-29"],
  ["on 2024-01-29", "2024-01-29"],
  ["in the year to August 2023", "2022-09/2023-08"],
  ["in the three months ending in January 2024", "2023-11/2024-01"],
  ["в 2019 году", "2019"],
  ["в 2018/19 году", "2018/2019"],
  ["в 2018—2020 гг.", "2018/2020"],
  ["в первом квартале 2024 года", "2024-Q1"],
  ["в I квартале 2024 г.", "2024-Q1"],
  ["в 1-м квартале 2024 года", "2024-Q1"],
  ["во втором полугодии 2023 года", "2023-S2"],
  ["за 9 месяцев 2023 года", "2023-01/2023-09"],
  ["за январь-сентябрь 2023 года", "2023-01/2023-09"],
  ["в январе — мае 2023 года", "2023-01/2023-05"],
  ["по итогам 2023 года", "2023"],
  ["28 июня 2023 года", "2023-06-28"],
  ["28.06.2023", "2023-06-28"]
])("findTimes() reads %j from its own words", (text, period) => {
  expect(times(text)).toEqual([["in", period, "text"]]);
});

test.each([
  ["last year", "2023"],
  ["this year", "2024"],
  ["next year", "2025"],
  ["the year before last", "2022"],
  ["last month", "2024-01"],
  ["this month", "2024-02"],
  ["last quarter", "2023-Q4"],
  ["this summer", "2024-06/2024-08"],
  ["today", "2024-02-23"],
  ["over the past two years", "2022-02-24/2024-02-23"],
  ["for the last three years", "2021-02-24/2024-02-23"],
  ["in the past year", "2023"],
  ["in January", "2024-01"],
  ["in December", "2023-12"],
  ["in the fourth quarter", "2023-Q4"],
  ["from January through June", "2023-S1"],
  ["в прошлом году", "2023"],
  ["в нынешнем году", "2024"],
  ["в следующем году", "2025"],
  ["в позапрошлом году", "2022"],
  ["в прошлом месяце", "2024-01"],
  ["этим летом", "2024-06/2024-08"],
  ["за последние два года", "2022-02-24/2024-02-23"],
  ["за девять месяцев", "2023-01/2023-09"],
  ["в первом полугодии", "2023-S1"],
  ["в мае", "2023-05"],
  ["сегодня", "2024-02-23"]
])("resolveTime() counts %j from the posting day", (text, period) => {
  expect(times(text)).toEqual([["in", period, "posted"]]);
});

test.each([
  ["compared with 2019", "base", "2019"],
  ["up from 2019", "base", "2019"],
  ["than in 2019", "base", "2019"],
  ["against 2019", "base", "2019"],
  ["in the same period of 2022", "base", "2022"],
  ["over the same period last year", "base", "2023"],
  ["a year earlier", "base", "2023"],
  ["two years ago", "base", "2022"],
  ["по сравнению с 2019 годом", "base", "2019"],
  ["к уровню 2019 года", "base", "2019"],
  ["к аналогичному периоду 2022 года", "base", "2022"],
  ["к соответствующему периоду прошлого года", "base", "2023"],
  ["годом ранее", "base", "2023"],
  ["since 2012", "since", "2012"],
  ["с 2012 года", "since", "2012"],
  ["by 2030", "by", "2030"],
  ["by the end of 2025", "by", "2025"],
  ["до конца 2025 года", "by", "2025"]
])("findTimes() takes %j as %s", (text, role, period) => {
  expect(times(text).map(([found, text]) => [found, text])).toEqual([[role, period]]);
});

test.each([
  ["in fiscal 2023", "IND", "2022-04/2023-03"],
  ["in fiscal 2023", "JPN", "2023-04/2024-03"],
  ["in fiscal year 2022/23", "IND", "2022-04/2023-03"],
  ["in FY2023", "USA", "2022-10/2023-09"],
  ["in FY23", "AUS", "2022-07/2023-06"],
  ["in fiscal 2023", "DEU", "2023"]
])("resolveTime() reads %j with the months of %s", (text, economy, period) => {
  expect(times(text, {economies: [economy]})).toEqual([["in", period, "text"]]);
});

test("resolveTime() takes the year of a part from the year last spoken of, unless that lies ahead", () => {
  expect(times("in the first quarter", {year: 2021})).toEqual([["in", "2021-Q1", "context"]]);
  expect(times("in the first quarter", {year: 2030})).toEqual([["in", "2023-Q1", "posted"]]);
});

test.each([
  "It may rise.",
  "They march on.",
  "Theresa May said so.",
  "2000 enterprises",
  "2000 km",
  "$2000",
  "30.02.2024"
])("findTimes() finds no time in %j", (text) => {
  expect(times(text)).toEqual([]);
});

test("findTimes() finds several times in order", () => {
  expect(times("It rose from 2019 to 2022, and in May 2023 again.").map(([, text]) => text)).toEqual([
    "2019",
    "2022",
    "2023-05"
  ]);
});
