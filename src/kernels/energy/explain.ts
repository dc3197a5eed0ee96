import type {EnergyMarket} from "../../base/energy.ts";
import {inLanguage} from "../../base/in-language.ts";
import type {ConflictingBound} from "../program/diagnose.ts";
import type {Column, EnergyModel} from "./model.ts";
import type {MarketSolution} from "./solve-market.ts";

/** A market without an equilibrium. */
export type Unsolved = Exclude<MarketSolution, {status: "solved"}>;

/** Why a market has no equilibrium, in its own words. */
export interface Explanation {
  /** What is wrong; continues "Market … under scenario …". */
  readonly message: string;
  /** What more there is to know, or what to do. */
  readonly hint: string;
  /** The constraints, the direction or the problems, one a text. */
  readonly parts: readonly string[];
}

/** Says why a market has no equilibrium: which constraints contradict each other, or which direction has no end. */
export function explainUnsolved({units}: EnergyMarket, unsolved: Unsolved): Explanation {
  switch (unsolved.status) {
    case "unruled":
      return {
        message: "has rules or curves that cannot be followed",
        hint: unsolved.problems.join("\n       "),
        parts: unsolved.problems
      };
    case "infeasible": {
      const parts = unsolved.bounds.map((bound) => constraint(unsolved.model, bound));
      const amounts = unsolved.rows.map(({row, amount}) => {
        const {node, commodity} = unsolved.model.balances[row]!;
        const what = `${round(Math.abs(amount))} ${inLanguage(units.quantity, "en")} of ${commodity} at "${node}"`;
        return `${amount > 0 ? "lacks" : "has too much"} ${what}`;
      });
      return {
        message: `is infeasible: these cannot hold together: ${parts.join("; ")}`,
        hint: `${amounts.length > 0 ? `it ${amounts.join(" and ")}; ` : ""}without any one of these constraints the others can hold`,
        parts
      };
    }
    case "unbounded": {
      const parts = directionOf(unsolved);
      return {
        message: `is unbounded: gains grow without end along ${parts.join(", ")}`,
        hint: "limit one of these by a capacity, or give it a slope",
        parts
      };
    }
    default:
      return {
        message: `was not solved: ${unsolved.detail}`,
        hint: "check its numbers, above all their sizes",
        parts: [unsolved.detail]
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
