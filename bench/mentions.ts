import {Bench} from "tinybench";
import type {Library} from "./library.ts";
import type {Measured} from "./result.ts";
import {seededText} from "./texts.ts";

/** Who is named in a text: words a second that the gazetteer looks at, beside a look-up of each in a plain set. */
export async function measureMentions({reader, tokenize}: Library): Promise<Measured> {
  const tokens = tokenize(seededText("en+ru", 1_000_000));
  const lower = tokens.map((token) => token.lower);
  const plain = new Set(lower.slice(0, 2000));
  const shape = (i: number) => tokens[i]!.shape;
  const {mentionAt} = reader.gazetteer;
  let found = 0;
  const bench = new Bench({time: 0, iterations: 9, warmupIterations: 2, warmupTime: 0})
    .add("gazetteer", () => {
      for (let i = 0; i < lower.length; ++i) if (mentionAt(lower, i, shape)) ++found;
    })
    .add("set", () => {
      for (const word of lower) if (plain.has(word)) ++found;
    });
  const [own, set] = (await bench.run()).map(({result}) => {
    if (!("latency" in result)) throw new Error(`A run ended as "${result.state}", wanted "completed"`);
    return {speed: lower.length / (result.latency.p50 / 1000), runs: result.latency.samplesCount};
  });
  if (found === 0) throw new Error("No mention was found, so nothing was measured");
  return {
    name: "mentionAt() on every word, en+ru",
    median: own!.speed,
    unit: "words/s",
    runs: own!.runs,
    against: {name: "look-up in a Set", ratio: set!.speed / own!.speed}
  };
}
