import type {Program} from "../../src/kernels/program/program.ts";

/** A point that meets all conditions of optimality. */
export interface Enumerated {
  readonly primal: number[];
  readonly rowDual: number[];
  readonly objective: number;
}

/**
 * Solves a small convex program by trying every way in which columns can stand at their bounds: for each it solves the
 * linear conditions with an elimination of its own and keeps a point whose signs are right. It shares no code with the
 * library's solver, polish or checks. Returns undefined where no way holds.
 */
export function enumerate({cost, lower, upper, rhs, matrix, hessian}: Program): Enumerated | undefined {
  const [n, m] = [cost.length, rhs.length];
  const a = Array.from({length: m}, () => new Array<number>(n).fill(0));
  const h = Array.from({length: n}, () => new Array<number>(n).fill(0));
  for (let j = 0; j < n; ++j) {
    for (let k = matrix.starts[j]!; k < matrix.starts[j + 1]!; ++k) a[matrix.indices[k]!]![j] = matrix.values[k]!;
    for (let k = hessian?.starts[j] ?? 0; k < (hessian?.starts[j + 1] ?? 0); ++k) {
      h[hessian!.indices[k]!]![j] = hessian!.values[k]!;
      h[j]![hessian!.indices[k]!] = hessian!.values[k]!;
    }
  }
  const choices = Array.from({length: n}, (_, j) => [
    ...(Number.isFinite(lower[j]!) ? [lower[j]!] : []),
    ...(Number.isFinite(upper[j]!) && upper[j] !== lower[j] ? [upper[j]!] : []),
    ...(lower[j] === upper[j] ? [] : [undefined])
  ]);
  const ways = choices.reduce((product, some) => product * some.length, 1);
  for (let way = 0; way < ways; ++way) {
    let rest = way;
    const at = choices.map((some) => {
      const chosen = some[rest % some.length];
      rest = Math.floor(rest / some.length);
      return chosen;
    });
    const point = conditionsAt(at);
    if (point) return point;
  }
  return undefined;

  function conditionsAt(at: readonly (number | undefined)[]): Enumerated | undefined {
    const size = n + m;
    // Columns of the system: x, then y. Rows: x_j = bound, or (Hx)_j − (A'y)_j = −c_j; then Ax = b.
    const system = Array.from({length: size}, () => new Array<number>(size + 1).fill(0));
    for (let j = 0; j < n; ++j) {
      const row = system[j]!;
      if (at[j] !== undefined) {
        row[j] = 1;
        row[size] = at[j]!;
        continue;
      }
      for (let i = 0; i < n; ++i) row[i] = h[j]![i]!;
      for (let i = 0; i < m; ++i) row[n + i] = -a[i]![j]!;
      row[size] = -cost[j]!;
    }
    for (let i = 0; i < m; ++i) {
      for (let j = 0; j < n; ++j) system[n + i]![j] = a[i]![j]!;
      system[n + i]![size] = rhs[i]!;
    }
    const solution = gauss(system);
    if (!solution) return undefined;
    const x = solution.slice(0, n);
    const y = solution.slice(n);
    const slack = 1e-9 * (1 + Math.max(...solution.map(Math.abs)));
    for (let j = 0; j < n; ++j) {
      if (x[j]! < lower[j]! - slack || x[j]! > upper[j]! + slack) return undefined;
      const z =
        cost[j]! +
        h[j]!.reduce((sum, value, i) => sum + value * x[i]!, 0) -
        a.reduce((sum, row, i) => sum + row[j]! * y[i]!, 0);
      if (at[j] === undefined || lower[j] === upper[j]) continue;
      if (at[j] === lower[j] ? z < -slack : z > slack) return undefined;
    }
    const objective = x.reduce(
      (sum, value, j) => sum + value * (cost[j]! + 0.5 * h[j]!.reduce((s, g, i) => s + g * x[i]!, 0)),
      0
    );
    return {primal: x, rowDual: y, objective};
  }
}

/** Gauss-Jordan with partial pivoting on an augmented matrix; undefined where it is singular. */
function gauss(system: number[][]): number[] | undefined {
  const n = system.length;
  for (let k = 0; k < n; ++k) {
    let best = k;
    for (let i = k + 1; i < n; ++i) if (Math.abs(system[i]![k]!) > Math.abs(system[best]![k]!)) best = i;
    if (Math.abs(system[best]![k]!) < 1e-10) return undefined;
    [system[k], system[best]] = [system[best]!, system[k]!];
    for (let i = 0; i < n; ++i) {
      if (i === k || system[i]![k] === 0) continue;
      const factor = system[i]![k]! / system[k]![k]!;
      for (let j = k; j <= n; ++j) system[i]![j]! -= factor * system[k]![j]!;
    }
  }
  return system.map((row, k) => row[n]! / row[k]!);
}
