import {readFileSync, writeFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {fixtureServices} from "../fixture.ts";
import {findPython} from "../python.ts";
import {cases21} from "./cases-21.ts";
import {cases30} from "./cases-30.ts";
import {conformancePage, runCases} from "./run.ts";

const page = "docs/sdmx-conformance.md";
const services = await fixtureServices();
const outcomes = await runCases(services, [...cases21, ...cases30]);

describe("SDMX services", () => {
  it.each(outcomes.map(({one, fault}) => [`${one.version} ${one.section}: ${one.title}`, fault] as const))(
    "%s",
    (_, fault) => {
      expect(fault).toBeUndefined();
    }
  );
});

const python = await findPython();

describe.skipIf(!python)("docs/sdmx-conformance.md", () => {
  it("is what a run finds", () => {
    const text = conformancePage(outcomes);
    if (process.env.UPDATE_PAGES) writeFileSync(page, text);
    expect(readFileSync(page, "utf8")).toBe(text);
  });
});
