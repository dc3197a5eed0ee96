import {describe, expect, it} from "vitest";
import {classificationOf, classifications, headingsOf} from "./classifications.ts";
import {convertCodes, parseConcordance} from "./concordance.ts";

const columns = {from: "HS2017", to: "HS2012", weight: "share"};
const table = `HS2017,HS2012,share
854231,854231,1
854140,854140,0.6
854140,854150,0.4
999999,,0
300120,300120,0.9
`;

const read = (text: string, changes: object = {}) =>
  parseConcordance(text, "c.csv", {from: "HS17", to: "HS12", columns: {...columns, ...changes}});

describe("parseConcordance()", () => {
  it("reads weighted steps, and codes that go nowhere", () => {
    const {steps, equallySplit} = read(table);
    expect(steps.get("854140")).toEqual([
      {from: "854140", to: "854140", weight: 0.6},
      {from: "854140", to: "854150", weight: 0.4}
    ]);
    expect(steps.get("999999")).toEqual([]);
    expect(equallySplit).toEqual([]);
  });

  it("splits equally where there are no weights, and says so", () => {
    const {steps, equallySplit} = parseConcordance(table, "c.csv", {
      from: "HS17",
      to: "HS12",
      columns: {from: "HS2017", to: "HS2012"}
    });
    expect(steps.get("854140")!.map(({weight}) => weight)).toEqual([0.5, 0.5]);
    expect(equallySplit).toEqual(["854140"]);
  });

  it.each([
    ["weights above 1 in sum", table.replace("0.4", "0.5"), "sum to 1.1, wanted at most 1"],
    ["a step twice", `${table}854231,854231,0\n`, "found the step 854231 to 854231 twice"],
    ["a weight that is none", table.replace("0.4", "most"), 'c.csv:4: found the weight "most"'],
    ["a column that is not there", table.replace("share", "part"), 'wanted also "share"']
  ])("refuses %s", (_, text, words) => {
    expect(() => read(text)).toThrow(words);
  });
});

describe("convertCodes()", () => {
  const values = new Map([
    ["854140", 100],
    ["300120", 50],
    ["999999", 7],
    ["010121", 3]
  ]);

  it("reports what has no counterpart, and loses nothing", () => {
    const {values: converted, unmapped} = convertCodes(values, read(table));
    expect(Object.fromEntries(converted)).toEqual({"854140": 60, "854150": 40, "300120": 45});
    expect(unmapped.get("999999")).toBe(7);
    expect(unmapped.get("010121")).toBe(3);
    expect(unmapped.get("300120")).toBeCloseTo(5, 9);
    const sum = [...converted.values(), ...unmapped.values()].reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(160, 9);
  });

  it("does not go back by the same table", () => {
    const back = convertCodes(new Map([["854150", 40]]), read(table));
    expect(back.values.size).toBe(0);
    expect(back.unmapped.get("854150")).toBe(40);
  });
});

describe("classifications", () => {
  it("are found by id and by their code in UN Comtrade", () => {
    expect(classificationOf("h4")).toBe(classificationOf("HS12"));
    expect(classificationOf("S4")!.title).toContain("Rev. 4");
    expect(classificationOf("X")).toBeUndefined();
    expect(new Set(classifications().map(({id}) => id)).size).toBe(classifications().length);
  });

  it("have headings with codes of their own", () => {
    const counts = {HS22: 97, SITC4: 10, BEC4: 19, ISIC4: 21, "CPC2.1": 10};
    for (const [id, count] of Object.entries(counts)) {
      const codes = headingsOf(id).map(({code}) => code);
      expect([id, new Set(codes).size]).toEqual([id, count]);
    }
    expect(headingsOf("HS12").find(({code}) => code === "27")!.name).toBe("Mineral fuels and oils");
    expect(headingsOf("ISIC3.1")).toEqual([]);
  });

  it("keep areas that ended", () => {
    expect(headingsOf("M49")).toEqual(expect.arrayContaining([{code: "810", name: "Soviet Union (until 1991)"}]));
    expect(headingsOf("ISO3166-1").find(({code}) => code === "BLR")!.name).toBe("Belarus");
  });
});
