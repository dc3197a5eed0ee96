import {makeCsvWriter} from "../src/sdmx/write/data-csv.ts";
import {makeJsonWriter} from "../src/sdmx/write/data-json.ts";
import {makeXmlWriter} from "../src/sdmx/write/data-xml.ts";
import {type DataWriter, makeLayout, type Row} from "../src/sdmx/write/layout.ts";
import {generatedRows} from "../test/support/sdmx-rows.ts";
import {type Measured, median} from "./result.ts";

const observations = 200_000;
const runs = 5;

const head = {
  id: "M",
  prepared: "2024-06-30T00:00:00Z",
  sender: {id: "CONCORD", names: {en: "Concord"}},
  language: "en"
};

/** How fast observations become messages on one core; the rows are made before, and nothing is sent. */
export function measureSdmx(): Measured[] {
  const rows = generatedRows();
  const batches = [...rows.batches(observations)];
  const layout = (severalMeasures: boolean) => makeLayout({...rows, severalMeasures});
  const [new_, old] = [layout(true), layout(false)];
  const trials: readonly (readonly [name: string, make: () => DataWriter, target?: number])[] = [
    ["SDMX-CSV 2.0 out", () => makeCsvWriter(new_, {version: 2, language: "en"}), 100],
    ["SDMX-CSV 1.0 out", () => makeCsvWriter(old, {version: 1, language: "en"}), 100],
    ["SDMX-CSV 2.0 with labels out", () => makeCsvWriter(new_, {version: 2, labels: "both", language: "en"})],
    ["SDMX-JSON 2.0 out", () => makeJsonWriter(new_, {version: "2.0.0", head}), 40],
    ["SDMX-JSON 1.0 out", () => makeJsonWriter(old, {version: "1.0.0", head}), 40],
    ["SDMX-ML 3.0 out", () => makeXmlWriter(new_, {format: "specific-3.0", head})],
    ["SDMX-ML 2.1 generic out", () => makeXmlWriter(old, {format: "generic-2.1", head})]
  ];
  return trials.map(([name, make, target]) => measureWriter(name, make, batches, target));
}

function measureWriter(
  name: string,
  make: () => DataWriter,
  batches: readonly (readonly Row[])[],
  target: number | undefined
): Measured {
  const speeds: number[] = [];
  for (let run = -1; run < runs; run++) {
    const start = performance.now();
    const bytes = write(make(), batches);
    if (run >= 0) speeds.push(bytes / 1e6 / ((performance.now() - start) / 1000));
  }
  return {name, median: median(speeds), unit: "MB/s", runs, ...(target !== undefined && {target})};
}

/** Writes everything into bytes, as a server has to, and counts them. */
function write(writer: DataWriter, batches: readonly (readonly Row[])[]): number {
  let bytes = 0;
  let waiting = writer.begin() + writer.openDataSet({action: "Information"});
  for (const rows of batches) {
    waiting += writer.rows(rows);
    if (waiting.length < 65_536) continue;
    bytes += Buffer.from(waiting).byteLength;
    waiting = "";
  }
  return bytes + Buffer.byteLength(waiting + writer.closeDataSet() + writer.end());
}
