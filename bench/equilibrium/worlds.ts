import {makeRandom} from "../../src/kernels/random.ts";
import type {SectorData} from "../../src/kernels/trade/sectors/model.ts";

/** A seeded one-sector world: gravity flows with noise, domestic sales on the diagonal; exporter × importer by rows. */
export function oneSectorWorld(n: number, seed = 1): Float64Array {
  const {uniform, normal} = makeRandom(seed);
  const places = Array.from({length: n}, () => ({x: uniform(), y: uniform(), size: Math.exp(1.2 * normal())}));
  const flows = new Float64Array(n * n);
  places.forEach((from, i) => {
    places.forEach((to, j) => {
      const distance = Math.hypot(from.x - to.x, from.y - to.y) * 5 + 0.3;
      const border = i === j ? 0 : -2.5 + 0.5 * normal();
      flows[i * n + j] = from.size * to.size * Math.exp(border - Math.log(distance));
    });
  });
  return flows;
}

/** The shape of a many-sector world. */
export interface WorldShape {
  readonly n: number;
  readonly sectors: number;
  /** Traded sectors; defaults to all. */
  readonly traded?: number;
  readonly seed?: number;
}

/**
 * A seeded many-sector world with tariffs, input-output links, zeros and elasticities up to 50, shaped as published data are.
 * Its final shares are what use leaves of expenditure, so it fits the model only after a first solve, as data do.
 */
export function manySectorWorld({n, sectors, traded = sectors, seed = 1}: WorldShape): SectorData {
  const random = makeRandom(seed);
  const {uniform, normal} = random;
  const theta = Float64Array.from({length: sectors}, () => 1.5 * 10 ** uniform());
  theta[0] = 50;
  const size = Float64Array.from({length: n}, () => Math.exp(1.6 * normal()));
  const places = Array.from({length: n}, () => ({x: uniform(), y: uniform()}));
  const weight = Float64Array.from({length: n * sectors}, () => Math.exp(0.8 * normal()));
  const flows = new Float64Array(sectors * n * n);
  const tariff = new Float64Array(sectors * n * n).fill(1);
  for (let j = 0; j < sectors; j++) for (let m = 0; m < n; m++) fillImporter(j, m);
  return {n, sectors, flows, tariff, theta, ...technologies(n, sectors, random)};

  function fillImporter(j: number, m: number): void {
    const row = (j * n + m) * n;
    const spent = size[m]! * weight[m * sectors + j]!;
    if (j >= traded) {
      flows[row + m] = spent;
      return;
    }
    const service = j >= 0.55 * traded;
    const rate = service ? 0 : 0.12 * uniform();
    let sum = 0;
    for (let i = 0; i < n; i++) {
      const distance = Math.hypot(places[i]!.x - places[m]!.x, places[i]!.y - places[m]!.y) * 5 + 0.3;
      const border = i === m ? 0 : (service ? -6 : -3.5) - 1.1 * Math.log(distance) + 0.6 * normal();
      flows[row + i] = size[i]! * weight[i * sectors + j]! * Math.exp(border);
      sum += flows[row + i]!;
    }
    for (let i = 0; i < n; i++) {
      const share = flows[row + i]! / sum;
      const isZero = share < 2e-5 && i !== m;
      if (i !== m && !isZero) tariff[row + i] = 1 + rate;
      flows[row + i] = isZero ? 0 : (share * spent) / tariff[row + i]!;
    }
  }
}

function technologies(n: number, sectors: number, {uniform, normal}: ReturnType<typeof makeRandom>) {
  const valueAddedShare = Float64Array.from({length: n * sectors}, () => 0.35 + 0.45 * uniform());
  const inputShare = new Float64Array(n * sectors * sectors);
  for (let user = 0; user < n * sectors; user++) {
    let sum = 0;
    for (let k = 0; k < sectors; k++) {
      const share = Math.exp(normal()) * (k === user % sectors ? 8 : 1);
      inputShare[user * sectors + k] = share;
      sum += share;
    }
    for (let k = 0; k < sectors; k++) inputShare[user * sectors + k]! /= sum;
  }
  return {valueAddedShare, inputShare};
}
