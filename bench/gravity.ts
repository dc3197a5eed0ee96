import {execFile} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {chosenRows, guidePanel, modelOf, sparsePanel, type TimedProblem} from "./gravity/problems.ts";
import {gravityPanel} from "./gravity-panel.ts";
import {type Measured, median} from "./result.ts";

const run = promisify(execFile);
const here = (file: string) => fileURLToPath(new URL(`gravity/${file}`, import.meta.url));
/** A process that takes longer is ended and fails. */
const patience = 240_000;
/** Calls after the first go on for so long, at least three and at most fifteen of them. */
const warmMilliseconds = 4000;

/** What a program of others needed on a machine like this one: fixest 0.14 with two threads, the best of its runs. */
interface Stored {
  readonly seconds: number;
  readonly megabytes: number;
  /** How many times as fast a warm call should be. */
  readonly times: number;
}

interface Case {
  readonly name: string;
  readonly make: () => TimedProblem | undefined;
  readonly stored?: Stored;
  /** What else is done: rows searched for separation by regressors before, or the bias corrected after. */
  readonly also?: "separation" | "bias";
  /** Whether pyfixest is timed on it. */
  readonly beside?: boolean;
}

const seeded = (economies: number, years: number) => () => modelOf(gravityPanel(economies, years));

const cases: readonly Case[] = [
  {
    name: "panel of the Advanced Guide, 69×21",
    make: () => {
      const panel = guidePanel();
      if (!panel)
        console.error("Left out: the panel of the Advanced Guide, for CONCORD_SHARED names no folder that has it");
      return panel && modelOf(panel);
    },
    stored: {seconds: 0.37, megabytes: 142, times: 10}
  },
  {name: "70×20", make: seeded(70, 20), stored: {seconds: 0.33, megabytes: 140, times: 10}, beside: true},
  {name: "150×20", make: seeded(150, 20), stored: {seconds: 1.56, megabytes: 327, times: 10}},
  {name: "200×25, a million rows", make: seeded(200, 25), stored: {seconds: 3.08, megabytes: 626, times: 20}},
  {name: "200×60, 2.4 million rows", make: seeded(200, 60), stored: {seconds: 10.2, megabytes: 1285, times: 10}},
  {name: "70×20, with the search for separated rows", make: seeded(70, 20), also: "separation"},
  {name: "150×20, with the search for separated rows", make: seeded(150, 20), also: "separation"},
  {name: "200×25, with the search for separated rows", make: seeded(200, 25), also: "separation"},
  {name: "70×20, with bias corrected estimates and errors", make: seeded(70, 20), also: "bias"},
  {name: "150×20, with bias corrected estimates and errors", make: seeded(150, 20), also: "bias"},
  {name: "70×20, a quarter of rows absent", make: () => modelOf(chosenRows(gravityPanel(70, 20), 0.75)), beside: true},
  {
    name: "70×20, a quarter absent, shuffled",
    make: () => modelOf(chosenRows(gravityPanel(70, 20), 0.75, true)),
    beside: true
  },
  {
    name: "panel of the Advanced Guide, a quarter absent, shuffled",
    make: () => {
      const panel = guidePanel();
      return panel && modelOf(chosenRows({tariff: new Float64Array(panel.trade.length), ...panel}, 0.75, true));
    }
  },
  {
    name: "70×20, symmetric pairs",
    make: () => modelOf(gravityPanel(70, 20), {effects: "symmetric pairs"}),
    beside: true
  },
  {name: "200×25, one cell in ten", make: () => modelOf(sparsePanel(200, 25))},
  {name: "70×20, two-way effects", make: () => modelOf(gravityPanel(70, 20), {effects: "two-way"}), beside: true},
  {
    name: "70×20, a fourth set: blocks by decade",
    make: () => modelOf(gravityPanel(70, 20), {effects: "four sets"}),
    beside: true
  },
  {name: "70×20, tariffs too", make: () => modelOf(gravityPanel(70, 20), {tariff: true}), beside: true},
  {name: "200×25, tariffs too", make: () => modelOf(gravityPanel(200, 25), {tariff: true})}
];

/** Leaves a model where other processes can read it. */
function writeProblem(folder: string, {problem: {y, x, effects}, clusters, years}: TimedProblem): void {
  mkdirSync(folder, {recursive: true});
  const write = (name: string, values: Float64Array | Int32Array) => writeFileSync(join(folder, `${name}.bin`), values);
  write("y", y);
  write("cluster", clusters);
  for (const [k, column] of x.entries()) write(`x${k}`, column);
  for (const [f, {codes}] of effects.entries()) write(`f${f}`, codes);
  const levels = effects.map((effect) => effect.levels);
  writeFileSync(join(folder, "model.json"), JSON.stringify({regressors: x.length, levels, years}));
}

