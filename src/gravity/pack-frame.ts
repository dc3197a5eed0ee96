import {canonicalBasis} from "../base/basis-key.ts";
import {ConcordError} from "../base/errors.ts";
import type {Figure} from "../base/figure.ts";
import type {Knowledge} from "../base/pack.ts";
import {parsePeriod} from "../base/period.ts";
import {type Frame, frameOf} from "../store/frame.ts";

/**
 * Exports in packs' figures as rows: exporter, importer, year, period, trade, and the basis in reporter, coverage,
 * valuation, prices, unit and product. One flow stands there once for each basis: choose one by a condition.
 */
export async function packFrame({figures}: Pick<Knowledge, "figures">, name: string): Promise<Frame> {
  const rows = figures.flatMap((figure) => {
    const basis = canonicalBasis(figure.basis);
    const isFlow = basis.indicator === "exports" && basis.kind === "level" && basis.economy && basis.partner;
    return isFlow ? [{figure, basis}] : [];
  });
  if (rows.length === 0)
    throw new ConcordError("bad_data", `${name}: found no exports of one economy to another, wanted some`, {
      details: {hint: "a gravity model needs trade between many economies"}
    });
  const text = (of: (row: (typeof rows)[number]) => string | undefined) => rows.map((row) => of(row) ?? null);
  return frameOf(
    {
      exporter: text(({basis}) => basis.economy),
      importer: text(({basis}) => basis.partner),
      year: rows.map(({figure}) => yearOf(figure)),
      period: text(({figure}) => figure.period),
      trade: rows.map(({figure}) => figure.value),
      reporter: text(({basis}) => basis.reporter),
      coverage: text(({basis}) => basis.coverage),
      valuation: text(({basis}) => basis.valuation),
      prices: text(({basis}) =>
        typeof basis.prices === "object" ? `constant ${basis.prices.constant}` : basis.prices
      ),
      unit: text(({basis}) => basis.unit),
      product: text(({basis}) => (basis.product ? `${basis.product.scheme}:${basis.product.code}` : undefined)),
      status: text(({figure}) => figure.status)
    },
    name
  );
}

function yearOf({period}: Figure): number | null {
  const year = Number(parsePeriod(period).text);
  return Number.isInteger(year) ? year : null;
}
