import {run} from "@stricli/core";
import {makeApp} from "./app.ts";
import type {CliProcess} from "./context.ts";
import {exitCodeOfRun} from "./exit-codes.ts";

/** Runs the command line; returns the exit code and leaves it to the caller to end the process. */
export async function runCli(inputs: readonly string[], process: CliProcess, today: string): Promise<number> {
  const asked = inputs.length === 0 ? ["--help"] : inputs;
  await run(makeApp(asked), asked, {process, today});
  return exitCodeOfRun(process.exitCode);
}