/** What a timed process prints; times in milliseconds, memory in kB. */
interface Timed {
  readonly first: number;
  readonly warm: readonly number[];
  readonly processor: readonly number[];
  readonly peak: number;
  readonly rows: number;
  readonly beta: readonly number[];
  readonly errors: readonly number[];
}

/** What pyfixest made of some models. */
interface Peer {
  readonly version: string;
  readonly models: readonly {readonly seconds: number; readonly beta: number[]; readonly errors: number[]}[];
}

/** Times pyfixest where Python can install it; says why where it cannot. */
async function timePeer(scratch: string, folders: readonly string[]): Promise<Peer | undefined> {
  try {
    const given = process.env.CONCORD_PYFIXEST;
    const python = given ?? join(scratch, "python", "bin", "python");
    if (given === undefined) {
      await run("python3", ["-m", "venv", join(scratch, "python")], {timeout: patience});
      const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pyfixest"];
      await run(python, install, {timeout: patience});
    }
    const {stdout} = await run(python, [here("time_pyfixest.py"), ...folders], {timeout: 2 * patience});
    return JSON.parse(stdout.trim().split("\n").at(-1)!) as Peer;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.error(
      `Left out: pyfixest, which could not be installed or run here: ${text.split("\n").slice(0, 3).join(" ")}`
    );
    return undefined;
  }
}

/** Fails loudly where the two do not estimate the same: a time of another model is no comparison. */
function checkSame(name: string, own: Timed, other: Peer["models"][number]): void {
  own.beta.forEach((value, k) => {
    const distance = Math.abs(value - other.beta[k]!);
    if (!(distance < 1e-4)) throw new Error(`Found ${value} and ${other.beta[k]} for coefficient ${k} of ${name}`);
  });
}

function rowsOf({name, stored}: Case, {first, warm, processor, peak}: Timed): Measured[] {
  const [least, busy] = [warm, processor].map((times) => Math.min(...times).toFixed(0));
  const against = stored && {
    name: `fixest 0.14, stored: ${stored.seconds} s`,
    ratio: (1000 * stored.seconds) / median(warm)
  };
  const base = {runs: 1, unit: "ms"} as const;
  const time: Measured = {
    ...{
      name: `${name}: warm, least ${least} ms, of the processor ${busy} ms`,
      median: median(warm),
      unit: "ms",
      runs: warm.length
    },
    ...(stored && {target: (1000 * stored.seconds) / stored.times, against: against!})
  };
  if (!stored) return [time];
  const isLarge = stored.seconds > 1;
  return [
    time,
    {
      ...{...base, name: `${name}: first call of a process`, median: first, target: (1000 * stored.seconds) / 4},
      against: {name: "the same", ratio: (1000 * stored.seconds) / first}
    },
    {
      ...{...base, name: `${name}: peak memory of that process`, median: peak / 1024, unit: "MB"},
      target: isLarge ? stored.megabytes / 2 : stored.megabytes,
      against: {name: `fixest 0.14, stored: ${stored.megabytes} MB`, ratio: stored.megabytes / (peak / 1024)}
    }
  ];
}

/**
 * Gravity models with errors clustered by pair, each in a process of its own: calls after the first, the first, and the
 * memory, beside what fixest needed for the same and beside pyfixest in the same run.
 */
export async function measureGravity(): Promise<Measured[]> {
  const scratch = mkdtempSync(join(tmpdir(), "concord-gravity-"));
  try {
    const all: Measured[] = [];
    const beside: {one: Case; folder: string; timed: Timed}[] = [];
    for (const [number, one] of cases.entries()) {
      const model = one.make();
      if (!model) continue;
      const folder = join(scratch, `${number}`);
      writeProblem(folder, model);
      const what = one.also ?? "estimate";
      const {stdout} = await run(process.execPath, [here("process.mjs"), folder, `${warmMilliseconds}`, what], {
        timeout: patience
      });
      const timed = JSON.parse(stdout) as Timed;
      all.push(...rowsOf(one, timed));
      if (one.beside) beside.push({one, folder, timed});
      else rmSync(folder, {recursive: true});
    }
    const peer = await timePeer(
      scratch,
      beside.map(({folder}) => folder)
    );
    peer?.models.forEach((other, at) => {
      const {one, timed} = beside[at]!;
      checkSame(one.name, timed, other);
      const own = median(timed.warm);
      all.push({
        ...{name: `${one.name}: beside pyfixest`, median: own, unit: "ms", runs: timed.warm.length},
        against: {name: `pyfixest ${peer.version}: ${other.seconds.toFixed(2)} s`, ratio: (1000 * other.seconds) / own}
      });
    });
    return all;
  } finally {
    rmSync(scratch, {recursive: true, force: true});
  }
}
