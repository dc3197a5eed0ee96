/** A seeded panel of trade between economies, domestic sales included. */
export interface GravityPanel {
  readonly economies: number;
  readonly years: number;
  readonly exporter: Int32Array;
  readonly importer: Int32Array;
  readonly year: Int32Array;
  readonly trade: Float64Array;
  readonly rta: Float64Array;
  readonly border: Float64Array;
  readonly tariff: Float64Array;
}

interface Draws {
  readonly uniform: () => number;
  readonly normal: () => number;
}

/** Mulberry32, and normals by Box and Muller: the streams of the stored references. */
function makeDraws(seed: number): Draws {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => {
    let first = 0;
    while (first === 0) first = uniform();
    return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * uniform());
  };
  return {uniform, normal};
}

const coefficients = {rta: 0.4, border: 0.25, tariff: -1.5} as const;
const spread = 0.7;

/**
 * Generates economies × economies × years rows, about 30 % of them zero, from a three-way gravity model whose
 * coefficients are 0.4, 0.25 and −1.5. Equal seeds give equal panels: those of the stored references take 12345.
 */
export function gravityPanel(economies: number, years: number, seed = 12345): GravityPanel {
  const {uniform, normal} = makeDraws(seed);
  const [size, x, y] = [0, 1, 2].map(() => new Float64Array(economies)) as [Float64Array, Float64Array, Float64Array];
  for (let i = 0; i < economies; i++) {
    size[i] = 1.8 * normal();
    x[i] = uniform() * 10;
    y[i] = uniform() * 10;
  }
  const outward = new Float64Array(economies * years);
  const inward = new Float64Array(economies * years);
  for (let i = 0; i < economies; i++) {
    let a = size[i]! + 0.3 * normal();
    let b = size[i]! + 0.3 * normal();
    const growth = 0.03 + 0.02 * normal();
    for (let t = 0; t < years; t++) {
      a += growth + 0.06 * normal();
      b += growth + 0.06 * normal();
      outward[i * years + t] = a;
      inward[i * years + t] = b;
    }
  }
  const distance = (i: number, j: number) => Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) + 0.3;
  const pairs = economies * economies;
  const pair = new Float64Array(pairs);
  const zeros = new Float64Array(pairs);
  const since = new Int32Array(pairs).fill(1e9);
  for (let i = 0; i < economies; i++)
    for (let j = 0; j < economies; j++) {
      if (i === j) {
        pair[i * economies + j] = 3.2 + 0.4 * normal();
        zeros[i * economies + j] = -20;
      } else {
        pair[i * economies + j] = -Math.log(distance(i, j)) + 0.8 * normal();
        zeros[i * economies + j] = 1.5 * normal();
      }
    }
  for (let i = 0; i < economies; i++)
    for (let j = i + 1; j < economies; j++)
      if (uniform() < 0.5 * Math.exp(-distance(i, j) / 5) + 0.1) {
        const first = Math.floor(uniform() * (years - 2)) + 1;
        since[i * economies + j] = first;
        since[j * economies + i] = first;
      }
  const n = pairs * years;
  const panel: GravityPanel = {
    economies,
    years,
    exporter: new Int32Array(n),
    importer: new Int32Array(n),
    year: new Int32Array(n),
    trade: new Float64Array(n),
    rta: new Float64Array(n),
    border: new Float64Array(n),
    tariff: new Float64Array(n)
  };
  let row = 0;
  for (let t = 0; t < years; t++)
    for (let i = 0; i < economies; i++)
      for (let j = 0; j < economies; j++, row++) {
        const at = i * economies + j;
        const rta = t >= since[at]! ? 1 : 0;
        const border = i !== j && t >= years >> 1 ? 1 : 0;
        const cut = (0.15 + 0.05 * (i === j ? 0 : normal())) * (1 - (0.6 * t) / years) * (rta ? 0.4 : 1);
        const tariff = i === j ? 0 : Math.round(1e4 * Math.max(0, cut)) / 1e4;
        const {rta: b0, border: b1, tariff: b2} = coefficients;
        const policy = b0 * rta + b1 * border + b2 * tariff;
        const eta = 2 + outward[i * years + t]! + inward[j * years + t]! + pair[at]! + policy;
        panel.exporter[row] = i;
        panel.importer[row] = j;
        panel.year[row] = t;
        panel.rta[row] = rta;
        panel.border[row] = border;
        panel.tariff[row] = tariff;
        panel.trade[row] = Math.round(1e4 * drawTrade(i === j, eta, zeros[at]!, {uniform, normal})) / 1e4;
      }
  return panel;
}

function drawTrade(isDomestic: boolean, eta: number, zero: number, {uniform, normal}: Draws): number {
  if (isDomestic) return Math.exp(eta + 0.1 * normal());
  const none = 1 / (1 + Math.exp(0.55 * eta + 0.15 + zero * 1.0));
  if (uniform() >= none) return Math.exp(eta + spread * normal() - (spread * spread) / 2) / (1 - none);
  normal();
  return 0;
}
