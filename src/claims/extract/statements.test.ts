import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";

function statements(text: string) {
  return checkText(text, {posted: "2024-06-01"}).claims.map(({type, text: words}) => [type, words]);
}

describe("readStatements()", () => {
  test.each([
    ["causal", "The war has led to higher prices"],
    ["causal", "The crisis caused a split"],
    ["normative", "Governments must act more quickly"],
    ["normative", "The parties need to implement them"],
    ["normative", "Необходимо ускорить работу"],
    ["commitment", "France plans to increase exports to Italy"],
    ["commitment", "The parties pledged to remove all barriers"],
    ["commitment", "Стороны обязались снять ограничения"],
    ["qualitative", "The programme has borne fruit"],
    ["qualitative", "Machinery is of special interest"],
    ["qualitative", "Отношения развиваются по восходящей"],
    ["status", "The French agreement with Italy was signed in 2022"],
    ["status", "The treaty has not yet entered into force"],
    ["status", "Договор вступил в силу в 2022 году"],
    ["status", "Соглашение пока не подписано"],
    ["event", "Paris will host the summit in September 2024"],
    ["event", "Саммит пройдёт в Минске в сентябре 2024 года"]
  ])("reads a %s one: %s", (type, text) => {
    expect(statements(`${text}.`)).toEqual([[type, text]]);
  });

  test("parts a list of commitments", () => {
    const text = "The union aims to remove barriers, to open markets and to equalise conditions.";
    expect(statements(text)).toEqual([
      ["commitment", "The union aims to remove barriers"],
      ["commitment", "to open markets"],
      ["commitment", "to equalise conditions"]
    ]);
  });

  test("parts statements joined by a comma and a conjunction", () => {
    const text = "The treaty was signed, but governments must act.";
    expect(statements(text)).toEqual([
      ["status", "The treaty was signed"],
      ["normative", "governments must act"]
    ]);
  });

  test("leaves out who said so behind a quotation", () => {
    expect(statements("“Governments must act more quickly,” the expert said.")).toEqual([
      ["normative", "Governments must act more quickly"]
    ]);
  });

  test("leaves statements with numbers to the numbers", () => {
    const [claim, ...others] = statements("Polish exports must have reached $5bn in 2022.");
    expect([claim![0], others]).toEqual(["level", []]);
  });

  test.each(["The minister arrived.", "A summit is a summit.", "Министр прибыл."])("finds none in %j", (text) => {
    expect(statements(text)).toEqual([]);
  });
});
