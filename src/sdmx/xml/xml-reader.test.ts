import {describe, expect, it} from "vitest";
import {makeXmlReader} from "./xml-reader.ts";

function eventsOf(chunks: string[]): string[] {
  const events: string[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") events.push(`"${text}"`);
    text = "";
  };
  const reader = makeXmlReader({
    open(name, attributes) {
      flush();
      events.push(
        `<${name}${Object.entries(attributes)
          .map(([key, value]) => ` ${key}=${value}`)
          .join("")}>`
      );
    },
    text: (piece) => {
      text += piece;
    },
    close(name) {
      flush();
      events.push(`</${name}>`);
    }
  });
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return events;
}

const sample = `<?xml version="1.0"?>\n<!-- a > b --><m:a xmlns:m="urn:x" x='1 > 0' m:type="T"><b y="&lt;&#65;&#x42;"/>t&amp;u<![CDATA[<raw>]]></m:a>\n`;

describe("makeXmlReader()", () => {
  it("tells elements, attributes and texts, without prefixes of elements", () => {
    expect(eventsOf([sample])).toEqual(["<a x=1 > 0 :type=T>", "<b y=<AB>", "</b>", '"t&u<raw>"', "</a>"]);
  });

  it("tells the same however the document is cut", () => {
    const whole = eventsOf([sample]);
    for (let size = 1; size < 20; size++) {
      const chunks = [];
      for (let i = 0; i < sample.length; i += size) chunks.push(sample.slice(i, i + size));
      expect(eventsOf(chunks)).toEqual(whole);
    }
  });

  it("refuses document types, and so the expansion of entities", () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x "${"y".repeat(10)}"><!ENTITY z "&x;&x;">]><a>&z;</a>`;
    expect(() => eventsOf([bomb])).toThrow(/document type definition, which is refused/);
    expect(() => eventsOf([`<a>&z;</a>`])).toThrow(/unknown entity "&z;" at line 1, column 4/);
    expect(() => eventsOf([`<a b="&__proto__;"/>`])).toThrow(/unknown entity/);
  });

  it.each([
    ["<a><b>", /ends before "b" is closed at line 1/],
    ["<a>\n<b></a>", /closes "a", wanted "b" at line 2, column 4/],
    ["<a", /ends in the middle of "<a"/],
    ["<a/><b/>", /has a second root/],
    ["<a/>text", /text outside of its root|ends in the middle/],
    ["", /is empty/],
    ['<a b="1" b="2"/>', /attribute "b" twice/],
    ["<a b=1/>", /malformed attribute in "b=1"/],
    ["{}", /ends in the middle/]
  ])("says what is wrong with %j, and where", (text, message) => {
    expect(() => eventsOf([text])).toThrow(message);
  });

  it("refuses documents that are nested without end", () => {
    expect(() => eventsOf(["<a>".repeat(100_000)])).toThrow(/nested deeper than 64/);
  });
});
