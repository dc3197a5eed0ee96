#!/usr/bin/env node
import type {CliProcess} from "./context.ts";
import {runCli} from "./run.ts";

/** A reader that closes the pipe early, as `head` does, has had enough: that is no error. */
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });

const today = new Date().toISOString().slice(0, 10);
process.exitCode = await runCli(process.argv.slice(2), process as NodeJS.Process & CliProcess, today);
