import {isMainThread, Worker, workerData} from "node:worker_threads";
import {type Helper, help} from "./ppml-threads.ts";

const entry = new URL("../../dist/runtime/ppml-helper.js", import.meta.url);

/** Starts a thread of Node that shares the work of large Poisson fits; it does not keep the process alive. */
export function startHelper(helper: Helper): void {
  new Worker(entry, {workerData: helper}).unref();
}

if (!isMainThread && isHelper(workerData)) help(workerData);

/** Other threads may load this file to start a helper of their own. */
function isHelper(data: unknown): data is Helper {
  return typeof data === "object" && data !== null && "module" in data && data.module instanceof WebAssembly.Module;
}
