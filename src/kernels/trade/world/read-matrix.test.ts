import {describe, expect, it} from "vitest";
import {csvTable} from "./cell-table.ts";
import {readMatrix} from "./read-matrix.ts";
import {readProduction} from "./read-production.ts";

const read = (text: string) => readMatrix(csvTable(text, "t.csv"));

function refused(text: string): string {
  try {
    read(text);
  } catch (error) {
    return (error as Error).message;
  }
  return "nothing was refused";
}

describe("readMatrix()", () => {
  it("reads a square matrix, whatever the order of its columns", () => {
    const {economies, flows} = read("from,B,A\nA,2,10\nB,20,3\n");
    expect(economies).toEqual(["A", "B"]);
    // Importer by importer: what A and B sell to A, then to B.
    expect([...flows]).toEqual([10, 3, 2, 20]);
  });

  it("reads a long table with sectors and tariffs, pairs without a row as 0", () => {
    const world = read("Exporter,Importer,Sector,Value,Tariff\nA,A,x,10,\nB,B,x,20,\nA,B,x,2,10\nB,A,y,3,5\n");
    expect(world.sectors).toEqual(["x", "y"]);
    expect([...world.flows]).toEqual([10, 0, 2, 20, 0, 3, 0, 0]);
    expect([...world.tariff!]).toEqual([1, 1, 1.1, 1, 1, 1.05, 1, 1]);
  });

  it.each([
    ["a negative domestic flow", "x,A,B\nA,-1,2\nB,3,4", 't.csv:2:3: A: found "-1", wanted a number of at least 0'],
    [
      "no domestic flow",
      "exporter,importer,value\nA,B,2\nB,A,3\nB,B,4",
      'found no domestic sales of "A", wanted a flow from "A" to itself'
    ],
    ["more columns than rows", "x,A,B,C\nA,1,2,3\nB,3,4,5", "found 2 rows and 3 columns of numbers"],
    ["other names in rows and columns", "x,A,C\nA,1,2\nB,3,4", 'found a row "B" without a column of that name'],
    ["an economy without exports", "x,A,B\nA,1,0\nB,3,4", 'found no exports of "A"'],
    ["a word for a number", "x,A,B\nA,1,many\nB,3,4", 't.csv:2:5: B: found "many", wanted a number of at least 0'],
    ["a pair twice", "exporter,importer,value\nA,A,1\nA,B,2\nA,B,2\nB,A,3\nB,B,4", "found a second row of this pair"],
    ["an economy twice", "x,A,A\nA,1,2\nA,3,4", 'found "A" twice'],
    ["a short row", "x,A,B\nA,1\nB,3,4", "found 2 cells, wanted 3, as in the header"],
    ["nothing", "", "wanted"]
  ])("says of %s where and what", (_, text, wanted) => {
    expect(refused(text)).toContain(wanted);
  });
});

describe("readProduction()", () => {
  const world = read("exporter,importer,sector,value\nA,A,x,10\nB,B,x,20\nA,B,x,2\nB,A,x,3\n");
  const tables = (theta: string, share: string, inputs: string) => ({
    sectors: csvTable(theta, "sectors.csv"),
    production: csvTable(share, "production.csv"),
    inputs: csvTable(inputs, "inputs.csv")
  });
  const shares = "economy,sector,valueAddedShare\nA,x,0.5\nB,x,0.4";
  const inputs = "economy,user,input,share\nA,x,x,1\nB,x,x,1";

  it("reads elasticities, shares and inputs", () => {
    const {production} = readProduction(world, tables("sector,theta\nx,4", shares, inputs));
    expect([...production!.theta, ...production!.valueAddedShare, ...production!.inputShare]).toEqual([
      4, 0.5, 0.4, 1, 1
    ]);
  });

  it.each([
    ["sector,theta\nx,0", shares, inputs, "wanted a trade elasticity above 0"],
    ["sector,theta\nz,4", shares, inputs, 'found "z", wanted a name that the flows have'],
    [
      "sector,theta\nx,4",
      "economy,sector,valueAddedShare\nA,x,0.5",
      inputs,
      'found no value-added share of "x" in "B"'
    ],
    ["sector,theta\nx,4", shares.replace("0.5", "1.5"), inputs, "a share above 0 and at most 1"],
    ["sector,theta\nx,4", shares, "economy,user,input,share\nA,x,x,1", 'found no inputs of "x" in "B"'],
    ["sector\nx", shares, inputs, "found no column theta"]
  ])("says what is missing or wrong", (theta, share, uses, wanted) => {
    expect(() => readProduction(world, tables(theta, share, uses))).toThrow(wanted);
  });
});
