import fc from "fast-check";
import {expect, test} from "vitest";
import {fold, isAcronym, matchesPattern, nameWords, plainLatin, wordForms, wordPattern} from "./stems.ts";

const matches = (pattern: string, word: string) => matchesPattern(wordPattern(pattern), fold(word));

test.each([
  ["Россия", "Россия России России Россию Россией Россиею России"],
  ["Армения", "Армения Армении Армению Арменией Армениею"],
  ["Беларусь", "Беларусь Беларуси Беларусью"],
  ["Китай", "Китай Китая Китаю Китаем Китае"],
  ["Узбекистан", "Узбекистан Узбекистана Узбекистану Узбекистаном Узбекистане"],
  ["Корея", "Корея Кореи Корее Корею Кореей"],
  ["Турция", "Турция Турции Турцию Турцией"],
  ["Польша", "Польша Польши Польше Польшу Польшей"],
  ["Литва", "Литва Литвы Литве Литву Литвой"],
  ["Республика", "Республика Республики Республике Республику Республикой"],
  ["Нидерланды", "Нидерланды Нидерландов Нидерландам Нидерландами Нидерландах"],
  ["Филиппины", "Филиппины Филиппин Филиппинам Филиппинами Филиппинах"],
  ["Маврикий", "Маврикий Маврикия Маврикию Маврикием Маврикии"],
  ["Косово", "Косово Косова Косову Косовом Косове"],
  ["Соединённые", "Соединенные Соединённых Соединённым Соединёнными"],
  ["Южная", "Южная Южной Южную Южною"],
  ["Экономический", "Экономический Экономического Экономическому Экономическим Экономическом"],
  [
    "россиянин",
    "россиянин россиянина россиянину россиянином россиянине россияне россиян россиянам россиянами россиянах"
  ],
  ["китаец", "китаец китайца китайцу китайцем китайце китайцы китайцев китайцам китайцами китайцах"],
  ["бразилец", "бразилец бразильца бразильцы бразильцев бразильцами"],
  ["немец", "немец немца немцы немцев немцами"],
  ["росси*", "Россия России Россию Россией"],
  [
    "российск*",
    "российский российского российскому российским российском российская российской российскую российское российские российских российскими российско"
  ],
  ["белорус*", "белорус белоруса белорусы белорусов белорусам белорусами белорусах"]
])("wordForms() of %s has every case form", (pattern, words) => {
  for (const word of words.split(" ")) expect([word, matches(pattern, word)]).toEqual([word, true]);
});

test.each([
  ["росси*", "россиянин российский россиян росс"],
  ["иран*", "иранец иранский ирано-иракский иранистика"],
  ["рум*", "румыния румынский"],
  ["Куба", "куб кубический кубов кубок"],
  ["Индия", "индий индиец"],
  ["Китай", "кит кита китам китов"],
  ["Чили", "чил чиля чилийский"],
  ["США", "сши сшу сш"],
  ["инди*", "индийский индиго"]
])("wordForms() of %s has no other words", (pattern, words) => {
  for (const word of words.split(" ")) expect([word, matches(pattern, word)]).toEqual([word, false]);
});

test("wordForms() leaves acronyms, short words and other scripts as they are", () => {
  expect(["РФ", "ОАЭ", "и", "Чили", "Belarus", "Georgian*"].map(wordForms)).toEqual([
    ["рф"],
    ["оаэ"],
    ["и"],
    ["чили"],
    ["belarus"],
    ["georgian", "georgians"]
  ]);
});

test("wordForms() begins every form with the stem, which matchesPattern() finds again", () => {
  const word = fc.string({
    unit: fc.constantFrom(...Array.from("абвгдежзийклмнопрстуфхцчшщъыьэюя")),
    minLength: 1,
    maxLength: 12
  });
  fc.assert(
    fc.property(word, fc.boolean(), (base, starred) => {
      const pattern = starred ? `${base}*` : base;
      expect(wordForms(pattern).every((form) => matches(pattern, form))).toBe(true);
      expect(matches(pattern, `${base}щищъ`)).toBe(false);
      if (!starred) expect(matches(pattern, base)).toBe(true);
    })
  );
});

test("fold() makes ё е, apostrophes plain and soft hyphens vanish", () => {
  expect(fold("Королёв d’Ivoire Бела\u00adрусь")).toBe("королев d'ivoire беларусь");
});

test("nameWords() splits at hyphens, dashes and brackets and keeps dots, apostrophes and stars", () => {
  expect(nameWords("Guinea-Bissau")).toEqual(["Guinea", "Bissau"]);
  expect(nameWords("Папуа — Новая Гвинея")).toEqual(["Папуа", "Новая", "Гвинея"]);
  expect(nameWords("U.S. Virgin Islands (d'Ivoire) росси*")).toEqual([
    "U.S.",
    "Virgin",
    "Islands",
    "d'Ivoire",
    "росси*"
  ]);
});

test("plainLatin() drops diacritics of Latin letters only", () => {
  expect(["Türkiye", "Côte", "Åland", "Китай", "Belarus"].map(plainLatin)).toEqual([
    "Turkiye",
    "Cote",
    "Aland",
    "Китай",
    "Belarus"
  ]);
});

test("isAcronym() wants two letters or more, all capitals", () => {
  expect(["US", "U.S.", "ЕАЭС", "G7", "A", "Us", "7"].map(isAcronym)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false
  ]);
});
