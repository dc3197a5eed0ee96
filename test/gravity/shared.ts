import {existsSync} from "node:fs";
import {join, resolve} from "node:path";

const shared = resolve(process.env.CONCORD_SHARED ?? "../shared");

/** Folder of published results of a source. */
export function oracle(...path: string[]): string {
  return join(shared, "oracles", ...path);
}

/** Whether the published results are there. */
export const hasOracles = existsSync(oracle("agtpa"));
