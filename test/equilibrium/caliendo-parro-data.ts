import type {SectorData, SectorModel} from "../../src/kernels/trade/sectors/model.ts";
import type {SectorShock} from "../../src/kernels/trade/sectors/shock.ts";

const n = 31;
const sectors = 40;
/** Elasticity of sectors whose goods do not cross borders; it moves nothing. */
const thetaOfServices = 8.22;

/** The world of Caliendo and Parro (2015): 31 economies, 40 sectors, 1993, and the tariffs of 2005. */
export interface CaliendoParro {
  readonly data: SectorData;
  /** Tariff factors of 2005, laid out as the flows. */
  readonly tariffLater: Float64Array;
  readonly names: readonly string[];
}

/** Reads the published files; gross output is at least exports, and domestic sales are what of it is not exported. */
export function readCaliendoParro(read: (file: string) => string, names: readonly string[]): CaliendoParro {
  const valueAdded = numbers(read("B.txt"));
  const grossOutput = numbers(read("GO.txt"));
  const inputs = numbers(read("IO.txt"));
  const flows = new Float64Array(sectors * n * n);
  flows.set(numbers(read("xbilat1993.txt")).map((value) => value * 1000));
  for (let j = 0; j < sectors; j++) addDomesticSales(flows, grossOutput, j);
  const theta = new Float64Array(sectors).fill(thetaOfServices);
  theta.set(numbers(read("T.txt")));
  const inputShare = new Float64Array(n * sectors * sectors);
  for (let i = 0; i < n; i++)
    for (let input = 0; input < sectors; input++)
      for (let user = 0; user < sectors; user++)
        inputShare[(i * sectors + user) * sectors + input] = inputs[(i * sectors + input) * sectors + user]!;
  const data: SectorData = {
    n,
    sectors,
    flows,
    tariff: tariffs(read("tariffs1993.txt")),
    valueAddedShare: byEconomy(valueAdded),
    inputShare,
    theta
  };
  return {data, tariffLater: tariffs(read("tariffs2005.txt")), names};
}

function addDomesticSales(flows: Float64Array, grossOutput: Float64Array, j: number): void {
  for (let i = 0; i < n; i++) {
    let exports = 0;
    for (let m = 0; m < n; m++) if (m !== i) exports += flows[(j * n + m) * n + i]!;
    flows[(j * n + i) * n + i] = Math.max(grossOutput[j * n + i]!, exports) - exports;
  }
}

function tariffs(text: string): Float64Array {
  const factors = new Float64Array(sectors * n * n).fill(1);
  factors.set(numbers(text).map((rate) => 1 + rate / 100));
  for (let cell = 0; cell < factors.length; cell++) if (Math.floor(cell / n) % n === cell % n) factors[cell] = 1;
  return factors;
}

function byEconomy(values: Float64Array): Float64Array {
  return Float64Array.from({length: n * sectors}, (_, at) => values[(at % sectors) * n + Math.floor(at / sectors)]!);
}

function numbers(text: string): Float64Array {
  return Float64Array.from(text.trim().split(/\s+/), Number);
}

/** A shock of the tariffs inside a bloc, a share of the way from those of 1993 to those of 2005. */
export function blocTariffs(
  {tariffLater, names}: CaliendoParro,
  model: SectorModel,
  bloc: readonly string[],
  part = 1
): SectorShock {
  const members = bloc.map((name) => names.indexOf(name));
  const cells: number[] = [];
  const tariff: number[] = [];
  for (let j = 0; j < model.traded; j++)
    for (const m of members)
      for (const i of members) {
        if (i === m) continue;
        const cell = (j * n + m) * n + i;
        const later = tariffLater[(model.order[j]! * n + m) * n + i]!;
        cells.push(cell);
        tariff.push(model.tariff[cell]! + part * (later - model.tariff[cell]!));
      }
  return {cells: Int32Array.from(cells), tariff: Float64Array.from(tariff)};
}

export const nafta = ["MEX", "CAN", "USA"] as const;
