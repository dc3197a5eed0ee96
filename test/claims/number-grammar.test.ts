import fc from "fast-check";
import {expect, test} from "vitest";
import type {Bound} from "../../src/base/interval.ts";
import type {Quantity} from "../../src/claims/read/quantity.ts";
import {analysisOf} from "./reader.ts";

/** How a number may be written: figures apart in thousands, a decimal mark, a scale, a unit before or behind. */
interface Notation {
  readonly thousands: string;
  readonly decimal: string;
}

const english: readonly Notation[] = [
  {thousands: "", decimal: "."},
  {thousands: ",", decimal: "."},
  {thousands: "\u00a0", decimal: "."},
  {thousands: "\u2009", decimal: "."},
  {thousands: "\u202f", decimal: "."},
  {thousands: "'", decimal: "."}
];
const russian: readonly Notation[] = [
  {thousands: "", decimal: ","},
  {thousands: " ", decimal: ","},
  {thousands: "\u00a0", decimal: ","},
  {thousands: "\u2009", decimal: ","},
  {thousands: "\u202f", decimal: ","},
  {thousands: "", decimal: "."}
];

const scales = {
  en: [
    ["", 0],
    [" thousand", 3],
    [" million", 6],
    [" mln", 6],
    [" billion", 9],
    [" bn", 9],
    ["bn", 9],
    [" trillion", 12],
    ["trn", 12]
  ],
  ru: [
    ["", 0],
    [" тыс.", 3],
    [" тысяч", 3],
    [" млн", 6],
    [" миллионов", 6],
    [" млрд", 9],
    ["\u00a0млрд.", 9],
    [" миллиардов", 9],
    [" трлн", 12]
  ]
} as const;

/** [before, behind, unit, the largest scale that makes sense] */
const units = {
  en: [
    ["$", "", "USD", 12],
    ["USD ", "", "USD", 12],
    ["US$", "", "USD", 12],
    ["€", "", "EUR", 12],
    ["", " dollars", "USD", 12],
    ["", " euros", "EUR", 12],
    ["", " Russian rubles", "RUB", 12],
    ["", " Belarusian rubles", "BYN", 12],
    ["", " yuan", "CNY", 12],
    ["", " tonnes", "t", 12],
    ["", "%", "%", 0],
    ["", " per cent", "%", 0],
    ["", " percentage points", "pp", 0],
    ["", " times", "x", 0]
  ],
  ru: [
    ["$", "", "USD", 12],
    ["", " долларов", "USD", 12],
    ["", " долларов США", "USD", 12],
    ["", " евро", "EUR", 12],
    ["", " российских рублей", "RUB", 12],
    ["", " белорусских рублей", "BYN", 12],
    ["", " юаней", "CNY", 12],
    ["", " тонн", "t", 12],
    ["", "%", "%", 0],
    ["", " %", "%", 0],
    ["", " процентов", "%", 0],
    ["", " процентного пункта", "pp", 0],
    ["", " раза", "x", 0]
  ]
} as const;

const words = {
  en: [
    ["", "exact"],
    ["almost ", "almost"],
    ["nearly ", "almost"],
    ["about ", "about"],
    ["around ", "about"],
    ["over ", "over"],
    ["more than ", "over"],
    ["at least ", "at-least"],
    ["up to ", "up-to"],
    ["less than ", "under"]
  ],
  ru: [
    ["", "exact"],
    ["почти ", "almost"],
    ["около ", "about"],
    ["порядка ", "about"],
    ["более ", "over"],
    ["свыше ", "over"],
    ["не менее ", "at-least"],
    ["не более ", "up-to"],
    ["менее ", "under"]
  ]
} as const satisfies Record<string, readonly (readonly [string, Bound])[]>;

const carriers = {
  en: ["The figure stood at # then.", "By all accounts it was #.", "It came to # (as was said)."],
  ru: ["Показатель составил # тогда.", "По общему мнению, это #.", "Тогда было # (как сказано)."]
} as const;

/** Figures and decimals of a number, and how many of them. */
const numbers = fc
  .tuple(fc.integer({min: 1, max: 9_999_999}), fc.integer({min: 0, max: 2}))
  .map(([digits, decimals]) => ({digits: String(digits).padStart(decimals + 1, "0"), decimals}));

