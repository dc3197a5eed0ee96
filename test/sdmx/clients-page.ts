import {allowances, type Trial} from "./clients.ts";

/** The page of clients and representations, as a run found them. */
export function clientsPage(
  data: readonly Trial[],
  structures: readonly Trial[],
  versions: Readonly<Record<string, string>>
): string {
  return `# SDMX clients

What other software reads of what Concord's SDMX services write. \`test/sdmx/clients.test.ts\` lets every client read every
representation of the same data, compares each observation with its dimensions, measures and attributes to what the
service holds, and writes this page: ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ")}, and Concord's own readers.

"identical" says how many observations came back the same; "–" that the client has no reader for the representation.

## Data

${table(data)}

${allowances.map((text) => `- ${text}`).join("\n")}

## Structures

A dataflow with everything that it refers to: the data structure, its code lists and its concept scheme, by name.

${table(structures)}
`;
}

function table(trials: readonly Trial[]): string {
  const clients = [...new Set(trials.map(({client}) => client))];
  const names = [...new Set(trials.map(({representation}) => representation.name))];
  const cell = (client: string, name: string) => {
    const own = trials.filter((one) => one.client === client && one.representation.name === name);
    const bad = own.find(({outcome}) => outcome === "differs");
    if (bad) return `differs: ${bad.detail.slice(0, 80)}`;
    return own.every(({outcome}) => outcome === "identical") ? `identical, ${sum(own)}` : "–";
  };
  const service = (name: string) =>
    trials.find(({representation}) => representation.name === name)!.representation.service;
  return [
    `| representation | service | ${clients.join(" | ")} |`,
    `|---|---|${clients.map(() => "---|").join("")}`,
    ...names.map(
      (name) => `| ${name} | ${service(name)} | ${clients.map((client) => cell(client, name)).join(" | ")} |`
    )
  ].join("\n");
}

function sum(trials: readonly Trial[]): number {
  return trials.reduce((total, {detail}) => total + Number(detail), 0);
}
