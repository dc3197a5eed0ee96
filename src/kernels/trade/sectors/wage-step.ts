import type {Workspace} from "./workspace.ts";

/** No step is longer than this many times an economy's share of the imbalance. */
const longest = 50;

/**
 * Sets the step of ln w for an imbalance to one over the trade balance's own elasticity, with costs moving one for one with
 * wages: from the shares of the baseline.
 */
export function wageStepsOfBaseline({model, wageStep, theta}: Workspace): void {
  const {n, traded, shares, tariff, valueAdded, expenditure} = model;
  const slope = new Float64Array(n);
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++) {
      const row = (j * n + m) * n;
      slopesOf(slope, shares, tariff, row, 1, n, m, expenditure[m * traded + j]!, theta[j]!);
    }
  for (let i = 0; i < n; i++) wageStep[i] = valueAdded[i]! / slope[i]!;
}

function slopesOf(
  slope: Float64Array,
  shares: Float64Array,
  tariff: Float64Array,
  row: number,
  scale: number,
  n: number,
  m: number,
  spent: number,
  theta: number
): void {
  let imports = 0;
  for (let i = 0; i < n; i++) {
    if (i === m) continue;
    const share = shares[row + i]! * scale;
    const flow = (spent * share) / tariff[row + i]!;
    imports += flow;
    slope[i]! += flow * theta * (1 - share);
  }
  slope[m]! += imports * (1 + theta * shares[row + m]! * scale);
}

/** The same from the shares of the current iterate: what large shocks need, as shares are then nothing like the baseline's. */
export function wageStepsOfIterate(space: Workspace): void {
  const {model, wageStep, theta, pull, pullBorder, power, total, u, expenditure0, valueAdded} = space;
  const {n, traded} = model;
  const slope = new Float64Array(n);
  for (let j = 0; j < traded; j++)
    for (let m = 0; m < n; m++) {
      const sum = total[j * n + m]!;
      if (!(sum > 0)) continue;
      const cell = m * traded + j;
      const scale = (u[n * traded + cell]! * expenditure0[cell]!) / sum;
      addSlopes(slope, pull, pullBorder, power, j * n, (j * n + m) * n, n, m, sum, scale, theta[j]!);
    }
  for (let i = 0; i < n; i++) {
    const wage = Math.exp(u[2 * n * traded + i]!);
    wageStep[i] = Math.min((wage * valueAdded[i]!) / slope[i]!, longest);
  }
}

function addSlopes(
  slope: Float64Array,
  pull: Float64Array,
  pullBorder: Float64Array,
  power: Float64Array,
  at: number,
  row: number,
  n: number,
  m: number,
  sum: number,
  scale: number,
  theta: number
): void {
  let imports = 0;
  for (let i = 0; i < n; i++) {
    if (i === m) continue;
    const flow = scale * pullBorder[row + i]! * power[at + i]!;
    imports += flow;
    slope[i]! += flow * theta * (1 - (pull[row + i]! * power[at + i]!) / sum);
  }
  slope[m]! += imports * (1 + (theta * pull[row + m]! * power[at + m]!) / sum);
}
