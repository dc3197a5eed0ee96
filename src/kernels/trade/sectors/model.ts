/**
 * What the data say of a world of many sectors. Arrays by sector, importer, exporter: `[(j·n + importer)·n + exporter]`; by
 * economy and sector: `[economy·J + j]`; input shares `[(economy·J + user)·J + input]`.
 */
export interface SectorData {
  readonly n: number;
  /** Number of sectors, J. */
  readonly sectors: number;
  /** Flows at border prices in plain money, domestic sales on the diagonal. */
  readonly flows: Float64Array;
  /** Tariff factors 1 + t; absent = no tariffs. */
  readonly tariff?: Float64Array;
  /** Factors of rents earned in the importing (exporting) economy; absent = none. */
  readonly importerRent?: Float64Array;
  readonly exporterRent?: Float64Array;
  /** Shares of value added in gross output. */
  readonly valueAddedShare: Float64Array;
  /** Shares of inputs in what a sector buys from sectors; sum to 1 by user. */
  readonly inputShare: Float64Array;
  /** Trade elasticity of each sector. */
  readonly theta: Float64Array;
}

/** A baseline that equilibria are computed from. Traded sectors come first; arrays as in `SectorData`, by the new order. */
export interface SectorModel {
  readonly n: number;
  readonly sectors: number;
  /** Number of traded sectors, T; flows, shares and wedges are kept for these alone. */
  readonly traded: number;
  /** Place in the data of each sector of the model. */
  readonly order: Int32Array;
  readonly theta: Float64Array;
  /** Shares of expenditure at what buyers pay, π; T × n × n. */
  readonly shares: Float64Array;
  readonly tariff: Float64Array;
  readonly importerRent?: Float64Array;
  readonly exporterRent?: Float64Array;
  /** Shares of final expenditure, α. */
  readonly finalShare: Float64Array;
  readonly valueAddedShare: Float64Array;
  /** Cost share of an input, (1 − value-added share) × input share. */
  readonly use: Float64Array;
  readonly valueAdded: Float64Array;
  /** Exports less imports at border prices; sums to 0. */
  readonly surplus: Float64Array;
  /** Expenditure on traded sectors, X; `[economy·T + j]`. */
  readonly expenditure: Float64Array;
  /** Cells of final shares that were negative in the data and set to 0. */
  readonly negativeShares: number;
}
