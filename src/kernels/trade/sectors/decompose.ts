import type {SectorAccounts} from "./accounts.ts";
import type {SectorSolver} from "./solver.ts";

/** Caliendo and Parro's first-order decomposition of welfare, as shares of initial income. */
export interface FirstOrderWelfare {
  readonly termsOfTrade: Float64Array;
  readonly volumeOfTrade: Float64Array;
  /** Their sum. It values all new imports at the old tariff, so it is no substitute for the exact change. */
  readonly welfare: Float64Array;
}

/**
 * First-order terms-of-trade and volume-of-trade effects (Caliendo and Parro 2015, equation 23), at initial values, of the
 * solution that the solver found last.
 */
export function decomposeWelfare({model, space}: SectorSolver, {before}: SectorAccounts): FirstOrderWelfare {
  const {n, traded, shares, tariff, expenditure} = model;
  const {u, pullBorder, power, total, expenditure0} = space;
  const termsOfTrade = new Float64Array(n);
  const volumeOfTrade = new Float64Array(n);
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++) {
      const at = m * traded + j;
      const scale = (u[n * traded + at]! * expenditure0[at]!) / total[j * n + m]!;
      for (let i = 0; i < n; i++) {
        const cell = (j * n + m) * n + i;
        if (i === m || shares[cell] === 0) continue;
        const flow = (shares[cell]! * expenditure[at]!) / tariff[cell]!;
        const flowAfter = pullBorder[cell]! * power[j * n + i]! * scale;
        const cost = Math.expm1(u[i * traded + j]!);
        termsOfTrade[m]! -= flow * cost;
        termsOfTrade[i]! += flow * cost;
        volumeOfTrade[m]! += (tariff[cell]! - 1) * (flowAfter - flow * (1 + cost));
      }
    }
  for (let i = 0; i < n; i++) {
    termsOfTrade[i]! /= before.income[i]!;
    volumeOfTrade[i]! /= before.income[i]!;
  }
  return {termsOfTrade, volumeOfTrade, welfare: termsOfTrade.map((value, i) => value + volumeOfTrade[i]!)};
}
