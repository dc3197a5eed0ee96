import {expect, test} from "vitest";
import {readHtml} from "./html.ts";

const shown = (source: string) => readHtml(source).clean.text.trim();

test.each([
  ["<p>Exports rose.</p>", "Exports rose."],
  ["<p>Exports <b>rose</b> by <i>5</i>%.</p>", "Exports rose by 5%."],
  ["<p>5&nbsp;%, &euro;3&#8239;bn &amp; more &mdash; yes</p>", "5\u00a0%, €3\u202fbn & more — yes"],
  ["<p>one</p><script>var x = 5;</script><p>two</p>", "one\n\n\n\ntwo"],
  ["<style>p {width: 5%}</style><p>one</p>", "one"],
  ["<head><title>Title 5%</title></head><body>one</body>", "one"],
  ["<nav>Menu 12</nav><p>one</p>", "one"],
  ["<p>one<!-- 5% of nothing --> two</p>", "one two"],
  ["<p>one</p><svg><text>7</text></svg>", "one"],
  ["5 < 6 and 7 > 6", "5 < 6 and 7 > 6"],
  ["<p>unclosed <b>bold", "unclosed bold"],
  ["", ""]
])("readHtml() shows of %j what a reader sees", (source, text) => {
  expect(shown(source)).toBe(text);
});

test("readHtml() parts the cells of a table and the items of a list", () => {
  expect(shown("<table><tr><td>2019</td><td>33.3</td></tr></table>").split(/\n+/)).toEqual(["2019", "33.3"]);
  expect(shown("<ul><li>one<li>two</ul>").split(/\n+/)).toEqual(["one", "two"]);
});

test("readHtml() remembers where the text stood", () => {
  const source = "<p>It was &#36;5&nbsp;bn</p>";
  const {clean} = readHtml(source);
  const at = clean.text.indexOf("$5\u00a0bn");
  expect(source.slice(clean.toSource(at), clean.endToSource(at + 5))).toBe("&#36;5&nbsp;bn");
});

test.each([
  ['<meta property="article:published_time" content="2024-02-23T15:52:00+03:00">', "2024-02-23T15:52:00+03:00"],
  ['<meta name="date" content="2024-02-23">', "2024-02-23"],
  ['<meta name="DC.date" content="2024-02-23">', "2024-02-23"],
  ['<time datetime="2024-02-23">yesterday</time>', "2024-02-23"],
  ["<p>none</p>", undefined]
])("readHtml() takes the day of posting from %s", (source, posted) => {
  expect(readHtml(source).meta.posted).toBe(posted);
});

test("readHtml() prefers the heading to the window's title, and names the site", () => {
  const {meta} = readHtml(
    '<head><title>Site: news</title><meta property="og:site_name" content="The Paper"></head><h1>Trade\n grows</h1>'
  );
  expect(meta).toMatchObject({title: "Trade grows", publisher: "The Paper"});
  expect(readHtml("<title>Only this</title><p>x</p>").meta.title).toBe("Only this");
});
