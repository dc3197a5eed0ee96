import type {Cell} from "../write/layout.ts";
import {semanticFault, syntaxFault} from "./faults.ts";
import {maybeTimePeriod, parseTimePeriod, type TimeSpan} from "./time-period.ts";

const operators = ["eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew"] as const;
type Operator = (typeof operators)[number];

/** One comparison of a component with a value. */
interface Condition {
  readonly operator: Operator;
  readonly value: string;
}

/** Conditions on one component: any of the groups holds, of a group all. */
export interface ComponentFilter {
  readonly component: string;
  readonly anyOf: readonly (readonly Condition[])[];
}

/** Reads the value of a `c[…]` parameter of 3.0: commas mean or, `+` means and, operators stand before a colon. */
export function parseFilter(component: string, text: string): ComponentFilter {
  const anyOf = text.split(",").map((group) => group.split("+").map((one) => condition(component, one)));
  return {component, anyOf};
}

function condition(component: string, text: string): Condition {
  const match = /^([a-z]{2}):(.*)$/s.exec(text);
  const operator = match && operators.find((one) => one === match[1]);
  const value = operator ? match[2]! : text;
  if (match && !operator && component !== "TIME_PERIOD")
    throw syntaxFault(`Filter c[${component}] has the operator "${match[1]}", wanted one of ${operators.join(", ")}`);
  if (value === "") throw syntaxFault(`Filter c[${component}] has an empty value in "${text.slice(0, 60)}"`);
  return {operator: operator ?? "eq", value};
}

/** Tests the value of a component, as it stands in a row. */
export type CellTest = (cell: Cell) => boolean;

/** What a filter needs to know of its component. */
export interface FilteredComponent {
  readonly isTime: boolean;
  readonly isNumeric: boolean;
  readonly reportingYearStart?: string;
}

/** Makes the test that a filter stands for. Absent values pass no comparison but "not equal" and "does not contain". */
export function makeTest({component, anyOf}: ComponentFilter, of: FilteredComponent): CellTest {
  const groups = anyOf.map((group) => group.map((one) => makeCondition(component, one, of)));
  if (groups.length === 1 && groups[0]!.length === 1) return groups[0]![0]!;
  return (cell) => groups.some((tests) => tests.every((test) => test(cell)));
}

function makeCondition(component: string, {operator, value}: Condition, of: FilteredComponent): CellTest {
  if (of.isTime) return timeCondition(component, operator, value, of.reportingYearStart);
  const number = Number(value);
  if (of.isNumeric && !["co", "nc", "sw", "ew"].includes(operator)) {
    if (Number.isNaN(number))
      throw semanticFault(`Filter c[${component}] compares a number with "${value.slice(0, 40)}"`);
    return compared(operator, (cell) => (cell === null ? undefined : Math.sign(Number(cell) - number)));
  }
  switch (operator) {
    case "co":
      return (cell) => cell !== null && String(cell).includes(value);
    case "nc":
      return (cell) => cell === null || !String(cell).includes(value);
    case "sw":
      return (cell) => cell !== null && String(cell).startsWith(value);
    case "ew":
      return (cell) => cell !== null && String(cell).endsWith(value);
    default:
      return compared(operator, (cell) => {
        if (cell === null) return undefined;
        const text = String(cell);
        return text === value ? 0 : text < value ? -1 : 1;
      });
  }
}

/** `order` is negative where the cell comes before the value; undefined where there is no cell. */
function compared(operator: Operator, order: (cell: Cell) => number | undefined): CellTest {
  switch (operator) {
    case "eq":
      return (cell) => order(cell) === 0;
    case "ne":
      return (cell) => order(cell) !== 0;
    case "lt":
      return (cell) => order(cell)! < 0;
    case "le":
      return (cell) => order(cell)! <= 0;
    case "gt":
      return (cell) => order(cell)! > 0;
    default:
      return (cell) => order(cell)! >= 0;
  }
}

/** Periods are compared by what they span: `ge` wants the whole of a period after the start, `le` before the end. */
function timeCondition(component: string, operator: Operator, value: string, yearStart?: string): CellTest {
  if (["co", "nc", "sw", "ew"].includes(operator))
    throw semanticFault(
      `Filter c[${component}] has the operator "${operator}", wanted eq, ne, lt, le, gt or ge for time`
    );
  const asked = parseTimePeriod(value, yearStart);
  const tests: Partial<Record<Operator, (span: TimeSpan) => boolean>> = {
    eq: (span) => span.start === asked.start && span.end === asked.end,
    ne: (span) => span.start !== asked.start || span.end !== asked.end,
    lt: (span) => span.end <= asked.start,
    le: (span) => span.end <= asked.end,
    gt: (span) => span.start >= asked.end,
    ge: (span) => span.start >= asked.start
  };
  const test = tests[operator]!;
  const known = new Map<Cell, boolean>();
  return (cell) => {
    let passes = known.get(cell);
    if (passes === undefined) {
      const span = cell === null ? undefined : maybeTimePeriod(String(cell), yearStart);
      passes = span !== undefined && test(span);
      if (known.size < 50_000) known.set(cell, passes);
    }
    return passes;
  };
}
