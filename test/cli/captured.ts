import type {CliProcess} from "../../src/cli/context.ts";
import {runCli} from "../../src/cli/run.ts";

/** What a run of the command line wrote and ended with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process with streams that only collect; as if on 2024-12-31. */
export async function concord(
  inputs: readonly string[],
  {columns, isTTY = false, env = {}}: {columns?: number; isTTY?: boolean; env?: Record<string, string>} = {}
): Promise<Ran> {
  const written = {out: "", err: ""};
  const stream = (name: "out" | "err") => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTTY,
    ...(columns !== undefined && {columns})
  });
  const process: CliProcess = {stdout: stream("out"), stderr: stream("err"), env};
  const code = await runCli(inputs, process, "2024-12-31");
  return {code, ...written};
}
