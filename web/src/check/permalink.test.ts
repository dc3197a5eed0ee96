import {describe, expect, it} from "vitest";
import {longestFragment, readFragment, writeFragment} from "./permalink.ts";

describe("the fragment of a check", () => {
  it("gives back text and day, in any script", async () => {
    for (const linked of [
      {text: "Turnover reached $50bn. 🙂", posted: "2024-02-23"},
      {text: "Товарооборот вырос на 14,3 %"},
      {text: "<script>alert(1)</script>"}
    ])
      expect(await readFragment(`#${await writeFragment(linked)}`)).toEqual(linked);
  });

  it("is a plain fragment, and short for an article", async () => {
    const fragment = await writeFragment({text: "Turnover of Belarus and Russia reached $50bn in 2022. ".repeat(60)});
    expect(fragment).toMatch(/^text=[\w-]+$/);
    expect(fragment.length).toBeLessThan(longestFragment);
  });

  it("is undefined without a text", async () => {
    for (const fragment of ["", "#", "#evidence", "#text="]) expect(await readFragment(fragment)).toBeUndefined();
  });

  it("is refused where it is damaged", async () => {
    for (const fragment of ["#text=abc", "#text=%%%", "#text=eJwrSS0uAQ"])
      await expect(readFragment(fragment), fragment).rejects.toThrow(SyntaxError);
  });

  it("is refused where it would unpack to a text without end", async () => {
    const bomb = await writeFragment({text: "a".repeat(5_000_000)});
    expect(bomb.length).toBeLessThan(longestFragment);
    await expect(readFragment(bomb)).rejects.toThrow(SyntaxError);
  });
});
