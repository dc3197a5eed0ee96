/**
 * Estimates the model in a folder with the built kernels in a process of its own, which does nothing else:
 * `node estimate.mjs FOLDER RUNS [separation]` prints seconds, peak memory and estimates as JSON.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {covariance} from "../../dist/kernels/ppml/covariance.js";
import {fitPoisson} from "../../dist/kernels/ppml/fit-poisson.js";
import {findSeparation} from "../../dist/kernels/ppml/separation.js";
import {smallSample} from "../../dist/kernels/ppml/small-sample.js";
import {loadNativePpml} from "../../dist/runtime/native-ppml.js";

const [folder, runs, separation] = process.argv.slice(2);
const {regressors, levels} = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
// A large file comes in memory of its own, which is taken as it is; small ones share theirs, at any place.
const read = (name) => {
  const {buffer, byteOffset, byteLength} = readFileSync(join(folder, name));
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
};
const problem = {
  y: new Float64Array(read("y")),
  x: Array.from({length: regressors}, (_, k) => new Float64Array(read(`x${k}`))),
  effects: levels.map((count, f) => ({codes: new Int32Array(read(`effect${f}`)), levels: count}))
};
const clusters = [new Int32Array(read("cluster"))];
const module = readFileSync(new URL("../../dist/wasm/ppml.wasm", import.meta.url));

async function estimate(native) {
  const fit = fitPoisson(problem, {native: native ?? (await loadNativePpml(module))});
  const kind = {type: "clustered", clusters};
  const {matrix, clusters: counts} = covariance(fit, kind);
  const {factor} = smallSample("fixest", {fit, effects: problem.effects, kind, clusters: counts});
  const p = fit.beta.length;
  const errors = Array.from({length: p}, (_, k) => Math.sqrt(matrix[k * p + k] * factor));
  return {rows: fit.design.n, beta: [...fit.beta], errors, converged: fit.converged};
}

async function timed(work) {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const {user, system} = process.cpuUsage(cpu);
  return {seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6, result};
}

const first = await timed(() => estimate());
const native = await loadNativePpml(module);
const warm = [];
for (let run = 0; run < Number(runs); run++) warm.push(await timed(() => estimate(native)));
const megabytes = process.resourceUsage().maxRSS / 1024;
const checked = separation ? await timed(() => findSeparation(problem).rows.length) : undefined;
console.log(
  JSON.stringify({
    first: first.seconds,
    warm: warm.map(({seconds}) => seconds),
    cpu: warm.map(({cpu}) => cpu),
    megabytes,
    ...first.result,
    ...(checked && {separation: checked.seconds, separated: checked.result})
  })
);
