import {describe, expect, it} from "vitest";
import {type InternalFinding, internalSentence} from "./internal-words.ts";

const usd = (value: number) => ({value, unit: "USD"});
const percent = (value: number) => ({value, unit: "%"});
const times = (value: number) => ({value, unit: "x"});
const plain = (value: number) => ({value, unit: null});

describe("internalSentence()", () => {
  it.each<[InternalFinding["check"], InternalFinding["numbers"], string, string]>([
    [
      "balance",
      [usd(5e9), usd(6e9), usd(-1e9), usd(2e9)],
      "5 bn USD − 6 bn USD = -1 bn USD, said 2 bn USD",
      "5 млрд долл. − 6 млрд долл. = -1 млрд долл., сказано 2 млрд долл."
    ],
    [
      "level-and-growth",
      [usd(3e9), usd(2e9), percent(45.5), percent(54.5), percent(5)],
      "3 bn USD over 2 bn USD is 45.5% to 54.5%, said 5%",
      "3 млрд долл. к 2 млрд долл. – от 45,5 % до 54,5 %, сказано 5 %"
    ],
    [
      "levels-and-ratio",
      [usd(4e9), usd(2e9), times(1.5), times(2.5), times(3)],
      "4 bn USD over 2 bn USD is 1.5 times to 2.5 times, said 3 times",
      "4 млрд долл. к 2 млрд долл. – от 1,5 раза до 2,5 раза, сказано 3 раза"
    ],
    [
      "share-and-parts",
      [plain(125), plain(310), percent(40.32), percent(40)],
      "125 of 310 is 40.32%, said 40%",
      "125 из 310 – 40,32 %, сказано 40 %"
    ],
    [
      "direction",
      [usd(80e6), usd(95e6), plain(1), plain(-1)],
      "From 80 mn USD to 95 mn USD is up, said down",
      "С 80 млн долл. до 95 млн долл. – рост, сказано снижение"
    ],
    [
      "exchange-rate",
      [{value: 85.714, unit: "RUB/USD"}],
      "Implies 85.71 RUB/USD",
      "Подразумевается 85,71 рос. руб./долл."
    ],
    [
      "exchange-rate",
      [
        {value: 85.714, unit: "RUB/USD"},
        {value: 68.4, unit: "RUB/USD", period: "2022", verified: false}
      ],
      "Implies 85.71 RUB/USD; 2022 average 68.4 (unverified)",
      "Подразумевается 85,71 рос. руб./долл.; в среднем за 2022 – 68,4 (не проверено)"
    ]
  ])("puts %s into words of both languages", (check, numbers, english, russian) => {
    const finding = {check, holds: null, numbers};
    expect(internalSentence(finding, "en").replaceAll("\u00a0", " ")).toBe(english);
    expect(internalSentence(finding, "ru").replaceAll("\u00a0", " ")).toBe(russian);
  });
});
