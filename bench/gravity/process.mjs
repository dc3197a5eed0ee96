/**
 * Times a model in a fresh process: `node process.mjs FOLDER MILLISECONDS separation|bias|estimate`, on one thread where
 * CONCORD_THREADS is 1. The folder holds columns as `writeProblem` leaves them. Prints JSON: milliseconds of the first call
 * (the WASM module's loading in it) and of those after it, the processor's time of those, peak memory in kB after the first
 * call, and what came out.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";

const [folder, patience, what] = process.argv.slice(2);
const built = async (path) => await import(new URL(`../../dist/${path}`, import.meta.url).href);
const {correctBias} = await built("kernels/ppml/bias-correction.js");
const {covariance} = await built("kernels/ppml/covariance.js");
const {fitPoisson} = await built("kernels/ppml/fit-poisson.js");
const {makeNativeDense} = await built("kernels/ppml/native/dense.js");
const {findSeparation} = await built("kernels/ppml/separation.js");
const {smallSample} = await built("kernels/ppml/small-sample.js");
const {loadNativePpml} = await built("runtime/native-ppml.js");
const {startHelper} = await built("runtime/ppml-helper.js");
const {readWasm} = await built("runtime/wasm-file.js");

const {regressors, levels, years} = JSON.parse(readFileSync(join(folder, "model.json"), "utf8"));
const column = (Kind, name) => {
  const {buffer, byteOffset, byteLength} = readFileSync(join(folder, `${name}.bin`));
  return new Kind(buffer, byteOffset, byteLength / Kind.BYTES_PER_ELEMENT);
};
const problem = {
  y: column(Float64Array, "y"),
  x: Array.from({length: regressors}, (_, k) => column(Float64Array, `x${k}`)),
  effects: levels.map((count, f) => ({codes: column(Int32Array, `f${f}`), levels: count}))
};
const kind = {type: "clustered", clusters: [column(Int32Array, "cluster")]};

function estimate(native) {
  const leftOut = what === "separation" ? findSeparation(problem, {native}).rows : [];
  const fit = fitPoisson(problem, {native, leftOut, clusters: kind.clusters});
  if (what === "bias") corrected(fit, native);
  const {matrix, clusters} = covariance(fit, kind);
  const {factor} = smallSample("fixest", {fit, effects: problem.effects, kind, clusters});
  const p = fit.beta.length;
  const errors = Array.from({length: p}, (_, k) => Math.sqrt(matrix[k * p + k] * factor));
  return {rows: fit.observations, beta: [...fit.beta], errors, converged: fit.converged};
}

function corrected(fit, native) {
  const [first, second] = problem.effects.map(({codes}) => codes);
  const economy = (codes) => codes.map((code) => Math.floor(code / years));
  const codes = {exporters: economy(first), importers: economy(second), years: first.map((code) => code % years)};
  return correctBias(fit, codes, "three-way", makeNativeDense(native));
}

const cpu = () => process.cpuUsage().user / 1000;
let began = performance.now();
const native = await loadNativePpml(await readWasm("ppml"), process.env.CONCORD_THREADS === "1" ? {} : {startHelper});
const result = estimate(native);
const first = performance.now() - began;
const peak = process.resourceUsage().maxRSS;
const warm = [];
const processor = [];
for (
  const end = performance.now() + Number(patience);
  warm.length < 3 || (performance.now() < end && warm.length < 15);
) {
  began = performance.now();
  const used = cpu();
  estimate(native);
  processor.push(cpu() - used);
  warm.push(performance.now() - began);
}
console.log(JSON.stringify({first, warm, processor, peak, ...result}));
