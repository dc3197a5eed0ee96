import {promisify} from "node:util";
import {brotliCompress, constants, gzip} from "node:zlib";

const encodings = ["br", "gzip"] as const;
export type Encoding = (typeof encodings)[number];

/** Below this many bytes compression saves nothing worth its work. */
const leastBytes = 1024;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Quality of Brotli that costs about as much as gzip. */
const quickBrotli = 5;

const compressors: Readonly<Record<Encoding, (body: Uint8Array) => Promise<Uint8Array>>> = {
  br: (body) =>
    brotli(body, {
      params: {[constants.BROTLI_PARAM_QUALITY]: quickBrotli, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength}
    }),
  gzip: (body) => zip(body)
};

export function compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  return compressors[encoding](body);
}

/** The best encoding that a client accepts for a body; undefined for none. */
export function encodingFor(accepted: string | undefined, type: string, bytes: number): Encoding | undefined {
  if (!accepted || bytes < leastBytes || !isCompressible(type)) return undefined;
  const refused = new Set<string>();
  const wanted = new Set<string>();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
    const isRefused = parameters.some((text) => /^q=0(\.0*)?$/.test(text));
    (isRefused ? refused : wanted).add(name);
  }
  return encodings.find((one) => wanted.has(one) || (wanted.has("*") && !refused.has(one)));
}

function isCompressible(type: string): boolean {
  return (
    /^(text\/|application\/(json|problem\+json|javascript|wasm|manifest\+json|xml)|image\/svg\+xml)/.test(type) ||
    /[+]xml|[+]json/.test(type)
  );
}
