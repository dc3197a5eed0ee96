import type {NativePpml} from "../kernels/ppml/native/module.ts";
import {loadNativePpml} from "./native-ppml.ts";
import {startHelper} from "./ppml-helper.ts";
import {readWasm} from "./wasm-file.ts";

let shared: Promise<NativePpml | undefined> | undefined;

/**
 * The passes of Poisson fits in WASM, one of them for the whole process, as only one fit is made at a time; undefined where
 * the module was not built.
 */
export function sharedPpml(): Promise<NativePpml | undefined> {
  shared ??= readWasm("ppml").then(
    (bytes) => loadNativePpml(bytes as Uint8Array<ArrayBuffer>, {startHelper}),
    () => undefined
  );
  return shared;
}
