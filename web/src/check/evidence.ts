import {basisKey, figureInterval} from "../../../src/base/basis-key.ts";
import type {EvidenceRow} from "../../../src/charts/evidence-chart.ts";
import {booksColour, seriesSymbol} from "../../../src/charts/identity.ts";
import type {QuotedNumber, SpliceSeries} from "../../../src/charts/splice-path.ts";
import type {Claim, ClaimSeries} from "../../../src/claims/output.ts";
import type {CheckAnswer} from "../../../src/server/check/output.ts";

/** Whose books all matches of a check are in, in an order that gives them their colours on all charts. */
export function reportersOf({result}: CheckAnswer): string[] {
  return [...new Set(result.claims.flatMap(({bases}) => bases.flatMap(({basis}) => basis.reporter ?? [])))].sort();
}

/** The figures that a claim is held against, as rows of its chart: those in the claim's unit. */
export function evidenceRows({bases, unit}: Claim, {labels}: CheckAnswer, reporters: readonly string[]): EvidenceRow[] {
  return bases.flatMap(({basis, label, figure, match, verified}) => {
    const span = figureInterval(figure);
    if (figure.value === null || !span || basis.unit !== unit) return [];
    return [
      {
        label: labels[basisKey(basis)] ?? label,
        value: figure.value,
        low: span.low,
        high: span.high,
        holds: match === "holds",
        verified,
        colour: booksColour(basis, reporters),
        symbol: seriesSymbol(basis, reporters)
      }
    ];
  });
}

/** The numbers of a quoted row, with the basis that each stands on. */
export function quotedRow({path}: ClaimSeries, claims: readonly Claim[]): QuotedNumber[] {
  return path.flatMap(({claim: id, basis}) => {
    const claim = claims.find((one) => one.id === id);
    if (!claim || claim.value === null || claim.period === null) return [];
    const {value, period, text, low, high} = claim;
    return [{period, value, low: low ?? value, high: high ?? value, text, basis}];
  });
}

/** The bases that a quoted row stands on or passes by, with their figures. */
export function rowSeries(row: ClaimSeries, claims: readonly Claim[], {labels}: CheckAnswer): SpliceSeries[] {
  const own = claims.filter(({id}) => row.claims.includes(id));
  const series = new Map<string, SpliceSeries>();
  for (const {basis, label, figure} of own.flatMap(({bases}) => bases)) {
    if (basis.kind !== "level") continue;
    const key = basisKey(basis);
    const known = series.get(key) ?? {key, basis, label: labels[key] ?? label, figures: []};
    const figures = known.figures.some(({id}) => id === figure.id) ? known.figures : [...known.figures, figure];
    series.set(key, {...known, figures});
  }
  const used = new Set(row.path.map(({basis}) => basis));
  return [...series.values()].filter(({key, figures}) => used.has(key) || figures.length > 1);
}
