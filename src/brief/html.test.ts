import fc from "fast-check";
import {Window} from "happy-dom";
import {describe, expect, test} from "vitest";
import {escapeText, Html, html, join} from "./html.ts";

/** Strings that look like markup more often than chance would have it. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "</p>",
        "<script>",
        "</style>",
        "<!--",
        "-->",
        "]]>",
        "&lt;",
        "`",
        "=",
        "\u0000",
        "\ud800"
      ),
      fc.string({unit: "binary", maxLength: 6})
    ),
    {maxLength: 20}
  )
  .map((parts) => parts.join(""));

describe("html``", () => {
  test("escapes text and keeps markup", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${1}</i>`}${undefined}${["a", html`<br>`]}</p>`.text).toBe(
      '<p title="&quot;">&lt;b&gt;<i>1</i>a<br></p>'
    );
  });

  test("never yields a tag or leaves an attribute, whatever the text", () => {
    const {document} = new Window();
    fc.assert(
      fc.property(hostile, (text) => {
        document.body.innerHTML = html`<p title="${text}">${text}</p>`.text;
        const paragraph = document.body.firstElementChild!;
        expect(document.body.childNodes).toHaveLength(1);
        expect([...paragraph.attributes].map(({name}) => name)).toEqual(["title"]);
        expect(paragraph.children).toHaveLength(0);
      })
    );
  });
});

test("escapeText() leaves no character that could open a tag, an entity or a string", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replace(/&(amp|lt|gt|quot|#39);/g, "")).not.toContain("&");
      expect(escaped).not.toMatch(/\p{Cs}/u);
    })
  );
});

test("join() puts the separator between, escaped", () => {
  expect(join(["a", new Html("<b>"), "c"], " & ").text).toBe("a &amp; <b> &amp; c");
});
