import {expect, test} from "vitest";
import {segment} from "./segment.ts";

const sentences = (text: string) => segment(text).map(({start, end}) => text.slice(start, end).trim());

test.each([
  ["Exports rose. Imports fell.", ["Exports rose.", "Imports fell."]],
  ["Экспорт вырос. Импорт упал!", ["Экспорт вырос.", "Импорт упал!"]],
  ["It rose to $3.5 bn. It fell.", ["It rose to $3.5 bn.", "It fell."]],
  ["Mr. Ivanov said so. He left.", ["Mr. Ivanov said so.", "He left."]],
  ["The U.S. exported more. Good.", ["The U.S. exported more.", "Good."]],
  ["В 2019 г. экспорт вырос.", ["В 2019 г. экспорт вырос."]],
  ["Экспорт составил 5 млрд. долл. в год. Импорт упал.", ["Экспорт составил 5 млрд. долл. в год.", "Импорт упал."]],
  ["А. С. Пушкин писал. Да.", ["А. С. Пушкин писал.", "Да."]],
  ["“It rose.” He left.", ["“It rose.”", "He left."]],
  ["«Экспорт вырос». Импорт упал.", ["«Экспорт вырос».", "Импорт упал."]],
  ["Really?! Yes… No.", ["Really?!", "Yes…", "No."]],
  ["See No. 5 of 1998. It is in force.", ["See No. 5 of 1998.", "It is in force."]],
  ["A heading\n\nExports rose.", ["A heading", "Exports rose."]],
  ["- exports rose\n- imports fell", ["- exports rose", "- imports fell"]],
  ["", []],
  [" \n\n \n", []]
])("segment() parts %j", (text, wanted) => {
  expect(sentences(text)).toEqual(wanted);
});

test("segment() joins lines that are only wrapped", () => {
  const text = "The trade turnover of the two economies in the first half\nof the year rose by 5 per cent.";
  expect(sentences(text)).toEqual([text]);
});

test("segment() counts paragraphs by blank lines", () => {
  const found = segment("One. Two.\n\nThree.\n \t\nFour.\nfive.");
  expect(found.map(({paragraph}) => paragraph)).toEqual([0, 0, 1, 2]);
});
