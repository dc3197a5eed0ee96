import {isUtf8} from "node:buffer";
import type {Violation} from "../base/errors.ts";

/** A text and what is wrong with its bytes. */
export interface DecodedText {
  /** Without the byte order mark; invalid bytes stand as U+FFFD. */
  readonly text: string;
  readonly violations: readonly Violation[];
}

const lineFeed = 0x0a;

/** Decodes UTF-8 with or without a byte order mark; every line that holds an invalid sequence is a violation. */
export function decodeText(bytes: Buffer, file: string): DecodedText {
  const text = new TextDecoder().decode(bytes);
  return {text, violations: isUtf8(bytes) ? [] : invalidLines(bytes, file)};
}

function invalidLines(bytes: Buffer, file: string): Violation[] {
  const violations: Violation[] = [];
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const next = bytes.indexOf(lineFeed, start);
    const end = next < 0 ? bytes.length : next + 1; // a line feed is never part of a longer sequence
    const content = bytes.subarray(start, end);
    if (!isUtf8(content)) violations.push(invalidByte(content, file, line));
    start = end;
  }
  return violations;
}

function invalidByte(content: Buffer, file: string, line: number): Violation {
  const at = validLength(content);
  const byte = content[at]!.toString(16).padStart(2, "0");
  const column = new TextDecoder().decode(content.subarray(0, at)).length + 1;
  return {file, line, column, found: `byte 0x${byte}`, wanted: "UTF-8"};
}

/** Length of the longest start of a line that is UTF-8, found by halving. */
function validLength(content: Buffer): number {
  let low = 0;
  let high = content.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(content.subarray(0, startOfSequence(content, middle)))) low = middle;
    else high = middle - 1;
  }
  return startOfSequence(content, low);
}

/** A cut inside a sequence is moved back to its first byte, so that a valid sequence cut in two does not count. */
function startOfSequence(content: Buffer, cut: number): number {
  let at = cut;
  for (let back = 0; back < 3 && at > 0 && at < content.length && (content[at]! & 0xc0) === 0x80; back++) at--;
  return at;
}
