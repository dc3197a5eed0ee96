import type {NativePpml} from "../kernels/ppml/native/module.ts";

const page = 65_536;
/** Most pages that the module's memory may grow to: 4 GiB. */
const mostPages = 65_536;

/** Loads the passes of Poisson fits from the bytes of `wasm/ppml.ts` as built; works in Node, workers and browsers. */
export async function loadNativePpml(bytes: BufferSource): Promise<NativePpml> {
  const module = await WebAssembly.compile(bytes);
  const memory = new WebAssembly.Memory({initial: 1, maximum: mostPages, shared: true});
  const abort = () => {
    throw new Error("A kernel in WASM stopped");
  };
  const {exports} = await WebAssembly.instantiate(module, {env: {memory, abort}});
  return {
    ...(exports as unknown as Omit<NativePpml, "reserve">),
    reserve: (size) => {
      const missing = Math.ceil((size - memory.buffer.byteLength) / page);
      if (missing > 0) memory.grow(missing);
      return memory.buffer;
    }
  };
}
