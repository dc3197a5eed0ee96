/** Measures the built library on seeded data: `npm run bench -- --help`. */
import {cpus} from "node:os";
import {parseArgs} from "node:util";
import {formatTable, type Measured, reaches} from "./result.ts";

/** What can be measured, by the name that `--only` takes; each part loads what it needs. */
const parts: Readonly<Record<string, () => Promise<readonly Measured[]>>> = {
  processes: async () => (await import("./processes.ts")).measureProcesses(),
  extraction: async () => {
    const {measureExtraction} = await import("./extraction.ts");
    const library = await (await import("./library.ts")).loadLibrary();
    const mixes = ["guide", "en", "ru", "en+ru"] as const;
    const all: Measured[] = [];
    for (const mix of mixes) all.push(...(await measureExtraction(library, mix)));
    return all;
  },
  mentions: async () => {
    const library = await (await import("./library.ts")).loadLibrary();
    return [await (await import("./mentions.ts")).measureMentions(library)];
  },
  server: async () => (await import("./server.ts")).measureServer(),
  web: async () => (await import("./web.ts")).measureWeb(),
  equilibrium: async () => (await import("./equilibrium.ts")).measureEquilibrium(),
  sdmx: async () => (await import("./sdmx.ts")).measureSdmx(),
  ingest: async () => (await import("./ingest.ts")).measureIngest(),
  gravity: async () => (await import("./gravity.ts")).measureGravity(),
  coverage: async () => (await import("./coverage.ts")).measureCoverage(),
  energy: async () => (await import("./energy.ts")).measureEnergy(await (await import("./library.ts")).loadLibrary())
};

const help = `Usage: npm run bench -- [options]

  --only PART   measure one part: ${Object.keys(parts).join(", ")}
  --json        print what was measured as JSON
  --strict      end with 1 when a target is missed`;

async function measure(names: readonly string[]): Promise<Measured[]> {
  const all: Measured[] = [];
  for (const name of names) all.push(...(await parts[name]!()));
  return all;
}

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    only: {type: "string"},
    json: {type: "boolean"},
    strict: {type: "boolean"},
    help: {type: "boolean", short: "h"}
  }
});
const only = values.only ?? positionals[0];
if (values.help) console.log(help);
else if (only !== undefined && !(only in parts)) {
  console.error(`error: found part "${only}", wanted one of ${Object.keys(parts).join(", ")}`);
  process.exitCode = 2;
} else {
  const measured = await measure(only === undefined ? Object.keys(parts) : [only]);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`;
  console.log(values.json ? JSON.stringify({machine, measured}, null, 2) : `${machine}\n\n${formatTable(measured)}`);
  if (values.strict && !measured.every(reaches)) process.exitCode = 1;
}
