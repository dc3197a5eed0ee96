import {figureInterval} from "./basis-key.ts";
import type {Figure} from "./figure.ts";
import {divide, type Interval, multiply} from "./interval.ts";
import {latestDay, parsePeriod} from "./period.ts";

/** A rate of exchange: how many of one unit one of another costs. */
export interface Rate {
  /** Unit that is paid: RUB of "RUB/USD". */
  readonly of: string;
  /** Unit of which one is bought: USD of "RUB/USD". */
  readonly per: string;
  readonly value: number;
  /** The numbers the rate stands for. */
  readonly interval: Interval;
}

/** Reads a figure in "RUB/USD" as a rate. Throws RangeError when its unit is no quotient or its value not above 0. */
export function readRate({id, basis, value, ...figure}: Figure): Rate {
  const match = /^([^/]+)\/([^/]+)$/.exec(basis.unit);
  if (!match || (basis.kind !== "ratio" && basis.kind !== "price"))
    throw new RangeError(
      `Rate "${id}" is a ${basis.kind} in "${basis.unit}", wanted a ratio or price in a unit as "RUB/USD"`
    );
  const interval = figureInterval({id, basis, value, ...figure});
  if (value === null || !interval || !(value > 0) || !(interval.low > 0))
    throw new RangeError(`Rate "${id}" has the value ${value}, wanted a number above 0`);
  return {of: match[1]!, per: match[2]!, value, interval};
}

/**
 * Converts a figure at a rate of its own period: a derived figure on the same basis in the other unit, which names
 * both figures, the formula and all sources. Prices by quantity ("RUB/1000m3") convert in their first unit. A figure
 * in constant prices takes the rate of its price year. Throws RangeError when units or periods do not fit. `id`
 * defaults to the ids of both.
 */
export function convert(
  figure: Figure,
  rateFigure: Figure,
  {id = `${figure.id}.at.${rateFigure.id}`}: {id?: string} = {}
): Figure {
  const rate = readRate(rateFigure);
  const [paid, ...quantity] = figure.basis.unit.split("/") as [string, ...string[]];
  if (paid !== rate.of && paid !== rate.per)
    throw new RangeError(
      `Figure "${figure.id}" is in "${paid}", rate "${rateFigure.id}" in "${rateFigure.basis.unit}": wanted a rate that has "${paid}"`
    );
  checkPeriods(figure, rateFigure);
  const divides = paid === rate.of;
  const unit = [divides ? rate.per : rate.of, ...quantity].join("/");
  const {low: _low, high: _high, step: _step, of: _of, note: _note, ...kept} = figure;
  const evidence = [figure, rateFigure].some((one) => one.evidence === "unverified") ? "unverified" : "derived";
  return {
    ...kept,
    id,
    basis: {...figure.basis, unit},
    ...convertedValue(figure, rateFigure, rate, divides),
    evidence,
    known: latestDay(figure.known) >= latestDay(rateFigure.known) ? figure.known : rateFigure.known,
    sources: [...new Set([...figure.sources, ...rateFigure.sources])],
    formula: `${figure.id} ${divides ? "/" : "*"} ${rateFigure.id}`,
    inputs: [figure.id, rateFigure.id],
    note: `Converted at ${rate.value} ${rateFigure.basis.unit}.`
  };
}

function checkPeriods({id, period, basis: {prices}}: Figure, rate: Figure): void {
  const wanted = parsePeriod(typeof prices === "object" ? String(prices.constant) : period).text;
  const found = parsePeriod(rate.period).text;
  if (found !== wanted)
    throw new RangeError(`Rate "${rate.id}" is of ${found}, wanted the rate of ${wanted} for figure "${id}"`);
}

/** Value, bound and interval; a figure that is closed or missing stays so. */
function convertedValue(
  figure: Figure,
  rateFigure: Figure,
  rate: Rate,
  divides: boolean
): Pick<Figure, "value" | "bound" | "status" | "low" | "high"> {
  const interval = figureInterval(figure);
  if (figure.value === null || !interval) return {value: null, bound: figure.bound, status: figure.status};
  const value = divides ? figure.value / rate.value : figure.value * rate.value;
  const {low, high} = divides ? divide(interval, rate.interval) : multiply(interval, rate.interval);
  const bound = rateFigure.bound === "exact" ? figure.bound : "about";
  const status = figure.status === "reported" ? "derived" : figure.status; // a forecast stays one
  return {value, bound, status, ...(low < high && {low, high})};
}
