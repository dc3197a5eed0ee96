import {agency} from "../agency.ts";
import type {DataConstraint, KeyValues, StructureReference} from "../structures.ts";
import {urnOf} from "../urn.ts";
import type {Row} from "../write/layout.ts";
import {cellTests, type RowSource, type Selection} from "./select.ts";
import {maybeTimePeriod, startOf} from "./time-period.ts";

/** What there is of the data that a request asks for. */
export interface Availability {
  readonly region: readonly KeyValues[];
  readonly series: number;
  readonly observations: number;
}

/**
 * Finds which values the dimensions have. "exact": in the data that the request would return; "available": what may be
 * chosen of a dimension while all others stay as they are.
 */
export async function findAvailability(
  source: RowSource,
  selection: Selection,
  {mode, components}: {readonly mode: "exact" | "available"; readonly components: ReadonlySet<string> | undefined}
): Promise<Availability> {
  const {structure} = selection;
  const {dimensions} = structure;
  const time = dimensions.findIndex(({role}) => role === "time");
  const fails = makeFailures(selection);
  const values = dimensions.map(() => new Set<string>());
  let last: Row | undefined;
  let [series, observations] = [0, 0];
  for await (const batch of source) {
    for (const row of batch) {
      const failed = fails(row);
      if (failed === none) {
        const sameSeries = last && dimensions.every((_, at) => at === time || last![at] === row[at]);
        if (!sameSeries) series++;
        if (!sameSeries || last![time] !== row[time]) observations++;
        last = row;
        for (let at = 0; at < values.length; at++) values[at]!.add(String(row[at]));
      } else if (mode === "available" && failed >= 0) values[failed]!.add(String(row[failed]));
    }
  }
  const wanted = (id: string) => components === undefined || components.has(id);
  const region = dimensions.flatMap(({id}, at): KeyValues[] => {
    if (!wanted(id) || values[at]!.size === 0) return [];
    return at === time ? [timeValues(id, values[at]!)] : [{component: id, values: [...values[at]!].sort()}];
  });
  return {region, series, observations};
}

/** No dimension fails. */
const none = -1;
/** More than one thing fails, or something that is no dimension. */
const several = -2;

/** Says which single dimension keeps a row out of a request. */
function makeFailures(selection: Selection): (row: Row) => number {
  const {structure, keys, query} = selection;
  const filters = cellTests(structure, query);
  const patterns = keys.length > 0 ? keys : [[]];
  return (row) => {
    let best = several;
    for (const pattern of patterns) {
      const failed = failures(row, pattern, filters, structure.dimensions.length);
      if (failed === none) return none;
      if (failed >= 0) best = failed;
    }
    return best;
  };
}

function failures(
  row: Row,
  pattern: readonly (ReadonlySet<string> | undefined)[],
  filters: ReturnType<typeof cellTests>,
  dimensions: number
): number {
  let failed = none;
  const fail = (at: number) => {
    failed = failed === none || failed === at ? (at < dimensions ? at : several) : several;
  };
  for (let at = 0; at < pattern.length; at++) if (pattern[at] && !pattern[at]!.has(String(row[at]))) fail(at);
  for (const {at, test} of filters) if (!test(row[at]!)) fail(at);
  return failed;
}

function timeValues(component: string, periods: ReadonlySet<string>): KeyValues {
  let first: {text: string; start: number} | undefined;
  let last: {text: string; end: number} | undefined;
  for (const text of periods) {
    const span = maybeTimePeriod(text);
    if (!span) continue;
    if (!first || span.start < first.start) first = {text: startOf(span), start: span.start};
    if (!last || span.end > last.end) last = {text: startOf({start: span.end - 1, end: span.end}), end: span.end};
  }
  return first && last
    ? {component, values: [], timeRange: {start: first.text, end: last.text}}
    : {component, values: [...periods]};
}

/** The answer of an availability request as a structure. */
export function availabilityConstraint(
  attachedTo: StructureReference,
  {region, series, observations}: Availability
): DataConstraint {
  return {
    type: "dataconstraint",
    agency,
    id: `AVAILABLE_${attachedTo.id}`.slice(0, 80),
    version: attachedTo.version,
    names: {en: `Data that there are of ${urnOf(attachedTo)}`},
    role: "actual",
    attachedTo: [attachedTo],
    region,
    counts: {series, observations}
  };
}
