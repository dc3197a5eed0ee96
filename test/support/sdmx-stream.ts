/** Lets a service send a million observations in each representation, and prints how much memory it took. */
import {makeContent} from "../../src/server/sdmx/content.ts";
import {sdmx21} from "../../src/server/sdmx/sdmx21.ts";
import {sdmx30} from "../../src/server/sdmx/sdmx30.ts";
import {generatedRows} from "./sdmx-rows.ts";

const observations = 1_000_000;
const rows = generatedRows();
const content = await makeContent(
  [{flow: rows.flow, structure: rows.structure, category: "STATISTICS", rows: () => rows.batches(observations)}],
  rows.codelists,
  {updated: new Date(0), mark: "generated", today: () => "2024-06-30"}
);
const apps = {"2.1": sdmx21({content: () => content}), "3.0": sdmx30({content: () => content})};

const asked = [
  ["3.0", "/data/dataflow/CONCORD/DF_REPORTED", "data+csv;version=2.0.0"],
  ["3.0", "/data/dataflow/CONCORD/DF_REPORTED", "data+json;version=2.0.0"],
  ["3.0", "/data/dataflow/CONCORD/DF_REPORTED", "data+xml;version=3.0.0"],
  ["2.1", "/data/DF_REPORTED", "genericdata+xml;version=2.1"]
] as const;

const results = [];
for (const [version, path, type] of asked) {
  const start = performance.now();
  const response = await apps[version].request(path, {headers: {accept: `application/vnd.sdmx.${type}`}});
  let [bytes, marks] = [0, 0];
  for await (const chunk of response.body!) {
    bytes += chunk.byteLength;
    for (let at = chunk.indexOf(120); at >= 0; at = chunk.indexOf(120, at + 1)) if (chunk[at + 1] === 46) marks++; // "x.": one in the id of every figure
  }
  const seconds = (performance.now() - start) / 1000;
  results.push({
    type,
    status: response.status,
    bytes,
    marks,
    speed: bytes / 1e6 / seconds,
    peak: process.resourceUsage().maxRSS / 1000
  });
}
console.log(JSON.stringify(results));
