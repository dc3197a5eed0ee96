import {describe, expect, test} from "vitest";
import {analysisOf} from "../../../test/claims/reader.ts";
import {countedOf, indicatorOf, indicatorWords} from "./indicators.ts";

function indicators(text: string) {
  const analysis = analysisOf(text);
  const words = indicatorWords(analysis);
  return analysis.quantities.map((quantity) => indicatorOf(analysis, words, quantity)?.id);
}

describe("indicatorOf()", () => {
  test.each([
    ["Exports were $5bn.", ["exports"]],
    ["They had $5bn worth of exports.", ["exports"]],
    ["Exports rose by 5% to $5bn.", ["exports", "exports"]],
    ["Exports were $5bn, imports $4bn.", ["exports", "imports"]],
    ["Exports and imports were $5bn and $4bn, respectively.", ["exports", "imports"]],
    ["Exports and imports rose by 5% and 4%.", ["exports", "imports"]],
    ["Trade in goods and services was $5bn.", ["turnover"]],
    ["GDP grew by 3.9% and inflation was 7%.", ["gdp", "inflation"]],
    ["The trade deficit was $5bn.", ["balance"]],
    ["Trade policy cost $5bn.", [undefined]],
    ["The dinner cost $5.", [undefined]],
    ["Товарооборот составил 5 млрд долларов, экспорт – 3 млрд долларов.", ["turnover", "exports"]],
    ["Экспорт и импорт составили 5 и 4 млрд долларов.", ["exports", "imports"]],
    ["ВВП вырос на 3,9%, а промышленное производство – на 7,7%.", ["gdp", "industrial_output"]],
    ["Внешняя торговля составила 5 млрд долларов.", ["turnover"]],
    ["Цена на газ составила 128 долларов.", ["gas_price"]]
  ])("%s", (text, wanted) => {
    expect(indicators(text)).toEqual(wanted);
  });
});

test.each([
  ["They have 12 projects.", "projects"],
  ["They have 12 joint investment projects.", "projects"],
  ["They have 12 import substitution projects.", "import_substitution_projects"],
  ["They received 12 delegations.", "delegations"],
  ["У них 12 совместных проектов.", "projects"],
  ["Подписано 12 соглашений.", "agreements"],
  ["They have 12 of them in projects.", undefined],
  ["They have 12 cats.", undefined]
])("countedOf() tells what is counted in %j", (text, id) => {
  const analysis = analysisOf(text);
  expect(countedOf(analysis, analysis.quantities[0]!)?.id).toBe(id);
});
