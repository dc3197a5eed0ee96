/** Ad-valorem wedges of a trade matrix as factors, 1 + rate, by exporter × importer; an absent one is 1 everywhere. */
export interface Wedges {
  /** On the border value, received by the importer's treasury. */
  readonly tariff?: Float64Array;
  /** On top of the tariff, earned in the importing economy. */
  readonly importerRent?: Float64Array;
  /** On the producer's price, earned in the exporting economy: it is part of the border value. */
  readonly exporterRent?: Float64Array;
}

/** A one-sector world before a shock, consistent by construction. Arrays by economy, or exporter × importer by rows. */
export interface OneSectorBase {
  readonly n: number;
  /** Shares of each importer's expenditure, at what buyers pay; columns sum to 1. */
  readonly shares: Float64Array;
  /** What producers receive, Y. */
  readonly output: Float64Array;
  /** What buyers pay, E. */
  readonly expenditure: Float64Array;
  /** Expenditure beyond income from output, revenue and rents; sums to 0. */
  readonly deficit: Float64Array;
  /** What exporters earn from rents. */
  readonly exporterRents: Float64Array;
  readonly wedges: Wedges;
}

/** Makes the baseline from flows at border prices, n × n by rows, domestic sales on the diagonal, all in one currency. */
export function makeOneSectorBase(flows: Float64Array, n: number, wedges: Wedges = {}): OneSectorBase {
  const {tariff, importerRent, exporterRent} = wedges;
  const shares = new Float64Array(n * n);
  const output = new Float64Array(n);
  const expenditure = new Float64Array(n);
  const deficit = new Float64Array(n);
  const exporterRents = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const cell = i * n + j;
      const flow = flows[cell]!;
      const received = flow / (exporterRent?.[cell] ?? 1);
      shares[cell] = flow * (tariff?.[cell] ?? 1) * (importerRent?.[cell] ?? 1);
      expenditure[j]! += shares[cell]!;
      output[i]! += received;
      exporterRents[i]! += flow - received;
      deficit[j]! += flow;
      deficit[i]! -= flow;
    }
  for (let cell = 0; cell < n * n; cell++) shares[cell]! /= expenditure[cell % n]!;
  return {n, shares, output, expenditure, deficit, exporterRents, wedges};
}
