import {Worker} from "node:worker_threads";
import type {CheckTask, checkForms} from "./answer.ts";

/** What a thread is given. */
export interface CheckInput {
  readonly task: CheckTask;
  readonly form: keyof typeof checkForms;
}

/**
 * Checks a text in a thread of its own, one text at a time, and gives the bytes to send: others wait for the thread,
 * and nobody for the text.
 */
export type CheckApart = (input: CheckInput, signal: AbortSignal) => Promise<Uint8Array<ArrayBuffer>>;

/** Node cannot start a thread from a source in TypeScript: tests, which run from sources, use what was built. */
const entry = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/server/check/worker.js" : "./worker.js",
  import.meta.url
);

/** Makes a queue of checks; a check whose client has left is ended, or not begun. */
export function makeCheckApart(): CheckApart {
  let last: Promise<unknown> = Promise.resolve();
  return (input, signal) => {
    const turn = last.then(() => checkInThread(input, signal));
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function checkInThread(input: CheckInput, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  const worker = new Worker(entry, {workerData: input});
  const end = () => void worker.terminate();
  signal.addEventListener("abort", end);
  try {
    return await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("The thread of a check ended without an answer")));
    });
  } finally {
    signal.removeEventListener("abort", end);
    void worker.terminate();
  }
}
