/** Reads the published world from its text files, solves both equilibria and prints exact welfare: what a cold process takes. */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {accounts} from "../../dist/kernels/trade/sectors/accounts.js";
import {prepareSectors} from "../../dist/kernels/trade/sectors/prepare.js";
import {calibrate} from "../../dist/kernels/trade/sectors/rebase.js";
import {makeSectorSolver} from "../../dist/kernels/trade/sectors/solver.js";

const folder = process.argv[2];
const n = 31;
const sectors = 40;
const numbers = (file) => Float64Array.from(readFileSync(join(folder, file), "latin1").trim().split(/\s+/), Number);
const padded = (values, fill, read) => {
  const all = new Float64Array(sectors * n * n).fill(fill);
  for (let at = 0; at < values.length; at++) all[at] = read(values[at]);
  return all;
};

const [shares, output, inputs, theta] = ["B.txt", "GO.txt", "IO.txt", "T.txt"].map(numbers);
const flows = padded(numbers("xbilat1993.txt"), 0, (value) => value * 1000);
const tariff = padded(numbers("tariffs1993.txt"), 1, (rate) => 1 + rate / 100);
const later = padded(numbers("tariffs2005.txt"), 1, (rate) => 1 + rate / 100);
for (let j = 0; j < sectors; j++)
  for (let i = 0; i < n; i++) {
    let exports = 0;
    for (let m = 0; m < n; m++) if (m !== i) exports += flows[(j * n + m) * n + i];
    const own = (j * n + i) * n + i;
    flows[own] = Math.max(output[j * n + i], exports) - exports;
    tariff[own] = 1;
  }
const valueAddedShare = Float64Array.from(
  {length: n * sectors},
  (_, at) => shares[(at % sectors) * n + Math.floor(at / sectors)]
);
const inputShare = new Float64Array(n * sectors * sectors);
for (let i = 0; i < n; i++)
  for (let k = 0; k < sectors; k++)
    for (let j = 0; j < sectors; j++)
      inputShare[(i * sectors + j) * sectors + k] = inputs[(i * sectors + k) * sectors + j];
const allTheta = new Float64Array(sectors).fill(8.22);
allTheta.set(theta);

const data = {n, sectors, flows, tariff, valueAddedShare, inputShare, theta: allTheta};
const {model} = calibrate(makeSectorSolver, prepareSectors(data), {removeDeficits: true, tolerance: 1e-10});
const bloc = [19, 4, 29];
const cells = [];
for (let j = 0; j < model.traded; j++)
  for (const m of bloc) for (const i of bloc) if (i !== m) cells.push((j * n + m) * n + i);
const solver = makeSectorSolver(model);
const solution = solver.solve({
  cells: Int32Array.from(cells),
  tariff: Float64Array.from(cells, (cell) => later[model.order[Math.floor(cell / (n * n))] * n * n + (cell % (n * n))])
});
if (solution.status !== "converged") throw new Error(solution.status);
const {welfare} = accounts(solver, solution);
console.log(bloc.map((i) => (100 * (welfare[i] - 1)).toFixed(3)).join(" "));
