import {describe, expect, test} from "vitest";
import {billions, check, claimWith, entities, knownOn, trade} from "../../test/claims/invented.ts";
import {ConcordError} from "../base/errors.ts";
import type {Knowledge} from "../base/pack.ts";
import {checkDocument, checkText, longestText} from "./check.ts";
import {checkResultSchema} from "./output.ts";

const level = "Trade between Veloria and Tarsona was $54bn in 2022.";
const figures = [
  billions(54, "2022", {}, {known: "2023-01-29", stage: "preliminary"}),
  billions(53, "2022", {}, {known: "2024-05-10", stage: "revised"})
];

describe("checkText() on the day of the check", () => {
  const at = (day: string) => knownOn(day, {figures});

  test("shows today's verdict beside the one of the day where they differ", () => {
    const {claims, asOf} = checkText(level, {
      posted: "2023-02-01",
      knowledge: at("2023-02-01"),
      today: at("2024-06-01")
    });
    expect(asOf).toBe("2023-02-01");
    expect(claims).toMatchObject([{verdict: "supported", today: {asOf: "2024-06-01", verdict: "contradicted"}}]);
  });

  test("shows one verdict where they agree", () => {
    const text = level.replace("$54bn", "almost $54bn");
    const [claim] = checkText(text, {
      posted: "2023-02-01",
      knowledge: at("2023-02-01"),
      today: at("2024-06-01")
    }).claims;
    expect([claim!.verdict, claim!.today]).toEqual(["supported", undefined]);
  });

  test("asks on the day of the knowledge, else of the posting", () => {
    const {asOf: _, ...rest} = at("2024-06-01");
    expect(checkText(level, {posted: "2023-02-01", knowledge: {asOf: "2024-06-01", ...rest}}).asOf).toBe("2024-06-01");
    expect(checkText(level, {posted: "2023-02-01"}).asOf).toBe("2023-02-01");
    expect(checkText(`Posted: 01.02.2023\n\n${level}`).asOf).toBe("2023-02-01");
  });

  test("needs a day", () => {
    expect(() => checkText(level)).toThrow(TypeError);
  });

  test("takes the given posting date over the document's, and counts relative times from it", () => {
    const {posted, claims} = checkText("Posted: 01.02.2023\n\nPolish exports rose by 5% last year.", {
      posted: "2020-02-01"
    });
    expect([posted, claims[0]!.period]).toEqual(["2020-02-01", "2019"]);
  });

  test("says when no posting date is known", () => {
    const {posted, notes} = checkText(level, {asOf: "2024-06-01"});
    expect(posted).toBeNull();
    expect(notes).toEqual([expect.stringMatching(/No posting date/)]);
  });
});

describe("checkText() without knowledge", () => {
  test("finds claims and checks them against each other", () => {
    const text =
      "In 2022 French exports to Italy were $50bn and imports from Italy $60bn; the trade turnover came to $120bn.";
    const {claims, series} = checkText(text, {posted: "2023-06-01"});
    expect(claims.map(({verdict}) => verdict)).toEqual(["not-checkable", "not-checkable", "inconsistent"]);
    expect(series).toEqual([]);
  });

  test("leaves events to come open", () => {
    const {claims} = checkText("Paris will host the summit in September 2024.", {posted: "2024-06-01"});
    expect(claims).toMatchObject([{type: "event", verdict: "open"}]);
  });
});

