/** What a link to a check holds. */
export interface Linked {
  readonly text: string;
  /** Day of posting. */
  readonly posted?: string | undefined;
}

/** Longest fragment that is offered: longer links break in mail and chats. */
export const longestFragment = 8_000;
/** Longest text that is read from a link: a short link can hold a text of any length. */
const longestText = 1_000_000;

/** The fragment that holds a text and its day; browsers send it to no server. */
export async function writeFragment({text, posted}: Linked): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate"));
  const parameters = new URLSearchParams({text: toBase64Url(bytes), ...(posted && {posted})});
  return parameters.toString();
}

/** Reads a fragment; undefined where it holds no text. Throws a SyntaxError where it is damaged. */
export async function readFragment(fragment: string): Promise<Linked | undefined> {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const packed = parameters.get("text");
  if (!packed) return undefined;
  const posted = parameters.get("posted");
  try {
    const bytes = await through(fromBase64Url(packed), new DecompressionStream("deflate"));
    const text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
    return {text, ...(posted && /^\d{4}-\d{2}-\d{2}$/.test(posted) && {posted})};
  } catch (error) {
    throw new SyntaxError("The fragment holds no text that was packed here", {cause: error});
  }
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A stream that is refused fails while it is read, below.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = (stream.readable as ReadableStream<Uint8Array>).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.byteLength;
    if (length > 4 * longestText) {
      await reader.cancel();
      throw new RangeError(`found more than ${longestText} characters`);
    }
    chunks.push(read.value);
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return all;
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
