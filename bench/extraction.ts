import {Bench} from "tinybench";
import type {Library} from "./library.ts";
import type {Measured} from "./result.ts";
import {type Mix, seededText} from "./texts.ts";

/** Bytes of the texts that are read. */
export const textBytes = 5_000_000;
const target = 5;
const posted = 19_776; // 2024-02-23, in days since 1970-01-01

/** What a search with a handful of patterns would look for: numbers with what is counted, and years. */
const patterns = [
  /[$€£¥₽]\s?\d+(?:[.,\s]\d+)*(?:\s?(?:bn|mn?|tn|billion|million|trillion))?/gi,
  /\d+(?:[.,\s]\d+)*\s?(?:%|per ?cent|percent|percentage points|процент\p{L}*|п\.\s?п\.)/giu,
  /\d+(?:[.,\s]\d+)*\s?(?:bn|billion|million|trillion|thousand|млрд|млн|трлн|тыс)\.?\s?(?:dollars|euros?|rubles|долл\p{L}*|руб\p{L}*|евро)?/giu,
  /\d+(?:[.,]\d+)?\s?(?:times|fold|раза?)/gi,
  /\b(?:19|20)\d\d\b/g
];

function sweep(text: string): number {
  return patterns.reduce((found, pattern) => found + (text.match(pattern)?.length ?? 0), 0);
}

/** By paragraphs, because the time it takes grows with the square of the length of its input. */
function segment(text: string, language: string): number {
  const segmenter = new Intl.Segmenter(language, {granularity: "sentence"});
  let sentences = 0;
  for (const paragraph of text.split("\n\n")) for (const _ of segmenter.segment(paragraph)) ++sentences;
  return sentences;
}

/** Extraction of claims from seeded text on one core, beside a sweep of patterns and sentence segmentation alone. */
export async function measureExtraction(library: Library, mix: Mix): Promise<Measured[]> {
  const text = seededText(mix, textBytes);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const extract = (read: string) =>
    library.extractClaims(library.readDocument(read, "text").clean.text, {
      reader: library.reader,
      posted,
      isPosted: true,
      packEconomies: []
    });
  extract(seededText(mix, textBytes / 10, 2)); // a process that reads megabytes is warm after the first
  const bench = new Bench({time: 0, iterations: 3, warmup: false})
    .add("extraction", () => void extract(text))
    .add("pattern sweep", () => void sweep(text))
    .add("Intl.Segmenter", () => void segment(text, mix === "ru" ? "ru" : "en"));
  const [own, ...others] = (await bench.run()).map(({name, result}) => {
    if (!("latency" in result)) throw new Error(`Task "${name}" ended as "${result.state}", wanted "completed"`);
    return {name, speed: megabytes / (result.latency.p50 / 1000), runs: result.latency.samplesCount};
  });
  const claims = extract(text).length;
  const about = `${mix}, ${megabytes.toFixed(1)} MB, a claim every ${Math.round((1e6 * megabytes) / claims)} bytes`;
  return others.map((other, i) => ({
    name: i === 0 ? `extraction of claims: ${about}` : "",
    median: own!.speed,
    unit: "MB/s",
    runs: own!.runs,
    ...(i === 0 && {target}),
    against: {name: `${other.name} ${other.speed.toFixed(0)} MB/s`, ratio: other.speed / own!.speed}
  }));
}
