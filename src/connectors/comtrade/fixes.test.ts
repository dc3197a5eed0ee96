import {expect, it} from "vitest";
import {emptyAnswer, ownNumbers, periodText, worldCode} from "./fixes.ts";

it("comtrade-own-numbers asks for customs areas by the service's numbers, for others by M49", () => {
  expect(ownNumbers.apply({id: "USA", m49: "840"})).toBe("842");
  expect(ownNumbers.apply({id: "BLR", m49: "112"})).toBe("112");
  expect(ownNumbers.apply({id: "AFG", m49: "004"})).toBe("4");
  expect(ownNumbers.apply({id: "WLD", m49: "001"})).toBe("0");
  expect(ownNumbers.apply({id: "EAEU", m49: undefined})).toBeUndefined();
});

it("comtrade-world-code knows the world by number and by letters", () => {
  expect(["W00", "0", "112"].map(worldCode.apply)).toEqual(["001", "001", "112"]);
});

it("comtrade-period reads months, and years whatever their month", () => {
  expect(periodText.apply({freqCode: "M", period: "202306"})).toBe("2023-06");
  expect(periodText.apply({freqCode: "A", period: 2023})).toBe("2023");
});

it("comtrade-empty-answer gives a reason, the service's own where it has one", () => {
  expect(emptyAnswer.apply({asked: "112 with 643", error: ""})).toBe(
    "112 with 643: not reported, or not published yet"
  );
  expect(emptyAnswer.apply({asked: "112", error: "busy"})).toBe("112: busy");
});
