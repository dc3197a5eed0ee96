import {describe, expect, test} from "vitest";
import {checkText} from "../check.ts";

function ends(text: string, title = "") {
  const source = title ? `${title}\n\n${text}` : text;
  return checkText(source, {posted: "2024-06-01"}).claims.map(({slots}) =>
    [slots.economy?.value, slots.partner?.value, slots.pair?.value].filter((id) => id !== undefined).join(">")
  );
}

describe("resolveEconomies()", () => {
  test.each([
    ["Trade between Poland and Italy was $5bn.", "ITA>POL"],
    ["Trade between Italy and Poland was $5bn.", "ITA>POL"],
    ["Poland's trade with Italy was $5bn.", "ITA>POL"],
    ["Polish-Italian trade was $5bn.", "ITA>POL"],
    ["Polish exports to Italy were $5bn.", "POL>ITA"],
    ["Exports of Poland to Italy were $5bn.", "POL>ITA"],
    ["Exports from Poland to Italy were $5bn.", "POL>ITA"],
    ["Poland exported goods worth $5bn to Italy.", "POL>ITA"],
    ["Poland increased exports to Italy to $5bn.", "POL>ITA"],
    ["Polish imports from Italy were $5bn.", "POL>ITA"],
    ["Italy's imports from Poland were $5bn.", "ITA>POL"],
    ["Poland's foreign trade was $5bn.", "POL"],
    ["Polish exports were $5bn.", "POL"],
    ["Poland's trade deficit with Italy was $5bn.", "POL>ITA"],
    ["Poland's GDP grew by 5%.", "POL"],
    ["Inflation in Poland was 5%.", "POL"],
    ["Exports were $5bn.", ""],
    ["Товарооборот Польши и Италии составил 5 млрд евро.", "ITA>POL"],
    ["Товарооборот между Польшей и Италией составил 5 млрд евро.", "ITA>POL"],
    ["Польско-итальянский товарооборот составил 5 млрд евро.", "ITA>POL"],
    ["Экспорт Польши в Италию составил 5 млрд евро.", "POL>ITA"],
    ["Польский экспорт в Италию составил 5 млрд евро.", "POL>ITA"],
    ["Импорт Польши из Италии составил 5 млрд евро.", "POL>ITA"],
    ["Польша экспортировала в Италию товаров на 5 млрд евро.", "POL>ITA"],
    ["ВВП Польши вырос на 5%.", "POL"]
  ])("%s", (text, wanted) => {
    expect(ends(text)).toEqual([wanted]);
  });

  test.each([
    ["Polish-Italian trade was $9bn. Exports were $5bn.", ["ITA>POL", "ITA-POL"]],
    ["Polish exports to Italy were $5bn, imports $4bn.", ["POL>ITA", "POL>ITA"]],
    ["Polish exports to Italy were $5bn and to Spain $4bn.", ["POL>ITA", "POL>ESP"]],
    ["Polish exports to Italy were $5bn. Imports were $4bn.", ["POL>ITA", "POL>ITA"]]
  ])("goes on from what was said: %s", (text, wanted) => {
    expect(ends(text)).toEqual(wanted);
  });

  test("forgets a pair when the text turns to others", () => {
    expect(ends("Polish-Italian trade was $9bn. Norway is rich. Trade was $5bn.").at(-1)).not.toContain("ITA");
  });

  test("takes the pair of the title", () => {
    expect(ends("The trade turnover was $5bn in 2022.", "Poland and Italy trade more")).toEqual(["ITA>POL"]);
  });
});