describe("checkText() on invented economies", () => {
  const flow = (value: number, economy: string, partner: string) =>
    billions(value, "2022", {indicator: "exports", economy, partner});
  const world = {
    figures: [
      billions(50, "2022"),
      billions(40, "2021"),
      flow(30, "veloria", "tarsona"),
      flow(20, "tarsona", "veloria")
    ]
  };

  test.each([
    ["Trade between Veloria and Tarsona was $50bn in 2022.", "$50bn"],
    ["Velorian-Tarsonian trade turnover was $50bn in 2022.", "$50bn"],
    ["Veloria's trade turnover with Tarsona grew by 25% in 2022.", "25%"],
    ["Velorian exports to Tarsona were $30bn in 2022.", "$30bn"],
    ["Exports of Tarsona to Veloria were $20bn in 2022.", "$20bn"],
    ["Tarsona's imports from Veloria were $30bn in 2022.", "$30bn"],
    ["Veloria imported $20bn worth of goods from Tarsona in 2022.", "$20bn"],
    ["Товарооборот Велории и Тарсоны в 2022 году составил 50 млрд долларов.", "50 млрд"],
    ["Товарооборот Велории с Тарсоной в 2022 году вырос на 25%.", "25%"],
    ["Экспорт Велории в Тарсону в 2022 году составил 30 млрд долларов.", "30 млрд"],
    ["Велорийский экспорт в Тарсону в 2022 году составил 30 млрд долларов.", "30 млрд"],
    ["Импорт Велории из Тарсоны в 2022 году составил 20 млрд долларов.", "20 млрд"],
    ["В 2022 году тарсонский экспорт в Велорию достиг 20 млрд долларов.", "20 млрд"]
  ])("%s", (text, words) => {
    expect(claimWith(check(text, world), words).verdict).toBe("supported");
  });

  test("takes the pack's economies where the text names none", () => {
    const {slots} = claimWith(check("The trade turnover was $50bn in 2022.", world), "$50bn");
    expect([slots.economy, slots.partner]).toEqual([
      {value: "tarsona", from: "pack"},
      {value: "veloria", from: "pack"}
    ]);
  });

  test("finds them only with their pack", () => {
    const {claims} = checkText("Velorian exports to Tarsona were $30bn in 2022.", {posted: "2024-06-01"});
    expect(claims[0]!.slots.economy).toBeUndefined();
  });

  test("knows a pack's own indicators by their words", () => {
    const amber: Knowledge = {
      ...knownOn("2024-06-01", {
        figures: [billions(5, "2022", {indicator: "amber_sales"})].map((one) => ({
          ...one,
          basis: {indicator: "amber_sales", kind: "level" as const, economy: "veloria", unit: "USD"}
        }))
      }),
      profile: {
        economies: ["veloria"],
        indicators: [
          {id: "amber_sales", names: {en: "Amber sales"}, terms: {en: ["amber sales"], ru: ["продаж* янтаря"]}}
        ]
      }
    };
    for (const text of [
      "Amber sales of Veloria were $5bn in 2022.",
      "Продажи янтаря Велории в 2022 году составили 5 млрд долларов."
    ]) {
      const {claims} = checkText(text, {posted: "2024-06-01", knowledge: amber});
      expect(claims).toMatchObject([{indicator: "amber_sales", verdict: "supported"}]);
    }
  });

  test("treats them as it treats known ones", () => {
    const swap = (text: string) => text.replaceAll("Veloria", "Spain").replaceAll("Tarsona", "Portugal");
    const sentence = "Trade between Veloria and Tarsona rose by 25% to $50bn in 2022.";
    const known = {
      ...knownOn("2024-06-01", {}),
      figures: [50, 40].map((value, i) =>
        billions(value, String(2022 - i), {economy: "ESP", partner: "PRT", reporter: "ESP"})
      )
    };
    const invented = check(sentence, world).claims;
    const real = checkText(swap(sentence), {posted: "2024-06-01", knowledge: known}).claims;
    const shape = ({type, value, unit, period, indicator, verdict}: (typeof real)[number]) => [
      type,
      value,
      unit,
      period,
      indicator,
      verdict
    ];
    expect(invented.map(shape)).toEqual(real.map(shape));
    expect(entities.map(({id}) => id)).toEqual(["veloria", "tarsona"]);
  });
});

describe("checkText() on texts it cannot read", () => {
  test.each([
    ["de", "Im Jahr 2022 ist der Handel zwischen den beiden Ländern auf 45,8 Milliarden Dollar gestiegen.", /German/],
    ["pl", "W 2022 roku obroty handlowe między krajami wzrosły do 45,8 mld dolarów i nie spadły.", /Polish/],
    ["uk", "У 2022 році товарообіг двох країн зріс до 45,8 млрд доларів, повідомив міністр.", /Ukrainian/],
    ["zh", "2022年两国贸易额达到458亿美元,同比增长14.3%。", /Chinese/],
    ["und", "1998 33.3", /no words/]
  ])("finds nothing in %s and says why", (language, text, note) => {
    const {claims, document, notes} = checkText(text, {posted: "2024-06-01"});
    expect([claims, document.language]).toEqual([[], language]);
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  test("reads an empty text", () => {
    expect(checkText("", {posted: "2024-06-01"})).toMatchObject({claims: [], series: [], document: {length: 0}});
  });

  test("refuses a text that is too long, and names the limit", () => {
    const text = "a".repeat(longestText + 1);
    expect(() => checkText(text, {posted: "2024-06-01"})).toThrow(ConcordError);
    expect(() => checkText(text, {posted: "2024-06-01"})).toThrow(String(longestText));
  });
});

describe("checkText() on markup", () => {
  const options = {posted: "2024-06-01", knowledge: knownOn("2024-06-01", {figures: [billions(54, "2022", trade)]})};

  test.each([
    ["html", `<p>Trade between Veloria and <b>Tarsona</b> was $54&nbsp;<i>bn</i> in 2022.</p>`, "$54&nbsp;<i>bn"],
    [
      "markdown",
      "# News\n\nTrade between Veloria and Tarsona was **$54 bn** in [2022](http://example.org/1999).",
      "$54 bn"
    ],
    ["text", "Trade between Veloria and Tarsona was $54 bn in 2022.", "$54 bn"]
  ])("points at the source of %s", (format, source, words) => {
    const {claims, document} = checkText(source, options);
    expect(document).toMatchObject({format, length: source.length});
    expect(claims.map(({start, end, verdict}) => [source.slice(start, end), verdict])).toEqual([[words, "supported"]]);
  });

  test("reads no numbers of front matter, links, scripts and menus", () => {
    const page = `<html><head><title>$1bn</title><script>exports = 5e9</script></head><nav>Exports 12</nav><a href="/exports/2019">Home</a></html>`;
    expect(checkText(page, options).claims).toEqual([]);
    expect(checkText("---\ntitle: Exports of $5bn\n---\n[Home](http://example.org/5)", options).claims).toEqual([]);
  });
});

test("checkDocument() gives the text as read and where claims stand in it", () => {
  const {text, spans, result} = checkDocument("<p>It was <b>$5 bn</b>, Polish exports said.</p>", {
    posted: "2024-06-01"
  });
  expect(spans.map(({start, end}) => text.slice(start, end))).toEqual(result.claims.map((claim) => claim.text));
});

test("checkText() gives what its schema says", () => {
  const result = check(level, {figures});
  expect(checkResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
});
