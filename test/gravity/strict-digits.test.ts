import {readFileSync} from "node:fs";
import {beforeAll, describe, expect, it} from "vitest";
import {type GravityPanel, gravityPanel} from "../../bench/gravity-panel.ts";
import {covariance} from "../../src/kernels/ppml/covariance.ts";
import {fitPoisson} from "../../src/kernels/ppml/fit-poisson.ts";
import type {NativePpml} from "../../src/kernels/ppml/native/module.ts";
import type {Problem} from "../../src/kernels/ppml/problem.ts";
import {smallSample} from "../../src/kernels/ppml/small-sample.ts";
import {loadNativePpml} from "../../src/runtime/native-ppml.ts";
import {startHelper} from "../../src/runtime/ppml-helper.ts";
import {codesOf, hasOracles, oracleTable} from "../support/oracles.ts";

/** Reference digits are printed to ten places; a coefficient is held to 1e-9, an error to 1e-7. */
const [ofCoefficients, ofErrors] = [1e-9, 1e-7];

let native: NativePpml;
/** On two threads from some hundred thousand rows on. */
let helped: NativePpml;
beforeAll(async () => {
  const bytes = readFileSync(new URL("../../dist/wasm/ppml.wasm", import.meta.url));
  native = await loadNativePpml(bytes);
  helped = await loadNativePpml(bytes, {startHelper});
});

function threeWay({economies, years, exporter, importer, year, trade, rta, border}: GravityPanel): Problem {
  const joint = (a: Int32Array, b: Int32Array, width: number) => ({
    codes: a.map((value, r) => value * width + b[r]!),
    levels: economies * width
  });
  return {
    y: trade,
    x: [rta, border],
    effects: [joint(exporter, year, years), joint(importer, year, years), joint(exporter, importer, economies)]
  };
}

/** Coefficients and errors clustered by pair under fixest's rule. */
function estimate(problem: Problem, kernels: {native?: NativePpml}) {
  const kind = {type: "clustered", clusters: [problem.effects[2]!.codes]} as const;
  const fit = fitPoisson(problem, {...kernels, clusters: kind.clusters});
  const {matrix, clusters} = covariance(fit, kind);
  const {factor} = smallSample("fixest", {fit, effects: problem.effects, kind, clusters});
  const p = fit.beta.length;
  return {
    rows: fit.observations,
    beta: [...fit.beta],
    errors: Array.from({length: p}, (_, k) => Math.sqrt(matrix[k * p + k]! * factor))
  };
}

function expectClose(found: readonly number[], wanted: readonly number[], tolerance: number) {
  wanted.forEach((value, k) => {
    expect(Math.abs(found[k]! - value)).toBeLessThan(tolerance);
  });
}

const seeded = [
  {size: [70, 20], rows: 95_600, beta: [0.4695104842, 0.3251191306], errors: [0.037878518, 0.0456278527]},
  {size: [150, 20], rows: 437_200, beta: [0.5716153688, 0.2455998899], errors: [0.0357588898, 0.0221547141]},
  {size: [200, 25], rows: 979_325, beta: [0.4625382843, 0.2676284912], errors: [0.0305280558, 0.0190861786]},
  {size: [200, 60], rows: 2_389_380, beta: [0.5384354868, 0.282774119], errors: [0.0475547755, 0.0150165516]}
] as const;

describe("fitPoisson gives the digits of fixest with tight tolerances", () => {
  it.each(seeded)("on the seeded panel of $size", ({size: [economies, years], rows, beta, errors}) => {
    const problem = threeWay(gravityPanel(economies, years));
    for (const kernel of [native, helped]) {
      const found = estimate(problem, {native: kernel});
      expect(found.rows).toBe(rows);
      expectClose(found.beta, beta, ofCoefficients);
      expectClose(found.errors, errors, ofErrors);
    }
  });

  it("in plain TypeScript too", () => {
    const [{size, beta, errors}] = seeded;
    const found = estimate(threeWay(gravityPanel(size[0], size[1])), {});
    expectClose(found.beta, beta, ofCoefficients);
    expectClose(found.errors, errors, ofErrors);
  });

  it.skipIf(!hasOracles)("on the panel of the Advanced Guide, directed pairs", () => {
    const table = oracleTable("agtpa/agtpa_panel.csv.gz");
    const [exporter, importer, year] = ["exporter", "importer", "year"].map(table.column) as [
      string[],
      string[],
      string[]
    ];
    const problem: Problem = {
      y: Float64Array.from(table.column("trade"), Number),
      x: [
        Float64Array.from(table.column("rta"), Number),
        Float64Array.from(year, (value, r) => (exporter[r] !== importer[r] && Number(value) >= 1996 ? 1 : 0))
      ],
      effects: [
        codesOf(exporter.map((value, r) => value + year[r]!)),
        codesOf(importer.map((value, r) => value + year[r]!)),
        codesOf(exporter.map((value, r) => value + importer[r]!))
      ]
    };
    for (const kernels of [{native}, {}]) {
      const found = estimate(problem, kernels);
      expect(found.rows).toBe(99_708);
      expectClose(found.beta, [0.3678005945, 0.3871191753], ofCoefficients);
      expectClose(found.errors, [0.0659708881, 0.023424495], ofErrors);
    }
  });
});
