import {describe, expect, it} from "vitest";
import {languages} from "./label.ts";
import {type Ground, grounds} from "./verdicts.ts";
import {type Judged, whySentence} from "./why-words.ts";

interface Basis {
  readonly name: string;
  readonly match: "holds" | "does-not-hold";
  readonly verified: boolean;
  readonly since?: string;
}

const bases: Basis[] = [
  {name: "A", match: "holds", verified: true, since: "1994"},
  {name: "B", match: "holds", verified: false, since: "2001"},
  {name: "C", match: "does-not-hold", verified: true},
  {name: "C", match: "does-not-hold", verified: false}
];
const names = {basis: ({name}: Basis) => name, item: (item: string, of: string) => `${item} (${of})`};

function judged(ground: Ground, fields: Partial<Judged<Basis, string>> = {}): Judged<Basis, string> {
  const amount = (value: number, unit = "USD") => ({value, unit});
  const numbers = [amount(6.7e9), amount(5.7e9), amount(12.4e9), amount(10.4e9)];
  const internal = [{check: "parts-and-sum" as const, holds: false, numbers}];
  return {ground, reason: "causal", period: "2025", bases, items: ["X"], internal, ...fields};
}

describe("whySentence()", () => {
  it.each(grounds)("says %s in both languages, with and without names", (ground) => {
    const bare = judged(ground, {period: null, bases: [], items: []});
    for (const one of [judged(ground), bare]) {
      const [english, russian] = languages.map((language) => whySentence(one, names, language));
      expect(english).toMatch(/^[A-Z][^\u0400-\u04FF]+[^:;.,\s]$/);
      expect(russian).toMatch(/^[А-Я].+[^:;,\s]$/);
      expect(russian!.replace(/\b[ABCX]\b|\((?:stage|place)\)/g, "")).not.toMatch(/[A-Za-z]/);
    }
  });

  it.each([
    ["every-basis", "Holds on every basis known: A", "Сходится на каждой известной основе: A"],
    ["some-bases", "Holds on A; does not hold on C", "Сходится: A; не сходится: C"],
    ["record", "Holds on A from 1994", "Сходится: A с 1994"],
    ["held", "Held: X (place)", "Состоялось: X (place)"],
    ["as-registered", "As the register has it: X (stage)", "Так и в реестре: X (stage)"],
    ["statement", "Not a statement that figures can settle: causal", "Такое утверждение числами не решается: причина"],
    [
      "time-not-come",
      "Its time, 2025, had not come on the day of the check",
      "Ко дню проверки это время (2025) не настало"
    ],
    [
      "own-numbers",
      "Does not fit the text's other numbers: 6.7 bn USD + 5.7 bn USD = 12.4 bn USD, said 10.4 bn USD",
      "Не сходится с другими числами текста: 6,7 млрд долл. + 5,7 млрд долл. = 12,4 млрд долл., сказано 10,4 млрд долл."
    ]
  ] as [Ground, string, string][])("names what %s rests on", (ground, english, russian) => {
    expect(whySentence(judged(ground), names, "en")).toBe(english);
    expect(whySentence(judged(ground), names, "ru")).toBe(russian);
  });

  it("keeps names that hold commas apart", () => {
    const books = (of: string) => ({name: `${of}'s books, goods`, match: "holds" as const, verified: true});
    const two = judged("every-basis", {bases: [books("A"), books("B")]});
    expect(whySentence(two, names, "en")).toBe("Holds on every basis known: A's books, goods · B's books, goods");
  });

  it("names unverified bases where no verified one holds", () => {
    const weak = bases.filter(({verified}) => !verified);
    expect(whySentence(judged("unverified-fit", {bases: weak}), names, "en")).toMatch(/fit: B$/);
  });
});
