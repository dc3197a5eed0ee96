import {closeSync, openSync, writeSync} from "node:fs";
import {mulberry32} from "./texts.ts";

const economies = 200;
const products = 5000;

/** Writes rows in the form of BACI, drawn by a seed and sorted by year, exporter, importer and product; returns their number. */
export function writeBaciRows(path: string, wanted: number): number {
  const random = mulberry32(20_260_101);
  const codes = distinct(products, () => 10_000 + Math.floor(random() * 980_000));
  const numbers = distinct(economies, () => 4 + Math.floor(random() * 890));
  const pairs = economies * (economies - 1);
  const sizes = Float64Array.from({length: pairs}, () => Math.exp(2.2 * normal(random)));
  const shares = sharesOf(sizes, wanted / products);
  const file = openSync(path, "w");
  const lines: string[] = ["t,i,j,k,v,q\n"];
  let rows = 0;
  let pair = 0;
  for (const exporter of numbers)
    for (const importer of numbers) {
      if (exporter === importer) continue;
      const share = shares[pair++]!;
      for (const code of codes) {
        if (random() > share) continue;
        const value = Math.exp(1.5 + 2.4 * normal(random)) + 0.001;
        lines.push(`2022,${exporter},${importer},${code},${value.toFixed(3)},${(value * random()).toFixed(3)}\n`);
        rows++;
      }
      if (lines.length > 20_000) writeSync(file, lines.splice(0).join(""));
    }
  writeSync(file, lines.join(""));
  closeSync(file);
  return rows;
}

/** Shares of products that pairs trade, at most nearly all, whose sum is `wanted`. */
function sharesOf(sizes: Float64Array, wanted: number): Float64Array {
  const capped = (scale: number) => sizes.map((size) => Math.min(0.98, size * scale));
  const sumOf = (scale: number) => capped(scale).reduce((sum, share) => sum + share, 0);
  let [low, high] = [0, 1];
  while (sumOf(high) < wanted) high *= 2;
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (sumOf(middle) < wanted) low = middle;
    else high = middle;
  }
  return capped(high);
}

function distinct(count: number, draw: () => number): number[] {
  const all = new Set<number>();
  while (all.size < count) all.add(draw());
  return [...all].sort((a, b) => a - b);
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
