import fc from "fast-check";
import {Window} from "happy-dom";
import {describe, expect, test} from "vitest";
import {briefInput, checked, knowledge} from "../../test/brief/fixture.ts";
import {languages} from "../base/label.ts";
import {brief, maxBriefBytes} from "./brief.ts";
import type {BriefInput} from "./input.ts";

function parse(page: string): Document {
  const {document} = new Window();
  document.write(page);
  return document as unknown as Document;
}

const textOf = (document: Document, selector: string) =>
  [...document.querySelectorAll(selector)].map(({textContent}) => textContent!.replace(/\s+/g, " ").trim());

describe("brief()", () => {
  test.each(languages)("is one page that asks for nothing and runs nothing (%s)", (language) => {
    const page = brief(briefInput({language}));
    const document = parse(page);
    expect(page).toMatch(new RegExp(`^<!doctype html>\n<html lang="${language}">`));
    expect([...document.querySelectorAll("script")].map((script) => script.getAttribute("type"))).toEqual([
      "application/ld+json"
    ]);
    expect(document.querySelectorAll("[src], link, iframe, object, embed, form, base")).toHaveLength(0);
    expect(page).not.toMatch(/@import|@font-face|\son[a-z]+="/);
    expect([...page.matchAll(/url\(([^)]*)\)/g)].every(([, address]) => address!.startsWith("#"))).toBe(true);
  });

  test("names every id once and links to none that is not there", () => {
    const page = brief(briefInput({checks: [checked, checked]}));
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!);
    const links = [...page.matchAll(/\shref="#([^"]*)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("finds five sentences, each with its basis", () => {
    expect(textOf(parse(brief(briefInput())), "#findings li")).toEqual([
      "In 2022 the turnover of Aland and Beland was 30.4 bn USD (Aland's books, goods)1; almost 33 bn USD (Aland's books, goods + services)1; 28.0 bn USD (Beland's books, goods)2.",
      "For 2022, Aland's books show 2.4 bn USD (8.6 %) more turnover in goods than Beland's books.1, 2",
      "2022, with 30.4 bn USD, is the highest year on Aland's books, goods, current prices, since the series starts in 2016 (no figures for 2021).1",
      "Of 3 statements in “Trade grows”, 2 on a basis; 1 not checkable. The row 22 – 33 is not one series: it changes basis once.",
      "Of 2 items in the register, dates due were moved for 1; the furthest is “Common gas market”: first due 31 December 2022, last 1 January 2025 (732 days).3"
    ]);
  });

  test("finds them in Russian", () => {
    const [first, , , fourth, fifth] = textOf(parse(brief(briefInput({language: "ru"}))), "#findings li");
    expect(first).toMatch(/^Товарооборот, Аландия – Беландия, 2022 г\.: 30,4 млрд долл\. США \(учёт Аландии, товары\)/);
    expect(fourth).toContain("3 утверждения: 2 верно на основе; 1 не проверяется");
    expect(fifth).toContain("«Общий рынок газа»: первый срок 31 декабря 2022 г., последний 1 января 2025 г. (732 дня)");
  });

  test("lets unverified figures decide no finding but shows them in the table", () => {
    const document = parse(brief(briefInput()));
    expect(textOf(document, "#findings li").join()).not.toContain("20.5");
    expect(textOf(document, ".figures tr").find((row) => row.startsWith("2019"))).toContain("20.5†");
  });

  test("marks statements with sign and word, and says on what they hold", () => {
    const document = parse(brief(briefInput()));
    expect(textOf(document, "blockquote")).toEqual([
      "Trade was $22bn1◑ in 2019 and $33bn2◑ in 2022. The office promises more3–."
    ]);
    expect(textOf(document, "#claim-0-1 td")).toEqual([
      "$22bn",
      "◑ on a basis",
      "Aland's books, goods: 22.0 bn USD1",
      "Beland's books, goods: 20.5 bn USD (unverified)"
    ]);
  });

  test("lays the change that a row implies beside that on each basis", () => {
    const rows = textOf(parse(brief(briefInput())), ".changes tr");
    expect(rows[1]).toBe("change it implies+50.0 %");
    expect(rows.at(-1)).toBe("basis it stands onAland's books, goods ≠ Aland's books, goods + services");
  });

  test("numbers all sources in the order of the page, with their addresses", () => {
    const items = [...parse(brief(briefInput())).querySelectorAll(".sources li")];
    expect(items.map(({id}) => id)).toEqual(["source-1", "source-2", "source-3"]);
    expect(items[2]!.querySelector("a")!.getAttribute("href")).toBe("https://example.org/press");
  });

  test("carries its data as JSON-LD and as tables to download", () => {
    const document = parse(brief(briefInput()));
    const data = JSON.parse(document.querySelector("script")!.textContent!) as Record<string, unknown>;
    expect(data).toMatchObject({"@type": "Dataset", temporalCoverage: "2016/2022", dateModified: "2023-07-01"});
    const links = [...document.querySelectorAll("#data a[download]")];
    expect(links.map((link) => link.getAttribute("download"))).toEqual([
      "invented-figures-2023-07-01.csv",
      "invented-register-2023-07-01.csv",
      "invented-verdicts-2023-07-01.csv"
    ]);
    const csv = decodeURIComponent(links[0]!.getAttribute("href")!.split(",").slice(1).join(","));
    expect(csv.split("\r\n")[0]).toMatch(/^id,indicator,kind,about,economy,partner,reporter,coverage/);
    expect(csv).toContain("aaa.goods.2022,turnover,level,,AAA,BBB,AAA,goods,,current,USD,,2022,,30400000000,exact");
  });

  test("says what is missing instead of leaving it out", () => {
    const nothing = {...knowledge, figures: [], register: {entities: [], items: [], assertions: [], links: []}};
    const document = parse(brief(briefInput({knowledge: nothing, checks: []})));
    expect(textOf(document, "#turnover p, #checked p, #register p")).toEqual([
      "The pack holds no turnover of this pair.",
      "The pack names no document to check.",
      "The pack holds no register."
    ]);
    expect(document.querySelector("#findings")).toBeNull();
  });

  test("leaves the tables out of a page that they would make too large, and says so", () => {
    const more = Array.from({length: 6000}, (_, index) => ({
      ...knowledge.figures[0]!,
      id: `gdp.${index}`,
      basis: {indicator: "gdp", kind: "level" as const, economy: "AAA", unit: "USD"}
    }));
    const page = brief(briefInput({knowledge: {...knowledge, figures: [...knowledge.figures, ...more]}}));
    expect(page.length).toBeLessThan(maxBriefBytes);
    expect(page).toContain("too large to be carried in this page");
  });

  test("refuses a page that is too large without them", () => {
    const items = Array.from({length: 14_000}, (_, index) => ({
      ...knowledge.register.items[0]!,
      id: `i.${index}`,
      title: {en: `Agreement on everything that has number ${index} and a title as long as titles of agreements are`}
    }));
    const input = briefInput({knowledge: {...knowledge, register: {...knowledge.register, items}}});
    expect(() => brief(input)).toThrow(/^Brief of "invented" would have \d+ bytes, the most is 1000000/);
  });
});

/** Every text of an input that somebody else wrote, replaced. */
function poisoned(text: string): BriefInput {
  const {register} = knowledge;
  const named = {...register, items: register.items.map((item) => ({...item, title: {en: text, ru: text}}))};
  const entities = register.entities.map((entity) => ({...entity, names: {en: text, ru: text}}));
  const sources = knowledge.sources.map((source) => ({
    ...source,
    title: text,
    publisher: text,
    quote: text,
    locator: text
  }));
  const {result} = checked;
  const claims = result.claims.map((claim) => ({...claim, text, why: text, start: 0, end: text.length}));
  return briefInput({
    pack: {name: "invented", title: text, licence: text},
    knowledge: {...knowledge, sources, register: {...named, entities}},
    checks: [
      {
        text,
        spans: claims.map(() => ({start: 0, end: text.length})),
        result: {...result, document: {title: text, publisher: text, language: text}, claims}
      }
    ]
  });
}

test("brief() shows whatever was written as text, never as markup", () => {
  const plain = parse(brief(poisoned("plain")));
  const names = (document: Document) => [
    ...new Set([...document.querySelectorAll("*")].map(({localName}) => localName))
  ];
  const allowed = new Set(names(plain));
  const hostile = fc.array(
    fc.constantFrom(
      "<img src=x onerror=alert(1)>",
      "</script>",
      "<!--",
      "-->",
      "</style>",
      '"',
      "'",
      ">",
      "<b>",
      "&lt;",
      "</title>",
      "\n\n",
      "a",
      "\u2028"
    ),
    {minLength: 1, maxLength: 6}
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      const document = parse(brief(poisoned(parts.join(""))));
      expect(names(document).filter((name) => !allowed.has(name))).toEqual([]);
      expect(document.querySelectorAll("[onerror], img")).toHaveLength(0);
      expect(document.querySelectorAll("script, style, title")).toHaveLength(
        plain.querySelectorAll("script, style, title").length
      );
      expect(() => JSON.parse(document.querySelector("script")!.textContent!)).not.toThrow();
    }),
    {numRuns: 25}
  );
});
