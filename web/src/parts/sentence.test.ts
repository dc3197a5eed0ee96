import {expect, it} from "vitest";
import {sentence} from "./sentence.ts";

it("ends a text with one full stop", () => {
  expect(sentence("As known on 25 November 2026")).toBe("As known on 25 November 2026.");
  expect(sentence("По данным на 25 ноября 2026 г.")).toBe("По данным на 25 ноября 2026 г.");
});
