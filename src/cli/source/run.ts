import type {SourceDeclaration} from "../../connectors/connector.ts";
import {examine, type Finding} from "../../connectors/doctor.ts";
import {sdmxServices} from "../../connectors/sdmx/services.ts";
import {sourceNamed, sources} from "../../connectors/sources.ts";
import {type CliContext, stdoutScreen, writeJson, writeNote, writeText} from "../context.ts";
import {exitCodes} from "../exit-codes.ts";
import {surroundingsOf} from "../pull/run.ts";
import type {ColorMode, Style} from "../terminal/style.ts";

/** Options of `concord source list` and `doctor`. */
export interface SourceFlags {
  readonly json?: boolean;
  readonly color: ColorMode;
}

/** Lists all sources. */
export function runSourceList(this: CliContext, {json, color}: SourceFlags): void {
  const services = sdmxServices.map(({id, publisher, base, version, licence}) => ({
    id,
    publisher,
    base,
    version,
    licence
  }));
  if (json) {
    writeJson(this, {sources: sources.map(({load: _, probes: __, ...facts}) => facts), sdmxServices: services});
    return;
  }
  const {style} = stdoutScreen(this, color);
  const blocks = sources.map((source) => describe(source, style));
  const lines = services.map(({id, publisher, licence}) => `  ${id.padEnd(10)}${publisher} · ${licence.name}`);
  writeText(this, [...blocks, `${style.bold("services of")} concord pull sdmx\n${lines.join("\n")}`].join("\n\n"));
}

function describe({id, title, publisher, licence, endpoint, cadence, key}: SourceDeclaration, style: Style): string {
  return [
    `${style.bold(id)}  ${title}`,
    `  publisher  ${publisher}`,
    `  licence    ${licence.name}${licence.note ? `, ${licence.note}` : ""}`,
    `  address    ${endpoint}`,
    `  updated    ${cadence}`,
    ...(key ? [`  key        ${key.variable}: ${key.about}`] : [])
  ].join("\n");
}

/** Examines sources, and says what each answered. */
export async function runSourceDoctor(this: CliContext, {json, color}: SourceFlags, id?: string): Promise<void> {
  const wanted = id === undefined ? sources : [sourceNamed(id)];
  const findings = await examine(
    wanted,
    surroundingsOf(this, (line) => writeNote(this, line))
  );
  if (json) writeJson(this, {findings});
  else {
    const {style} = stdoutScreen(this, color);
    for (const finding of findings) writeText(this, line(finding, style));
    const local = wanted.filter(({probes}) => probes.length === 0).map((source) => source.id);
    if (local.length > 0) writeText(this, `– ${local.join(", ")}: read from your own files, nothing to ask`);
  }
  if (findings.some(({state}) => state !== "as-expected")) this.process.exitCode = exitCodes.badData;
}

function line({source, url, state, milliseconds, found, advice}: Finding, style: Style): string {
  const mark = state === "as-expected" ? style.good("✓") : style.bad("✗");
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  const words = state === "as-expected" ? `answers as expected in ${time}` : `${state}: ${found}`;
  return [`${mark} ${source}  ${new URL(url).host}  ${words}`, ...(advice ? [`    ${advice}`] : [])].join("\n");
}
