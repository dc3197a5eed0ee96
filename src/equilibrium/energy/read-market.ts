import {LineCounter, parseDocument} from "yaml";
import type {z} from "zod";
import {
  type EnergyMarket,
  type EnergyScenarioFile,
  energyMarketSchema,
  energyScenarioFileSchema
} from "../../base/energy.ts";
import {scenarioProblems, uncertainProblems} from "../../base/energy-problems.ts";
import {ConcordError, formatViolation, type Violation} from "../../base/errors.ts";
import {checkSchema} from "../../packs/check-schema.ts";
import {makeReport, type Placed, type Report, show} from "../../packs/report.ts";

/** Reads a market of energy from JSON or YAML; all that is wrong with it is in one error. */
export function parseEnergyMarket(text: string, file: string): EnergyMarket {
  const report = makeReport();
  const placed = readYaml(text, file, report);
  const market = placed && checkSchema<EnergyMarket>(energyMarketSchema as z.ZodType<EnergyMarket>, placed, report);
  if (!market) throw badFile("Market", file, report.violations);
  return market;
}

/** Reads scenarios of a market from YAML or JSON; all that is wrong with them is in one error. */
export function parseEnergyScenarios(text: string, file: string, market: EnergyMarket): EnergyScenarioFile {
  const report = makeReport();
  const placed = readYaml(text, file, report);
  const read = placed && checkSchema(energyScenarioFileSchema, placed, report);
  read?.scenarios.forEach((scenario, index) => {
    for (const {path, wanted} of scenarioProblems(market, scenario)) {
      const full = ["scenarios", index, ...path];
      report.note(placed!.place, full, show(memberAt(placed!.value, full)), wanted);
    }
    if (read.scenarios.findIndex(({id}) => id === scenario.id) < index)
      report.note(placed!.place, ["scenarios", index, "id"], show(scenario.id), "an id of its own");
  });
  for (const {path, wanted} of uncertainProblems(market, read?.uncertain))
    report.note(placed!.place, path, show(memberAt(placed!.value, path)), wanted);
  if (!read || report.violations.length > 0) throw badFile("Scenarios", file, report.violations);
  return read;
}

function readYaml(text: string, file: string, report: Report): Placed<unknown> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines});
  for (const {pos, message} of document.errors) {
    const {line, col} = lines.linePos(pos[0]);
    report.violations.push({file, line, column: col, found: message.split("\n")[0]!, wanted: "YAML or JSON"});
  }
  if (document.errors.length > 0) return undefined;
  return {
    value: document.toJS(),
    place: (path) => {
      for (let depth = path.length; depth > 0; --depth) {
        const node = document.getIn(path.slice(0, depth), true) as {range?: [number, number, number]} | undefined;
        if (!node?.range) continue;
        const {line, col} = lines.linePos(node.range[0]);
        return {file, line, column: col, field: path.map(String).join(".")};
      }
      return {file, line: 1, column: 1, ...(path.length > 0 && {field: path.map(String).join(".")})};
    }
  };
}

function memberAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], value);
}

function badFile(what: string, file: string, violations: readonly Violation[]): ConcordError {
  const count = violations.length === 1 ? "1 fault" : `${violations.length} faults`;
  return new ConcordError("bad_data", `${what} "${file}": ${count}`, {
    details: {violations, hint: inFileOrder(violations).map(formatViolation).join("\n       ")}
  });
}

function inFileOrder(violations: readonly Violation[]): Violation[] {
  return [...violations].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
