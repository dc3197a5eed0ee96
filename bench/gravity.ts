import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {findPeer, runPeer} from "./gravity/peer.ts";
import {type BenchProblem, threeWay, variants} from "./gravity/variants.ts";
import {gravityPanel} from "./gravity-panel.ts";
import {type Measured, median} from "./result.ts";

const run = promisify(execFile);
const estimator = fileURLToPath(new URL("gravity/estimate.mjs", import.meta.url));
const runs = 7;
/** The peer takes minutes for more rows than this; the stored references stand there. */
const peerRows = 150_000;
const patience = 300_000;
/** Largest relative difference to the peer's coefficients, whose default tolerance is loose. */
const agreement = 1e-4;

/** Seeded panels with what fixest 0.14 needed on two threads of a like machine that did nothing else, in s and MB. */
const panels = [
  {economies: 70, years: 20, fixest: 0.33, memory: 140, memoryShare: 1, speed: 10},
  {economies: 150, years: 20, fixest: 1.56, memory: 327, memoryShare: 0.5, speed: 10},
  {economies: 200, years: 25, fixest: 3.08, memory: 626, memoryShare: 0.5, speed: 20},
  {economies: 200, years: 60, fixest: 10.2, memory: 1285, memoryShare: 0.5, speed: 20}
] as const;
/** How many times faster than fixest the first call of a process is to be. */
const firstSpeed = 4;

interface Estimated {
  readonly first: number;
  readonly warm: readonly number[];
  readonly megabytes: number;
  readonly rows: number;
  readonly beta: readonly number[];
  readonly converged: boolean;
  readonly separation?: number;
}

/** Poisson models of gravity with clustered errors, data in memory, beside fixest as stored and pyfixest in this run. */
export async function measureGravity(): Promise<Measured[]> {
  const python = await findPeer();
  const all: Measured[] = [];
  for (const panel of panels) {
    const {economies, years, fixest, memory, memoryShare, speed} = panel;
    const name = `PPML ${economies} × ${economies} × ${years}`;
    const {found, peer} = await estimate(threeWay(gravityPanel(economies, years)), python);
    const stored = (seconds: number) => ({name: `fixest ${fixest} s, stored`, ratio: fixest / seconds});
    const warm = median(found.warm);
    all.push(
      {name: `${name}, warm`, median: warm, unit: "s", runs, target: fixest / speed, against: stored(warm)},
      {
        name: `${name}, first call`,
        median: found.first,
        unit: "s",
        runs: 1,
        target: fixest / firstSpeed,
        against: stored(found.first)
      },
      {
        name: `${name}, memory`,
        median: found.megabytes,
        unit: "MB",
        runs: 1,
        target: memory * memoryShare,
        against: {name: `fixest ${memory} MB, stored`, ratio: memory / found.megabytes}
      },
      {name: `${name}, with all checks of separation`, median: warm + found.separation!, unit: "s", runs: 1},
      ...besidePeer(name, warm, peer)
    );
  }
  for (const [variant, make] of Object.entries(variants)) {
    const {found, peer} = await estimate(make(), python);
    const name = `PPML 70 × 70 × 20, ${variant}`;
    const warm = median(found.warm);
    all.push({name, median: warm, unit: "s", runs}, ...besidePeer(name, warm, peer));
  }
  return all;
}

type PeerTime = {readonly version: string; readonly seconds: number} | undefined;

function besidePeer(name: string, warm: number, peer: PeerTime): Measured[] {
  if (!peer) return [];
  const against = {name: `pyfixest ${peer.version} ${peer.seconds.toFixed(2)} s, this run`, ratio: peer.seconds / warm};
  return [{name: `${name}, warm, beside pyfixest`, median: warm, unit: "s", runs, against}];
}

/** Estimates in a process of its own, and by the peer on the same files; both must agree. */
async function estimate(problem: BenchProblem, python: string | undefined) {
  const folder = mkdtempSync(join(tmpdir(), "concord-bench-"));
  try {
    writeProblem(folder, problem);
    const {stdout} = await run(process.execPath, [estimator, folder, String(runs), "separation"], {timeout: patience});
    const found = JSON.parse(stdout) as Estimated;
    if (!found.converged) throw new Error("Found an estimation that did not converge");
    const peer = python === undefined || problem.y.length > peerRows ? undefined : await runPeer(python, folder, 2);
    if (peer && !peer.beta.every((value, k) => Math.abs(value - found.beta[k]!) <= agreement * Math.abs(value)))
      throw new Error(`Found coefficients ${found.beta.join(", ")}, pyfixest ${peer.beta.join(", ")}`);
    return {found, peer: peer && {version: peer.version, seconds: median(peer.warm)}};
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

function writeProblem(folder: string, {y, x, effects, cluster}: BenchProblem): void {
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, "y"), y);
  x.forEach((column, k) => {
    writeFileSync(join(folder, `x${k}`), column);
  });
  effects.forEach(({codes}, f) => {
    writeFileSync(join(folder, `effect${f}`), codes);
  });
  writeFileSync(join(folder, "cluster"), cluster);
  const model = {regressors: x.length, levels: effects.map(({levels}) => levels)};
  writeFileSync(join(folder, "model.json"), JSON.stringify(model));
}
