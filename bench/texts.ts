import {readdirSync, readFileSync} from "node:fs";
import {readCorpus} from "../test/corpus/corpus.ts";

/** Languages of a seeded text, or "guide": the prose of this repository's guide, in which claims are rare. */
export type Mix = "en" | "ru" | "en+ru" | "guide";

const guide = new URL("../docs/", import.meta.url);

const documents = new URL("../packs/union-state/documents/", import.meta.url);

/** Paragraphs of the shipped documents and texts of the corpus, in the languages asked for. */
function paragraphs(mix: Mix): string[] {
  if (mix === "guide") return guideParagraphs();
  const languages = mix.split("+");
  const shipped = readdirSync(documents)
    .filter((name) => languages.some((language) => name.endsWith(`.${language}.md`)))
    .flatMap((name) => withoutFrontMatter(readFileSync(new URL(name, documents), "utf8")).split(/\n{2,}/));
  const corpus = readCorpus().filter(({lang}) => languages.includes(lang));
  return [...shipped, ...corpus.map(({text}) => text)].filter((text) => text.trim() !== "");
}

function guideParagraphs(): string[] {
  const pages = readdirSync(guide).filter((name) => name.endsWith(".md"));
  const texts = pages.flatMap((name) => readFileSync(new URL(name, guide), "utf8").split(/\n{2,}/));
  return texts.filter((text) => /^\p{L}/u.test(text) && text.length > 80);
}

function withoutFrontMatter(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, "");
}

/** A text of at least so many bytes: paragraphs drawn at random by a seed, the same on every machine. */
export function seededText(mix: Mix, bytes: number, seed = 1): string {
  const pool = paragraphs(mix);
  const random = mulberry32(seed);
  const drawn: string[] = [];
  for (let length = 0; length < bytes; ) {
    const paragraph = pool[Math.floor(random() * pool.length)]!;
    drawn.push(paragraph);
    length += Buffer.byteLength(paragraph) + 2;
  }
  return drawn.join("\n\n");
}

/** Tommy Ettinger's generator of 32 bits, numbers from 0 up to 1: small, and good enough to shuffle by. */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
