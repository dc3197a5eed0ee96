import {jobs, type NativePpml} from "../kernels/ppml/native/module.ts";
import {type Helper, instantiate, share} from "./ppml-threads.ts";

const page = 65_536;
/** Most pages that the module's memory may grow to: 4 GiB. */
const mostPages = 65_536;
/** Fewer rows than this are done before another thread has begun. */
const manyRows = 250_000;

/** How the module is loaded. */
export interface NativePpmlOptions {
  /** Starts a second thread, when the first large model asks for one; `startHelper` does so in Node. */
  readonly startHelper?: (helper: Helper) => void;
}

/** Loads the passes of Poisson fits from the bytes of `wasm/ppml.ts` as built; works in Node, workers and browsers. */
export async function loadNativePpml(bytes: BufferSource, {startHelper}: NativePpmlOptions = {}): Promise<NativePpml> {
  const module = await WebAssembly.compile(bytes);
  const memory = new WebAssembly.Memory({initial: 1, maximum: mostPages, shared: true});
  const exports = instantiate({module, memory});
  let isStarted = false;
  return {
    ...exports,
    threadsFor: (rows) => (startHelper && rows >= manyRows ? 2 : 1),
    reserve: (size) => {
      const pages = memory.buffer.byteLength / page;
      const wanted = Math.ceil(size / page);
      if (wanted > mostPages) throw new RangeError(`Found a model of ${size} bytes, wanted at most 4 GiB of them`);
      // Few large steps: each makes a new view of the whole.
      if (wanted > pages) memory.grow(Math.min(Math.max(wanted, Math.ceil(1.25 * pages)), mostPages) - pages);
      return memory.buffer;
    },
    runAll: (job, bounds) => {
      const [from, middle, to] = bounds as [number, number, number?];
      const number = jobs.indexOf(job);
      if (to === undefined) return exports.run(number, from, middle, 0);
      if (!isStarted) startHelper?.({module, memory});
      isStarted = true;
      share({module, memory}, exports.run, number, [from, middle, to]);
    }
  };
}
