/** Measures the built library on seeded data: `npm run bench -- --help`. */
import {cpus} from "node:os";
import {parseArgs} from "node:util";
import {measureExtraction} from "./extraction.ts";
import {loadLibrary} from "./library.ts";
import {measureMentions} from "./mentions.ts";
import {measureProcesses} from "./processes.ts";
import {formatTable, type Measured, reaches} from "./result.ts";
import {measureSdmx} from "./sdmx.ts";
import {measureServer} from "./server.ts";

const help = `Usage: npm run bench -- [options]

  --only PART                            measure one part: processes, extraction, mentions, sdmx, server
  --json                                 print what was measured as JSON
  --strict                               end with 1 when a target is missed`;

const parts = ["processes", "extraction", "mentions", "sdmx", "server"] as const;

async function measure(wanted: (part: (typeof parts)[number]) => boolean): Promise<Measured[]> {
  const library = await loadLibrary();
  const all: Measured[] = [];
  if (wanted("processes")) all.push(...(await measureProcesses()));
  if (wanted("extraction"))
    for (const mix of ["guide", "en", "ru", "en+ru"] as const) all.push(...(await measureExtraction(library, mix)));
  if (wanted("mentions")) all.push(await measureMentions(library));
  if (wanted("sdmx")) all.push(...measureSdmx());
  if (wanted("server")) all.push(...(await measureServer()));
  return all;
}

const {values} = parseArgs({
  options: {
    only: {type: "string"},
    json: {type: "boolean"},
    strict: {type: "boolean"},
    help: {type: "boolean", short: "h"}
  }
});
if (values.help) console.log(help);
else if (values.only !== undefined && !parts.some((part) => part === values.only)) {
  console.error(`error: found --only "${values.only}", wanted one of ${parts.join(", ")}`);
  process.exitCode = 2;
} else {
  const measured = await measure((part) => values.only === undefined || values.only === part);
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`;
  console.log(values.json ? JSON.stringify({machine, measured}, null, 2) : `${machine}\n\n${formatTable(measured)}`);
  if (values.strict && !measured.every(reaches)) process.exitCode = 1;
}
