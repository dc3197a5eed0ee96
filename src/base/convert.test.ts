import fc from "fast-check";
import {expect, test} from "vitest";
import {convert, type Rate, readRate} from "./convert.ts";
import {type Figure, figureSchema} from "./figure.ts";

const level: Figure = {
  id: "trade.2022.rub",
  basis: {indicator: "turnover", kind: "level", economy: "BLR", partner: "RUS", unit: "RUB"},
  period: "2022",
  value: 3e12,
  bound: "over",
  status: "reported",
  evidence: "sourced",
  known: "2023-06-28",
  sources: ["a"]
};

const rate: Figure = {
  id: "rate.2022",
  basis: {indicator: "exchange_rate", kind: "ratio", unit: "RUB/USD"},
  period: "2022",
  value: 60,
  bound: "exact",
  status: "reported",
  evidence: "sourced",
  known: "2023",
  sources: ["b", "a"]
};

test("convert() divides by a rate per unit, and names rate, formula and sources", () => {
  const dollars = convert(level, rate);
  expect(dollars).toMatchObject({
    id: "trade.2022.rub.at.rate.2022",
    basis: {...level.basis, unit: "USD"},
    period: "2022",
    value: 5e10,
    bound: "over",
    status: "derived",
    evidence: "derived",
    known: "2023",
    sources: ["a", "b"],
    formula: "trade.2022.rub / rate.2022",
    inputs: ["trade.2022.rub", "rate.2022"]
  });
  expect(dollars.low).toBeCloseTo(5e10, -3);
  expect(dollars.high).toBeCloseTo(5.5e10, -3);
  expect(figureSchema.parse(dollars)).toEqual(dollars);
});

test("convert() multiplies the other way and converts prices by quantity", () => {
  const price: Figure = {
    ...level,
    basis: {indicator: "gas_price", kind: "price", unit: "USD/1000m3"},
    value: 100,
    bound: "exact"
  };
  const roubles = convert(price, rate, {id: "gas.rub"});
  expect(roubles).toMatchObject({id: "gas.rub", value: 6000, formula: "trade.2022.rub * rate.2022"});
  expect(roubles.basis.unit).toBe("RUB/1000m3");
  expect(roubles.low).toBeUndefined();
});

test("convert() is about when the rate is, and unverified when either is", () => {
  const rough = convert(level, {...rate, bound: "about", evidence: "unverified"});
  expect(rough).toMatchObject({bound: "about", evidence: "unverified"});
});

test("convert() keeps forecasts forecasts and missing figures missing", () => {
  expect(convert({...level, status: "forecast"}, rate).status).toBe("forecast");
  const missing: Figure = {...level, value: null, status: "missing"};
  expect(convert(missing, rate)).toMatchObject({value: null, status: "missing"});
});

test("convert() there and back gives the value again, inside both intervals", () => {
  const positive = fc.double({min: 1e-3, max: 1e12, noNaN: true});
  fc.assert(
    fc.property(positive, positive, fc.constantFrom("exact", "about", "almost"), (value, price, bound) => {
      const exact = {...rate, value: price};
      const there = convert({...level, value, bound}, exact);
      const back = convert(there, exact);
      expect(back.basis.unit).toBe("RUB");
      expect(back.value! / value).toBeCloseTo(1, 9);
      if (there.low !== undefined) expect(there.low <= there.value! && there.value! <= there.high!).toBe(true);
    })
  );
});

test.each([
  ["another currency", level, {...rate, basis: {...rate.basis, unit: "BYN/USD"}}, /wanted a rate that has "RUB"/],
  ["another period", level, {...rate, period: "2023"}, /is of 2023, wanted the rate of 2022/],
  ["a part of the period", level, {...rate, period: "2022-06"}, /is of 2022-06/],
  ["no quotient", level, {...rate, basis: {...rate.basis, unit: "USD"}}, /wanted a ratio or price/],
  ["a level", level, {...rate, basis: {...rate.basis, kind: "level" as const}}, /is a level/],
  ["no value", level, {...rate, value: null, status: "missing" as const}, /wanted a number above 0/],
  ["0", level, {...rate, value: 0}, /wanted a number above 0/],
  ["a share", {...level, basis: {...level.basis, kind: "share" as const, unit: "%"}}, rate, /is in "%"/]
])("convert() refuses %s", (_, figure, other, message) => {
  expect(() => convert(figure, other)).toThrow(RangeError);
  expect(() => convert(figure, other)).toThrow(message);
});

test("convert() takes the rate of the price year for constant prices", () => {
  const constant: Figure = {...level, basis: {...level.basis, prices: {constant: 2015, deflator: "cpi"}}};
  expect(() => convert(constant, rate)).toThrow(/wanted the rate of 2015/);
  expect(convert(constant, {...rate, period: "2015"}).value).toBe(5e10);
});

test("readRate() reads what is paid for one of what", () => {
  expect(readRate(rate)).toEqual<Rate>({of: "RUB", per: "USD", value: 60, interval: {low: 60, high: 60}});
});
