import type {EnergyOutput, EnergyQuantiles, EnergyResult} from "../../base/energy-result.ts";

/** Columns of the CSV answer; one row a number. */
const columns = ["scenario", "kind", "id", "item", "value"] as const;
type Value = string | number | boolean | null;
type Row = readonly [scenario: string, kind: string, id: string, item: string, value: Value];

/** All numbers of a simulation as CSV (RFC 4180), one a row. */
export function energyCsv(output: EnergyOutput): string {
  const rows = [...output.scenarios.flatMap(resultRows), ...(output.draws ?? []).flatMap(drawRows)];
  return `${[columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function resultRows(result: EnergyResult): Row[] {
  const {scenario} = result;
  const rows = <One>(kind: string, all: readonly One[], id: (one: One) => string, items: readonly (keyof One)[]) =>
    all.flatMap((one) => items.map((item): Row => [scenario, kind, id(one), String(item), one[item] as Value]));
  return [
    ...result.economies.flatMap(({id, accounts, welfare}) => [
      ...Object.entries(accounts).map(([name, value]): Row => [scenario, "account", id, name, value]),
      [scenario, "account", id, "welfare", welfare] as const
    ]),
    [scenario, "account", "total", "welfare", result.total],
    ...rows("node", result.nodes, ({node, commodity}) => `${node}.${commodity}`, ["price"]),
    ...rows("demand", result.demands, ({id}) => id, ["quantity", "paid", "marginal", "transfer"]),
    ...rows("supply", result.supplies, ({id}) => id, ["quantity", "shadowPrice"]),
    ...rows("export", result.exports, ({id}) => id, ["quantity", "shadowPrice"]),
    ...rows("flow", result.flows, ({id}) => id, ["sent", "arrived", "capacity", "charge", "shadowPrice", "rent"]),
    ...rows("process", result.processes, ({id}) => id, ["runs", "margin", "shadowPrice"]),
    ...rows("convergence", result.convergence, ({from, to}) => `${from}-${to}`, [
      "difference",
      "transport",
      "unexplained"
    ]),
    ...Object.entries(result.checks).map(([name, value]): Row => [scenario, "check", "", name, value])
  ];
}

function drawRows({
  scenario,
  draws,
  failed,
  total,
  economies,
  demands
}: NonNullable<EnergyOutput["draws"]>[number]): Row[] {
  const spread = (kind: string, id: string, item: string, quantiles: EnergyQuantiles) =>
    Object.entries(quantiles).map(([name, value]): Row => [scenario, kind, id, `${item}.${name}`, value]);
  return [
    [scenario, "draws", "", "draws", draws],
    [scenario, "draws", "", "failed", failed],
    ...spread("draws", "total", "welfare", total),
    ...economies.flatMap(({id, welfare, accounts, change, gains}) => [
      ...spread("draws", id, "welfare", welfare),
      ...Object.entries(accounts).flatMap(([name, quantiles]) => spread("draws", id, name, quantiles)),
      ...(change ? spread("draws", id, "change", change) : []),
      ...(gains === undefined ? [] : [[scenario, "draws", id, "gains", gains] as const])
    ]),
    ...demands.flatMap(({id, paid}) => spread("draws", id, "paid", paid))
  ];
}

function cell(value: Value): string {
  const text = value === null ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
