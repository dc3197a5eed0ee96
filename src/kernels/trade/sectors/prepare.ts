import type {SectorData, SectorModel} from "./model.ts";

/**
 * Makes a model from data: shares of expenditure at what buyers pay, final shares from what intermediate use leaves of it
 * (negative ones are set to 0 and the others rescaled, as Caliendo and Parro do), value added and surpluses. Data rarely fit
 * the model exactly, so solve once without a shock and rebase before asking it anything.
 */
export function prepareSectors(data: SectorData): SectorModel {
  const {n, sectors} = data;
  const order = tradedFirst(data);
  const traded = countTraded(data);
  const totals = addUp(data, order, traded);
  const use = costShares(data, order);
  const valueAddedShare = reorder(data.valueAddedShare, n, sectors, order);
  const {finalShare, negativeShares} = finalShares(n, sectors, use, totals);
  const expenditure = new Float64Array(n * traded);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < traded; j++) expenditure[i * traded + j] = totals.expenditure[i * sectors + j]!;
  return {
    n,
    sectors,
    traded,
    order,
    theta: Float64Array.from(order, (from) => data.theta[from]!),
    shares: totals.shares,
    tariff: take(data.tariff, n, order, traded) ?? new Float64Array(traded * n * n).fill(1),
    ...rents(data, order, traded),
    finalShare,
    valueAddedShare,
    use,
    valueAdded: totals.valueAdded,
    surplus: totals.surplus,
    expenditure,
    negativeShares
  };
}

function rents({n, importerRent, exporterRent}: SectorData, order: Int32Array, traded: number) {
  return {
    ...(importerRent && {importerRent: take(importerRent, n, order, traded)!}),
    ...(exporterRent && {exporterRent: take(exporterRent, n, order, traded)!})
  };
}

/** Whether anything of a sector crosses a border. */
function isTraded({n, flows}: SectorData, j: number): boolean {
  for (let cell = 0; cell < n * n; cell++)
    if (flows[j * n * n + cell]! > 0 && Math.floor(cell / n) !== cell % n) return true;
  return false;
}

function tradedFirst(data: SectorData): Int32Array {
  const all = Array.from({length: data.sectors}, (_, j) => j);
  const traded = all.filter((j) => isTraded(data, j));
  return Int32Array.from([...traded, ...all.filter((j) => !traded.includes(j))]);
}

function countTraded(data: SectorData): number {
  let count = 0;
  for (let j = 0; j < data.sectors; j++) if (isTraded(data, j)) count++;
  return count;
}

function take(values: Float64Array | undefined, n: number, order: Int32Array, traded: number) {
  if (!values) return undefined;
  const taken = new Float64Array(traded * n * n);
  for (let j = 0; j < traded; j++) taken.set(values.subarray(order[j]! * n * n, (order[j]! + 1) * n * n), j * n * n);
  return taken;
}

function reorder(values: Float64Array, n: number, sectors: number, order: Int32Array): Float64Array {
  return Float64Array.from({length: n * sectors}, (_, at) => {
    const j = at % sectors;
    return values[at - j + order[j]!]!;
  });
}

function costShares({n, sectors, valueAddedShare, inputShare}: SectorData, order: Int32Array): Float64Array {
  const use = new Float64Array(n * sectors * sectors);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < sectors; j++) {
      const user = i * sectors + order[j]!;
      const to = (i * sectors + j) * sectors;
      let sum = 0;
      for (let k = 0; k < sectors; k++) sum += inputShare[user * sectors + k]!;
      // Published shares sum to 1 only by their digits; what is left over would be value that nobody earns.
      const bought = sum > 0 ? (1 - valueAddedShare[user]!) / sum : 0;
      for (let k = 0; k < sectors; k++) use[to + k] = bought * inputShare[user * sectors + order[k]!]!;
    }
  return use;
}

interface Totals {
  readonly shares: Float64Array;
  /** By economy and sector, all sectors: what buyers pay, and what producers receive. */
  readonly expenditure: Float64Array;
  readonly output: Float64Array;
  readonly valueAdded: Float64Array;
  readonly surplus: Float64Array;
  /** Revenue and rents by economy. */
  readonly receipts: Float64Array;
}

function addUp(data: SectorData, order: Int32Array, traded: number): Totals {
  const {n, sectors} = data;
  const totals: Totals = {
    shares: new Float64Array(traded * n * n),
    expenditure: new Float64Array(n * sectors),
    output: new Float64Array(n * sectors),
    valueAdded: new Float64Array(n),
    surplus: new Float64Array(n),
    receipts: new Float64Array(n)
  };
  for (let j = 0; j < sectors; j++) {
    addSector(data, totals, order, j);
    if (j < traded) toShares(totals, n, sectors, j);
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < sectors; j++)
      totals.valueAdded[i]! += data.valueAddedShare[i * sectors + order[j]!]! * totals.output[i * sectors + j]!;
  return totals;
}

function addSector(data: SectorData, totals: Totals, order: Int32Array, j: number): void {
  const {n, sectors, flows, tariff, importerRent, exporterRent} = data;
  const from = order[j]! * n * n;
  for (let m = 0; m < n; m++)
    for (let i = 0; i < n; i++) {
      const cell = from + m * n + i;
      const flow = flows[cell]!;
      const paid = flow * (tariff?.[cell] ?? 1) * (importerRent?.[cell] ?? 1);
      const received = flow / (exporterRent?.[cell] ?? 1);
      if (j * n * n < totals.shares.length) totals.shares[j * n * n + m * n + i] = paid;
      totals.expenditure[m * sectors + j]! += paid;
      totals.output[i * sectors + j]! += received;
      totals.receipts[m]! += paid - flow;
      totals.receipts[i]! += flow - received;
      totals.surplus[i]! += flow;
      totals.surplus[m]! -= flow;
    }
}

function toShares({shares, expenditure}: Totals, n: number, sectors: number, j: number): void {
  for (let m = 0; m < n; m++) {
    const total = expenditure[m * sectors + j]!;
    if (total > 0) for (let i = 0; i < n; i++) shares[(j * n + m) * n + i]! /= total;
  }
}

function finalShares(n: number, sectors: number, use: Float64Array, totals: Totals) {
  const finalShare = new Float64Array(n * sectors);
  let negativeShares = 0;
  for (let i = 0; i < n; i++) {
    const income = totals.valueAdded[i]! + totals.receipts[i]! - totals.surplus[i]!;
    let sum = 0;
    for (let k = 0; k < sectors; k++) {
      let used = 0;
      for (let j = 0; j < sectors; j++) used += use[(i * sectors + j) * sectors + k]! * totals.output[i * sectors + j]!;
      const share = (totals.expenditure[i * sectors + k]! - used) / income;
      // Rounding below 0 in a sector without final use is no finding about the data.
      if (share < -1e-12) negativeShares++;
      finalShare[i * sectors + k] = Math.max(0, share);
      sum += finalShare[i * sectors + k]!;
    }
    for (let k = 0; k < sectors; k++) finalShare[i * sectors + k]! /= sum;
  }
  return {finalShare, negativeShares};
}
