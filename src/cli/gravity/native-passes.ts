import type {GravityOptions} from "../../gravity/options.ts";
import {loadNativePpml} from "../../runtime/native-ppml.ts";
import {startHelper} from "../../runtime/ppml-helper.ts";
import {readWasm} from "../../runtime/wasm-file.ts";

/** The kernel in WASM, where it was built; its twin in TypeScript gives the same results. */
export async function nativePasses(): Promise<GravityOptions["native"]> {
  const bytes = await readWasm("ppml").catch(() => undefined);
  return bytes && loadNativePpml(bytes as Uint8Array<ArrayBuffer>, {startHelper});
}
