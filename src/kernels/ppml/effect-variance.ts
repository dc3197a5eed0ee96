import {type DenseEngine, wholeBlock} from "../dense/dense.ts";
import {invertInPlace} from "../dense/generalised-inverse.ts";

/** Of a level, the share of its weight that counts as nothing once others are taken out. */
const dependence = 1e-10;

/** One pair's part in Σ Dᵀ H D: its economies, its years and H by rows. */
export interface PairCurvature {
  readonly exporter: number;
  readonly importer: number;
  readonly years: readonly number[];
  readonly h: Float64Array;
}

/** How many economies export and import, and how many years there are. */
export interface EffectSizes {
  readonly exporters: number;
  readonly importers: number;
  readonly years: number;
}

/** Σ of a generalised inverse over the effects of a pair in its a-th and b-th year. */
export type EffectVariance = (pair: Omit<PairCurvature, "h">, a: number, b: number) => number;

/**
 * d V dᵀ for V a generalised inverse of Σ Dᵀ H D over pairs, D being exporter-years and importer-years. Two exporters
 * never meet in it, nor do two importers: with A the exporters' blocks, C the importers' and B what is between them,
 * S = C − Bᵀ A⁺ B is the only large matrix to be inverted, and V has A⁺ + X S⁺ Xᵀ, −X S⁺ and S⁺ for X = A⁺ B.
 */
export function effectVariance(
  pairs: Iterable<PairCurvature>,
  {exporters, importers, years}: EffectSizes,
  engine: DenseEngine
): EffectVariance {
  const [rows, columns] = [exporters * years, importers * years];
  const square = years * years;
  const a = engine.alloc(exporters * square);
  const b = engine.alloc(rows * columns);
  const s = engine.alloc(columns * columns);
  for (const {exporter, importer, years: own, h} of pairs)
    for (let one = 0; one < own.length; one++)
      for (let other = 0; other < own.length; other++) {
        const value = h[one * own.length + other]!;
        const [from, to] = [own[one]!, own[other]!];
        a[exporter * square + from * years + to]! += value;
        s[(importer * years + from) * columns + importer * years + to]! += value;
        b[(exporter * years + from) * columns + importer * years + to]! += value;
      }
  const x = engine.alloc(rows * columns);
  for (let i = 0; i < exporters; i++) {
    const own = a.subarray(i * square, (i + 1) * square);
    invertInPlace(engine, own, years, dependence);
    const at = i * years * columns;
    const strip = {at, stride: columns, rows: years, columns};
    engine.multiplyAdd(
      {...strip, values: x},
      1,
      {...wholeBlock(a, years, years), at: i * square},
      {...strip, values: b}
    );
  }
  const turned = engine.alloc(columns * rows);
  transpose(b, rows, columns, turned);
  engine.multiplyAdd(
    wholeBlock(s, columns, columns),
    -1,
    wholeBlock(turned, columns, rows),
    wholeBlock(x, rows, columns)
  );
  invertInPlace(engine, s, columns, dependence);
  transpose(x, rows, columns, turned);
  // From here on b holds S⁺ Xᵀ, columns × rows.
  b.fill(0);
  const between = wholeBlock(b, columns, rows);
  engine.multiplyAdd(between, 1, wholeBlock(s, columns, columns), wholeBlock(turned, columns, rows));
  for (let i = 0; i < exporters; i++)
    engine.multiplyAdd(
      {...wholeBlock(a, years, years), at: i * square},
      1,
      {values: x, at: i * years * columns, stride: columns, rows: years, columns},
      {...between, at: i * years, columns: years}
    );
  return ({exporter, importer, years: own}, one, other) => {
    const [from, to] = [own[one]!, own[other]!];
    const [i, j] = [exporter * years, importer * years];
    return (
      a[exporter * square + from * years + to]! +
      s[(j + from) * columns + j + to]! -
      b[(j + to) * rows + i + from]! -
      b[(j + from) * rows + i + to]!
    );
  };
}

/** Square by square, as a whole row of one matrix meets as many cache lines of the other. */
function transpose(from: Float64Array, rows: number, columns: number, to: Float64Array): void {
  const step = 32;
  for (let i0 = 0; i0 < rows; i0 += step)
    for (let j0 = 0; j0 < columns; j0 += step)
      for (let i = i0; i < Math.min(i0 + step, rows); i++)
        for (let j = j0; j < Math.min(j0 + step, columns); j++) to[j * rows + i] = from[i * columns + j]!;
}
