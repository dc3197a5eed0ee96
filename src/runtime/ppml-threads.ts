import type {PpmlModule} from "../kernels/ppml/native/module.ts";

/** What a helping thread needs: the compiled module and the memory that both work in. */
export interface Helper {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Where in the memory 32-bit numbers stand by which threads agree: between the plan and the arrays. */
const controlAt = 512;
const [ready, asked, done, job, from, to] = [0, 1, 2, 3, 4, 5];
/** Reads of a number that will soon change before a thread goes to sleep: a pass takes about as long. */
const spins = 20_000;
/** A helper that needs longer than this has stopped, in milliseconds. */
const patience = 120_000;

export function instantiate({module, memory}: Helper): PpmlModule {
  const abort = () => {
    throw new Error("A kernel in WASM stopped");
  };
  return new WebAssembly.Instance(module, {env: {memory, abort}}).exports as unknown as PpmlModule;
}

function controlOf(memory: WebAssembly.Memory): Int32Array {
  return new Int32Array(memory.buffer, controlAt, 6);
}

/** Waits until a number is no longer what it was; false when that takes too long. */
function awaitChange(control: Int32Array, index: number, old: number, milliseconds?: number): boolean {
  for (let spin = 0; spin < spins; spin++) if (Atomics.load(control, index) !== old) return true;
  return Atomics.wait(control, index, old, milliseconds) !== "timed-out";
}

/** A thread's work: does one range after the other as they are asked for, for ever. */
export function help({module, memory}: Helper): never {
  const {run} = instantiate({module, memory});
  const control = controlOf(memory);
  let last = Atomics.load(control, asked);
  Atomics.store(control, ready, 1);
  for (;;) {
    while (Atomics.load(control, asked) === last) awaitChange(control, asked, last);
    last = Atomics.load(control, asked);
    run(control[job]!, control[from]!, control[to]!, 1);
    Atomics.store(control, done, last);
    Atomics.notify(control, done);
  }
}

/** Shares a job between this thread and the helper; does both parts itself while the helper is not ready. */
export function share(
  helper: Helper,
  run: PpmlModule["run"],
  number: number,
  [start, middle, end]: readonly [number, number, number]
): void {
  const control = controlOf(helper.memory);
  if (Atomics.load(control, ready) === 0) {
    run(number, start, middle, 0);
    run(number, middle, end, 1);
    return;
  }
  [control[job], control[from], control[to]] = [number, middle, end];
  const ticket = Atomics.add(control, asked, 1) + 1;
  Atomics.notify(control, asked);
  run(number, start, middle, 0);
  for (;;) {
    const seen = Atomics.load(control, done);
    if (seen === ticket) return;
    if (!awaitChange(control, done, seen, patience)) throw new Error("A helping thread stopped");
  }
}
