import {expect, test} from "vitest";
import {formatOf, readDocument} from "./documents.ts";

test.each([
  ["<!DOCTYPE html><html></html>", "html"],
  ["  <article>x</article>", "html"],
  ["\ufeff<p>x</p>", "html"],
  ["# Heading\n\nText", "markdown"],
  ["Some **bold** words", "markdown"],
  ["A [link](http://example.org)", "markdown"],
  ["---\ntitle: x\n---\nText", "markdown"],
  ["Plain text, 5 < 6.", "text"],
  ["", "text"]
])("formatOf() takes %j for %s", (source, format) => {
  expect(formatOf(source)).toBe(format);
});

test("readDocument() reads front matter and leaves it out of the text", () => {
  const source =
    "---\ntitle: Trade grows\npublisher: The Paper\nspeaker: A. Minister\nsource: https://example.org\nposted: 2024-02-23\n---\nExports rose.";
  const document = readDocument(source);
  expect(document).toMatchObject({
    format: "markdown",
    title: "Trade grows",
    publisher: "The Paper",
    speaker: "A. Minister",
    source: "https://example.org",
    posted: "2024-02-23",
    language: "en"
  });
  expect(document.clean.text.trim()).toBe("Exports rose.");
  expect(source.slice(document.clean.toSource(document.clean.text.indexOf("Exports")))).toBe("Exports rose.");
});

test.each(["---\n: : [\n---\nText", "---\n- a\n- b\n---\nText", "---\njust words\n---\nText"])(
  "readDocument() reads the text behind broken front matter %j",
  (source) => {
    const {clean, posted} = readDocument(source);
    expect([clean.text.trim(), posted]).toEqual(["Text", undefined]);
  }
);

test.each([
  ["Posted: 23.02.2024 15:52:00\n\nExports rose.", "2024-02-23"],
  ["Posted: 2024-02-23\nExports rose.", "2024-02-23"],
  ["A title\n\nPublished: 3.2.2024\n\nExports rose.", "2024-02-03"],
  ["Опубликовано: 23.02.2024\n\nЭкспорт вырос.", "2024-02-23"],
  ["Дата: 23.02.2024\n\nЭкспорт вырос.", "2024-02-23"],
  ["Posted: 31.02.2024\n\nExports rose.", undefined],
  ["Posted: yesterday\n\nExports rose.", undefined],
  ["They posted 23.02.2024 as the day.", undefined]
])("readDocument() finds the posting line of %j", (source, posted) => {
  expect(readDocument(source).posted).toBe(posted);
});

test("readDocument() checks no posting line", () => {
  const source = "Posted: 23.02.2024 15:52:00\n\nExports rose.";
  const {clean} = readDocument(source);
  expect(clean.text.trim()).toBe("Exports rose.");
  const at = clean.text.indexOf("rose");
  expect(source.slice(clean.toSource(at), clean.endToSource(at + 4))).toBe("rose");
});

test.each([
  ["Trade grows again\n\nExports rose.", "Trade grows again"],
  ["# Trade grows\n\nExports rose.", "Trade grows"],
  ["<div><h1>Trade grows</h1></div><p>Exports rose.</p>", "Trade grows"],
  ["Exports rose.\n\nImports fell.", undefined],
  ["Exports rose.", undefined]
])("readDocument() takes the title of %j", (source, title) => {
  expect(readDocument(source).title).toBe(title);
});

test("readDocument() reads a page's own words about itself", () => {
  const page =
    '<html><head><meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2024-02-23T10:00:00Z"></head><body><p>Экспорт вырос на 5 %.</p></body></html>';
  expect(readDocument(page)).toMatchObject({
    format: "html",
    publisher: "The Paper",
    posted: "2024-02-23",
    language: "ru"
  });
});

test("readDocument() takes a given format over what the text looks like", () => {
  expect(readDocument("# not a heading", "text").clean.text).toBe("# not a heading");
});

test("readDocument() passes over a byte order mark", () => {
  expect(readDocument("\ufeffExports rose.").clean.text).toBe("Exports rose.");
});
