import type {TradeScenario} from "../../../src/base/trade-scenario.ts";

/** A scenario as the YAML that `concord simulate trade` reads. */
export function scenarioYaml({name, description, barriers, parameters}: TradeScenario): string {
  const lines = [`name: ${JSON.stringify(name)}`];
  if (description !== undefined) lines.push(`description: ${JSON.stringify(description)}`);
  lines.push(barriers.length === 0 ? "barriers: []" : "barriers:");
  for (const barrier of barriers) lines.push(`  - ${flow(barrier)}`);
  if (parameters) lines.push(`parameters: ${flow(parameters)}`);
  return `${lines.join("\n")}\n`;
}

/** Members on one line; JSON strings are YAML strings. */
function flow(value: object): string {
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}: ${JSON.stringify(one)}`)
    .join(", ")}}`;
}

/** Scenarios as a part of an address, which stays behind the #. */
export function scenariosToHash(scenarios: readonly TradeScenario[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(scenarios));
  return `s=${btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "")}`;
}

/** What an address holds, not yet checked; undefined where it holds nothing that can be read. */
export function hashToScenarios(hash: string): unknown {
  const code = new URLSearchParams(hash.replace(/^#/, "")).get("s");
  if (code === null) return undefined;
  try {
    const text = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
