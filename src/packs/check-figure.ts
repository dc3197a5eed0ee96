import {figureInterval} from "../base/basis-key.ts";
import type {Figure} from "../base/figure.ts";
import {contains} from "../base/interval.ts";
import {type Placed, type Report, show} from "./report.ts";

const computed: ReadonlySet<string> = new Set(["derived", "reconciled", "modelled"]);

/** Slack for shares that state no step: they are decimals, their quotient is a binary fraction. */
const shareSlack = 1e-9;

/** Notes what is wrong with one figure beyond its schema. */
export function checkFigure({value: figure, place}: Placed<Figure>, report: Report): void {
  const {value, status, evidence, sources, formula, low, high} = figure;
  const note = (path: readonly PropertyKey[], found: string, wanted: string) => report.note(place, path, found, wanted);
  const isEmpty = status === "closed" || status === "missing";
  if (value === null && !isEmpty) note(["value"], "nothing", `a value, or the status "closed" or "missing"`);
  if (value !== null && isEmpty) note(["value"], show(value), `nothing, since the status is "${status}"`);
  if (sources.length === 0 && evidence !== "unverified")
    note(["sources"], "nothing", `a source, or the evidence "unverified"`);
  if (formula === undefined && (computed.has(status) || evidence === "derived"))
    note(["formula"], "nothing", `a formula, since the figure is ${computed.has(status) ? status : "derived"}`);
  if ((low === undefined) !== (high === undefined))
    note([low === undefined ? "low" : "high"], "nothing", "both low and high, or neither");
  if (low !== undefined && high !== undefined && low > high) note(["low"], show(low), `at most ${high}, which is high`);
  checkShare(figure, note);
}

/** A share must be what its numerator and denominator make, to within the worth of its last digit. */
function checkShare(figure: Figure, note: (path: readonly PropertyKey[], found: string, wanted: string) => void): void {
  const {value, of, step, basis} = figure;
  if (!of) return;
  if (of.denominator === 0) {
    note(["of", "denominator"], "0", "a number other than 0");
    return;
  }
  if (value === null) return;
  const share = ((basis.unit === "%" ? 100 : 1) * of.numerator) / of.denominator;
  const slack = step ?? shareSlack * Math.max(1, Math.abs(share));
  const interval = figureInterval(figure);
  if (Math.abs(share - value) <= slack || (interval && contains(interval, share))) return;
  const unit = basis.unit === "%" ? " %" : "";
  note(
    ["value"],
    show(value),
    `about ${Number(share.toPrecision(6))}${unit}, which is ${of.numerator} of ${of.denominator}`
  );
}
