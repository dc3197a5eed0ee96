import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {dayNumber, isoDay} from "../../base/period.ts";
import {maybeTimePeriod, parseTimePeriod} from "./time-period.ts";

function span(text: string, yearStart?: string): string {
  const {start, end} = parseTimePeriod(text, yearStart);
  const moment = (seconds: number) =>
    new Date(seconds * 1000).toISOString().replace("T00:00:00.000Z", "").replace(".000Z", "");
  return `${moment(start)} ${moment(end)}`;
}

describe("parseTimePeriod()", () => {
  it.each([
    ["2020", "2020-01-01 2021-01-01"],
    ["2020-A1", "2020-01-01 2021-01-01"],
    ["2020-S2", "2020-07-01 2021-01-01"],
    ["2020-T1", "2020-01-01 2020-05-01"],
    ["2020-Q3", "2020-07-01 2020-10-01"],
    ["2020-M07", "2020-07-01 2020-08-01"],
    ["2020-07", "2020-07-01 2020-08-01"],
    ["2020-W01", "2019-12-30 2020-01-06"],
    ["2020-W53", "2020-12-28 2021-01-04"],
    ["2021-W01", "2021-01-04 2021-01-11"],
    ["2020-D123", "2020-05-02 2020-05-03"],
    ["2020-02-29", "2020-02-29 2020-03-01"],
    ["2020-07-31T12:00:00", "2020-07-31T12:00:00 2020-07-31T12:00:01"],
    ["2020-07-31T12:00:00+03:00", "2020-07-31T09:00:00 2020-07-31T09:00:01"],
    ["2020-01-01/P1M", "2020-01-01 2020-02-01"],
    ["2020-01-01/P1Y2M3D", "2020-01-01 2021-03-04"],
    ["2020-01-01T06:00:00/PT12H", "2020-01-01T06:00:00 2020-01-01T18:00:00"]
  ])("reads %s", (text, wanted) => {
    expect(span(text)).toBe(wanted);
  });

  it("shifts reporting periods by the day that reporting years begin, and no others", () => {
    expect(span("2020-Q3", "--07-01")).toBe("2021-01-01 2021-04-01");
    expect(span("2020-M01", "--07-01")).toBe("2020-07-01 2020-08-01");
    expect(span("2020-07", "--07-01")).toBe("2020-07-01 2020-08-01");
  });

  it.each([
    "",
    "20",
    "2020-13",
    "2020-02-30",
    "2020-Q5",
    "2020-S0",
    "2020-W54",
    "2020-D367",
    "2020-01-01/",
    "2020-01-01/P",
    "2020-01-01/1M",
    "last year"
  ])("refuses %j", (text) => {
    expect(maybeTimePeriod(text)).toBeUndefined();
    expect(() => parseTimePeriod(text)).toThrow(/is not one of 2020, 2020-S1/);
  });

  it("covers every year by its weeks without a gap", () => {
    fc.assert(
      fc.property(fc.integer({min: 1970, max: 2100}), (year) => {
        const weeks = Array.from(
          {length: 53},
          (_, at) => maybeTimePeriod(`${year}-W${String(at + 1).padStart(2, "0")}`)!
        );
        const first = maybeTimePeriod(`${year + 1}-W01`)!.start;
        for (const [at, week] of weeks.entries()) if (at > 0) expect(week.start).toBe(weeks[at - 1]!.end);
        expect([weeks[51]!.end, weeks[52]!.end]).toContain(first);
        const thursday = isoDay(weeks[0]!.start / 86_400 + 3);
        expect(thursday.startsWith(String(year))).toBe(true);
        expect(dayNumber(year, 1, 4) * 86_400).toBeLessThan(weeks[0]!.end);
      })
    );
  });
});