function print({digits, decimals}: {digits: string; decimals: number}, {thousands, decimal}: Notation): string {
  const whole = digits.slice(0, digits.length - decimals);
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return decimals === 0 ? grouped : grouped + decimal + digits.slice(-decimals);
}

/** What looks like a year stands for one unless something behind it says otherwise. */
const isYear = (digits: string) => /^(?:1[89]|20)\d\d$/.test(digits);

function read(text: string): Quantity {
  const {quantities} = analysisOf(text);
  expect(
    quantities.map((quantity) => [quantity.value, quantity.unit]),
    text
  ).toHaveLength(1);
  return quantities[0]!;
}

function roundTrip(language: "en" | "ru", notations: readonly Notation[]) {
  const parts = fc.record({
    number: numbers,
    notation: fc.constantFrom(...notations),
    scale: fc.constantFrom(...scales[language]),
    unit: fc.constantFrom(...units[language]),
    word: fc.constantFrom(...words[language]),
    carrier: fc.constantFrom(...carriers[language])
  });
  return fc.property(parts, ({number, notation, scale, unit, word, carrier}) => {
    const [scaleWord, power] = scale;
    const [before, behind, code, most] = unit;
    fc.pre(power <= most);
    fc.pre(!(power === 0 && number.decimals === 0 && isYear(number.digits)));
    const text = carrier.replace("#", () => word[0] + before + print(number, notation) + scaleWord + behind);
    const found = read(text);
    const value = Number(`${number.digits}e${power - number.decimals}`);
    expect([found.value, found.unit, found.bound], text).toEqual([value, code, word[1]]);
    expect(found.step / 10 ** (power - number.decimals), text).toBeCloseTo(1, 9);
    expect(found.meant.low <= value && value <= found.meant.high, text).toBe(true);
  });
}

test("findQuantities() reads back every number printed in any English notation", () => {
  fc.assert(roundTrip("en", english), {numRuns: 1500});
});

test("findQuantities() reads back every number printed in any Russian notation", () => {
  fc.assert(roundTrip("ru", russian), {numRuns: 1500});
});

test("findQuantities() reads back two scales in one number", () => {
  const parts = fc.record({
    billions: fc.integer({min: 1, max: 999}),
    millions: fc.integer({min: 1, max: 9999}),
    isRussian: fc.boolean()
  });
  fc.assert(
    fc.property(parts, ({billions, millions, isRussian}) => {
      const tenths = (mark: string) => `${Math.floor(millions / 10)}${mark}${millions % 10}`;
      const text = isRussian
        ? `Показатель составил ${billions} млрд ${tenths(",")} млн долларов.`
        : `The figure was ${billions} billion ${tenths(".")} million dollars.`;
      expect(read(text), text).toMatchObject({value: billions * 1e9 + millions * 1e5, unit: "USD"});
    }),
    {numRuns: 300}
  );
});

test("findQuantities() reads back ranges", () => {
  const parts = fc.record({
    low: fc.integer({min: 1, max: 400}),
    width: fc.integer({min: 1, max: 400}),
    carrier: fc.constantFrom(
      "It was between # and @ billion dollars.",
      "It was #-@ billion dollars.",
      "It was #–@ billion dollars.",
      "Это от # до @ млрд долларов.",
      "Это #–@ млрд долларов."
    )
  });
  fc.assert(
    fc.property(parts, ({low, width, carrier}) => {
      const text = carrier.replace("#", String(low)).replace("@", String(low + width));
      expect(read(text), text).toMatchObject({
        isRange: true,
        unit: "USD",
        meant: {low: low * 1e9, high: (low + width) * 1e9}
      });
    }),
    {numRuns: 300}
  );
});

test("findQuantities() reads back a sign", () => {
  const signs = fc.constantFrom("-", "−", "–", "minus ", "минус ");
  fc.assert(
    fc.property(fc.integer({min: 1, max: 9999}), signs, (tenths, sign) => {
      const text = `It was ${sign}${Math.floor(tenths / 10)}.${tenths % 10}% then.`;
      expect(read(text), text).toMatchObject({value: -Number(`${tenths}e-1`), unit: "%", signed: true});
    }),
    {numRuns: 300}
  );
});
