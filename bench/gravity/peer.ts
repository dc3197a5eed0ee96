import {execFile} from "node:child_process";
import {existsSync, mkdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const environment = join(here, "../../node_modules/.cache/concord-bench/pyfixest");
const minutes = 60_000;

/** What pyfixest needed for one model. */
export interface Peer {
  readonly version: string;
  readonly warm: readonly number[];
  readonly beta: readonly number[];
}

/**
 * A Python that has pyfixest: the one that CONCORD_BENCH_PYTHON names, or one in an environment that is made here once.
 * Undefined, said on standard error, where there is none and none can be made.
 */
export async function findPeer(): Promise<string | undefined> {
  const given = process.env.CONCORD_BENCH_PYTHON;
  const python = given ?? join(environment, "bin", "python");
  try {
    if (!given && !existsSync(python)) {
      mkdirSync(dirname(environment), {recursive: true});
      await run("python3", ["-m", "venv", environment], {timeout: 2 * minutes});
      await run(python, ["-m", "pip", "install", "--quiet", "pyfixest"], {timeout: 10 * minutes});
    }
    await run(python, ["-c", "import pyfixest"], {timeout: 2 * minutes});
    return python;
  } catch (error) {
    console.error(
      `NOT COMPARED with pyfixest in this run: ${(error as Error).message.trim().split("\n").at(-1)}. ` +
        "Stored references stand instead."
    );
    return undefined;
  }
}

/** Estimates the model in a folder; undefined, said on standard error, where the peer fails. */
export async function runPeer(python: string, folder: string, runs: number): Promise<Peer | undefined> {
  try {
    const {stdout} = await run(python, [join(here, "peer.py"), folder, String(runs)], {timeout: 10 * minutes});
    return JSON.parse(stdout.trim().split("\n").at(-1)!) as Peer;
  } catch (error) {
    console.error(`NOT COMPARED with pyfixest on one model: ${(error as Error).message.trim().split("\n").at(-1)}`);
    return undefined;
  }
}
