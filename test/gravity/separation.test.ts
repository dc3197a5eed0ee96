import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Problem} from "../../src/kernels/ppml/problem.ts";
import {findSeparation} from "../../src/kernels/ppml/separation.ts";
import {codesOf, hasOracles, oracles, oracleTable} from "../support/oracles.ts";

function problemOf(file: string): {problem: Problem; separated: string[] | undefined} {
  const table = oracleTable(file);
  const numbers = (name: string) => Float64Array.from(table.column(name), Number);
  const effects = table.names.filter((name) => /^(id|i$|j$)/.test(name)).map((name) => codesOf(table.column(name)));
  const x = table.names.filter((name) => name.startsWith("x")).map(numbers);
  const y = numbers("y");
  const constant = effects.length > 0 ? [] : [new Float64Array(y.length).fill(1)];
  const separated = table.names.includes("separated") ? table.column("separated") : undefined;
  return {problem: {y, x: [...constant, ...x], effects}, separated};
}

const sets = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "12", "13"];

describe.skipIf(!hasOracles)("findSeparation flags what the authors of the method flag", () => {
  /*
   * The authors' program misses set 07 and marks it as open. An exact linear program agrees with the file: rows 6, 10,
   * 11 and 13 alone can be separated. The rectifier nears 0 on rows 5 and 9 without ever reaching it, so that whoever
   * stops at a threshold flags them too; here a set counts only when a certificate holds all other rows at 0.
   */
  it.each(sets)("in set %s", (set) => {
    const {problem, separated} = problemOf(`ppmlhdfe/separation_datasets/${set}.csv`);
    const found = findSeparation(problem);
    const wanted = separated!.flatMap((flag, row) => (Number(flag) === 1 ? [row] : []));
    expect([...found.rows]).toEqual(wanted);
    expect(found.converged).toBe(true);
    expect(found.certificateError).toBeLessThan(1e-8);
  });

  it("in the examples of their primer and guides", () => {
    const {
      primer_example: primer,
      example1,
      fe1
    } = JSON.parse(readFileSync(join(oracles, "ppmlhdfe", "expected.json"), "utf8"));
    const rows: number[][] = primer.rows_y_x1_x2_x3;
    const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
    const constant = new Float64Array(rows.length).fill(1);
    const found = findSeparation({y: column(0), x: [constant, column(1), column(2), column(3)], effects: []});
    expect([...found.rows].map((row) => row + 1)).toEqual(primer.separated_obs_1based);
    const guide = (name: string) => findSeparation(problemOf(`ppmlhdfe/guides_csv/${name}.csv`).problem);
    expect([...guide("example1").rows].map((row) => row + 1)).toEqual(example1.separated_obs_1based);
    expect(guide("fe1").rows).toHaveLength(fe1.separated);
    /*
     * The guide counts 8 rows in its third file. Its own certificate, 2·(i=4) − 2·(i=1) − 2·(i=6) − 6·(j=1) − 6·(j=3) −
     * 2·(j=4) − (j=5) + 8, is above 0 on 7. The eighth zero row outside the first cell, (6, 1), is held at 0 by the
     * positive rows (1, 1), (1, 3) and (6, 3).
     */
    expect([...guide("fe3").rows].map((row) => row + 1)).toEqual([5, 6, 7, 8, 9, 11, 12]);
  });
});
