import type {EnergyMarket, EnergyScenario} from "../../base/energy.ts";
import {ConcordError} from "../../base/errors.ts";
import {inLanguage} from "../../base/in-language.ts";
import type {Column, EnergyModel} from "../../kernels/energy/model.ts";
import type {MarketSolution} from "../../kernels/energy/solve-market.ts";
import type {ConflictingBound} from "../../kernels/program/diagnose.ts";

type Unsolved = Exclude<MarketSolution, {status: "solved"}>;

/** The error that says why a market has no equilibrium, in the words of the market. */
export function unsolvedError(market: EnergyMarket, scenario: EnergyScenario, unsolved: Unsolved): ConcordError {
  const name = `Market "${market.id}" under scenario "${scenario.id}"`;
  const {message, hint, found} = reason(market, unsolved);
  return new ConcordError("bad_data", `${name} ${message}`, {
    details: {scenario: scenario.id, status: unsolved.status, ...found, hint}
  });
}

function reason(
  {units}: EnergyMarket,
  unsolved: Unsolved
): {message: string; hint: string; found: Record<string, unknown>} {
  switch (unsolved.status) {
    case "unruled":
      return {
        message: "has price rules that cannot be followed",
        hint: unsolved.problems.join("\n       "),
        found: {problems: unsolved.problems}
      };
    case "infeasible": {
      const constraints = unsolved.bounds.map((bound) => constraint(unsolved.model, bound));
      const amounts = unsolved.rows.map(({row, amount}) => {
        const {node, commodity} = unsolved.model.balances[row]!;
        return `${amount > 0 ? "lacks" : "has too much"} ${round(Math.abs(amount))} ${inLanguage(units.quantity, "en")} of ${commodity} at "${node}"`;
      });
      return {
        message: `is infeasible: these cannot hold together: ${constraints.join("; ")}`,
        hint: `it ${amounts.join(" and ")}; without any one of these constraints the others can hold`,
        found: {constraints}
      };
    }
    case "unbounded": {
      const parts = directionOf(unsolved);
      return {
        message: `is unbounded: gains grow without end along ${parts.join(", ")}`,
        hint: "limit one of these by a capacity, or give it a slope",
        found: {direction: parts}
      };
    }
    default:
      return {
        message: `was not solved: ${unsolved.detail}`,
        hint: "check its numbers, above all their sizes",
        found: {}
      };
  }
}

const kinds: Readonly<Record<Exclude<Column["kind"], "slope">, string>> = {
  supply: "supply",
  demand: "demand",
  export: "export",
  arc: "arc",
  process: "process"
};

function constraint({columns, program}: EnergyModel, {column: index, side}: ConflictingBound): string {
  const column = columns[index]!;
  if (column.kind === "slope") return "the demand slope";
  const step = "step" in column ? `, step ${column.step + 1}` : "";
  const name = `${kinds[column.kind]} "${column.part.id}"${step}`;
  const value = round((side === "lower" ? program.lower : program.upper)[index]!);
  if (column.kind === "demand") return `${name} of ${value}`;
  if (side === "lower") return `the minimum of ${name}, ${value}`;
  return `the ${column.kind === "export" ? "maximum" : "capacity"} of ${name}, ${value}`;
}

function directionOf({model, direction}: Extract<Unsolved, {status: "unbounded"}>): string[] {
  return model.columns.flatMap((column, j) => {
    const step = direction[j]!;
    if (Math.abs(step) < 1e-9 || column.kind === "slope") return [];
    return `${step > 0 ? "more" : "less"} of ${kinds[column.kind]} "${column.part.id}"`;
  });
}

function round(value: number): number {
  return Number(value.toPrecision(7));
}
