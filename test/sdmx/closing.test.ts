import {describe, expect, it} from "vitest";
import type {Row} from "../../src/sdmx/write/layout.ts";
import {makeContent} from "../../src/server/sdmx/content.ts";
import {sdmx30} from "../../src/server/sdmx/sdmx30.ts";
import {generatedRows} from "../support/sdmx-rows.ts";

const rows = generatedRows();
let open = 0;

/** Rows of a source that counts who holds it open. */
async function* counted(): AsyncGenerator<readonly Row[]> {
  open++;
  try {
    yield* rows.batches(200_000);
  } finally {
    open--;
  }
}

const content = await makeContent(
  [{flow: rows.flow, structure: rows.structure, category: "STATISTICS", rows: counted}],
  rows.codelists,
  {updated: new Date(0), mark: "counted", today: () => "2024-06-30"}
);
const app = sdmx30({content: () => content});
const path = "/data/dataflow/CONCORD/DF_REPORTED";

/** The stream gives back its source some turns after it was told to. */
async function settled(): Promise<number> {
  for (let turn = 0; turn < 50 && open > 0; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  return open;
}

describe("sdmx30() gives back its source", () => {
  it("when the answer was read", async () => {
    await (await app.request(path)).arrayBuffer();
    expect(await settled()).toBe(0);
  });

  it.each([
    ["when only headers are wanted", {method: "HEAD"}],
    ["when the client holds the answer", {headers: {"if-none-match": "*"}}]
  ])("%s", async (_, init) => {
    await app.request(path, init);
    expect(await settled()).toBe(0);
  });

  it.each([
    ["plain", {}],
    ["compressed", {"accept-encoding": "gzip"}]
  ])("when the client goes away, %s", async (_, headers) => {
    const response = await app.request(path, {headers});
    const reader = response.body!.getReader();
    await reader.read();
    expect(open).toBe(1);
    await reader.cancel();
    expect(await settled()).toBe(0);
  });

  it("when a limit is reached, and when the request is refused", async () => {
    await (await app.request(`${path}?limit=5`)).arrayBuffer();
    expect((await app.request(`${path}?attributes=COLOUR`)).status).toBe(422);
    expect(await settled()).toBe(0);
  });
});
