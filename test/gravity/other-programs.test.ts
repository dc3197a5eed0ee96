import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {fitGravity} from "../../src/gravity/fit-gravity.ts";
import {gravitySeparation} from "../../src/gravity/separation.ts";
import {openFrame} from "../../src/store/frame.ts";
import {hasOracles, oracles} from "../support/oracles.ts";

const read = (...path: string[]) => (hasOracles ? JSON.parse(readFileSync(join(oracles, ...path), "utf8")) : {});

describe.skipIf(!hasOracles)("fitGravity() agrees with other programs", () => {
  it("on the example of free trade agreements of ppmlhdfe", async () => {
    const frame = await openFrame(join(oracles, "ppmlhdfe", "example_trade_fta_data.csv"));
    const expected = read("ppmlhdfe", "expected.json").fta_example.independent_results_not_published;
    for (const [category, {fta, se_adj, n}] of Object.entries<{fta: number; se_adj: number; n?: number}>(expected)) {
      const fit = await fitGravity(frame, {
        formula: "trade ~ fta | isoexp^year + isoimp^year + isoexp^isoimp",
        where: `category = '${category}'`,
        clusters: ["isoexp^isoimp"],
        ssc: "ppmlhdfe"
      });
      const [found] = fit.coefficients;
      expect(found!.estimate).toBeCloseTo(fta, 7);
      expect(found!.standardError).toBeCloseTo(se_adj, 7);
      if (n !== undefined) expect(fit.observations + fit.separated.length).toBe(n);
    }
    frame.close();
  });

  it("on the sample of gegravity, with its whole covariance", async () => {
    const expected = read("gegravity", "expected.json");
    const fit = await fitGravity(join(oracles, "gegravity", "sample_data_set.csv"), {
      formula: "trade ~ lndist + contiguity + common_language + pta + international | exporter + importer",
      ssc: "ppmlhdfe"
    });
    fit.coefficients.forEach(({name, estimate, standardError}, k) => {
      const [value, error] = expected.coefficients[name];
      expect(Math.abs(estimate - value), name).toBeLessThan(5e-6);
      expect(Math.abs(standardError! / error - 1), name).toBeLessThan(1e-5);
      fit.covariance[k]!.forEach((one, l) => {
        expect(Math.abs(one! - expected.vcov[k][l])).toBeLessThan(1e-7);
      });
    });
  });

  it("plausibly on the cross-section of 2006 by Head, Mayer and Ries", async () => {
    const fit = await fitGravity(join(oracles, "cepii", "gravity_2006_head_mayer_ries_nozeros.csv"), {
      formula: "flow ~ log(distw) + rta + contig + comlang_off + comcur | iso_o + iso_d",
      roles: {exporter: "iso_o", importer: "iso_d"},
      vcov: "dyadic"
    });
    const distance = fit.coefficients[0]!;
    expect(fit.observations).toBeGreaterThan(17_000);
    // Head and Mayer (2014) find −0.93 on average, most studies between −0.6 and −1.3.
    expect(distance.estimate).toBeGreaterThan(-1.3);
    expect(distance.estimate).toBeLessThan(-0.5);
    expect(fit.vcov.clusters[0]!.count).toBeGreaterThan(100);
  });

  it("on the primer on separation, with rows as the data have them", async () => {
    const primer = read("ppmlhdfe", "expected.json").primer_example;
    const rows: number[][] = primer.rows_y_x1_x2_x3;
    const [y, x1, x2, x3] = [0, 1, 2, 3].map((k) => rows.map((row) => row[k]!)) as [
      number[],
      number[],
      number[],
      number[]
    ];
    const data = {y, x1, x2, x3};
    const found = await gravitySeparation(data, {formula: "y ~ x1 + x2 + x3"});
    expect(found.separated.map(({row}) => row)).toEqual(primer.separated_obs_1based);
    const fit = await fitGravity(data, {formula: "y ~ x1 + x2 + x3"});
    expect(fit.separated).toEqual(primer.separated_obs_1based);
    expect(fit.omitted).toHaveLength(1);
    const guide = await fitGravity(join(oracles, "ppmlhdfe", "guides_csv", "example1.csv"), {
      formula: "y ~ x1 + x2 + x3 + x4"
    });
    expect(guide.separated).toEqual([5]);
    expect(guide.deviance).toBeCloseTo(15.956, 3);
    expect(guide.coefficients.find(({name}) => name === "(Intercept)")!.estimate).toBeCloseTo(0.59095, 5);
  });
});
