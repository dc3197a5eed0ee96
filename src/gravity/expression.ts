import {identifier} from "../store/identifier.ts";

/** An arithmetic expression over columns, as formulas hold them. */
export type Expression =
  | {readonly kind: "number"; readonly value: number}
  | {readonly kind: "text"; readonly value: string}
  | {readonly kind: "column"; readonly name: string; readonly at: number}
  | {readonly kind: "call"; readonly name: string; readonly args: readonly Expression[]}
  | {readonly kind: "unary"; readonly operator: "-" | "!"; readonly of: Expression}
  | {readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression};

/** Functions of formulas: SQL that gives null, not an error, where the function is not defined. */
export const functions: Readonly<Record<string, (args: readonly string[]) => string>> = {
  log: ([x]) => `case when ${x} > 0 then ln(${x}) end`,
  ln: ([x]) => `case when ${x} > 0 then ln(${x}) end`,
  log1p: ([x]) => `case when ${x} > -1 then ln(1 + ${x}) end`,
  exp: ([x]) => `exp(${x})`,
  sqrt: ([x]) => `case when ${x} >= 0 then sqrt(${x}) end`,
  abs: ([x]) => `abs(${x})`,
  I: ([x]) => x!
};

const operators: Readonly<Record<string, string>> = {"==": "=", "!=": "<>", "&": "and", "|": "or"};
const comparisons = new Set(["==", "!=", "<", ">", "<=", ">=", "&", "|"]);

/** The SQL of an expression that gives a double, or null where it has no value. */
export function expressionSql(expression: Expression, columnSql: (name: string) => string = columnOf): string {
  const sql = (part: Expression): string => {
    switch (part.kind) {
      case "number":
        return `${part.value}::double`;
      case "text":
        return `'${part.value.replaceAll("'", "''")}'`;
      case "column":
        return columnSql(part.name);
      case "call":
        return `(${functions[part.name]!(part.args.map((arg) => `(${numeric(arg)})`))})`;
      case "unary":
        return part.operator === "-" ? `(-${numeric(part.of)})` : `(not ${sql(part.of)})`;
      case "binary":
        return binarySql(part);
    }
  };
  const numeric = (part: Expression): string => (part.kind === "text" ? sql(part) : `cast(${sql(part)} as double)`);
  const binarySql = ({operator, left, right}: Extract<Expression, {kind: "binary"}>): string => {
    if (operator === "^") return `pow(${numeric(left)}, ${numeric(right)})`;
    if (operator === "/") return `(${numeric(left)} / nullif(${numeric(right)}, 0))`;
    if (comparisons.has(operator)) return `(${sql(left)} ${operators[operator] ?? operator} ${sql(right)})`;
    return `(${numeric(left)} ${operator} ${numeric(right)})`;
  };
  return numeric(expression);
}

function columnOf(name: string): string {
  return identifier(name);
}

/** Names of the columns of an expression, with where they stand in the formula. */
export function columnsOf(expression: Expression): {name: string; at: number}[] {
  switch (expression.kind) {
    case "column":
      return [{name: expression.name, at: expression.at}];
    case "call":
      return expression.args.flatMap(columnsOf);
    case "unary":
      return columnsOf(expression.of);
    case "binary":
      return [...columnsOf(expression.left), ...columnsOf(expression.right)];
    default:
      return [];
  }
}

/** An expression as it is written. */
export function expressionText(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "text":
      return `"${expression.value}"`;
    case "column":
      return expression.name;
    case "call":
      return `${expression.name}(${expression.args.map(expressionText).join(", ")})`;
    case "unary":
      return `${expression.operator}${inner(expression.of)}`;
    case "binary":
      return expression.operator === "^"
        ? `${inner(expression.left)}^${inner(expression.right)}`
        : `${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
  }
}

function inner(expression: Expression): string {
  return expression.kind === "binary" ? `(${expressionText(expression)})` : expressionText(expression);
}
