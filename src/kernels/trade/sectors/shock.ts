import type {SectorModel} from "./model.ts";
import type {Workspace} from "./workspace.ts";

/** What changes in single cells `(j·n + importer)·n + exporter` of the traded sectors; cells not named stay as they are. */
export interface SectorShock {
  readonly cells: Int32Array;
  /** Factor on the delivered cost; absent = 1. Infinity ends the trade. */
  readonly cost?: Float64Array;
  /** Change of ln trade at given prices; absent = 0. */
  readonly effect?: Float64Array;
  /** Tariff factors 1 + t afterwards; absent = as before. */
  readonly tariff?: Float64Array;
  readonly importerRent?: Float64Array;
  readonly exporterRent?: Float64Array;
}

/** Nothing changes. */
export const noShock: SectorShock = {cells: new Int32Array(0)};

/** The wedges of one cell before and after, as factors. */
export interface CellWedges {
  readonly tariff: number;
  readonly importerRent: number;
  readonly exporterRent: number;
}

/** Wedges of a cell in the baseline. */
export function wedgesBefore({tariff, importerRent, exporterRent}: SectorModel, cell: number): CellWedges {
  return {
    tariff: tariff[cell]!,
    importerRent: importerRent?.[cell] ?? 1,
    exporterRent: exporterRent?.[cell] ?? 1
  };
}

/** Wedges after the shock of its cell number `at`. */
export function wedgesAfter(model: SectorModel, shock: SectorShock, at: number): CellWedges {
  const before = wedgesBefore(model, shock.cells[at]!);
  return {
    tariff: shock.tariff?.[at] ?? before.tariff,
    importerRent: shock.importerRent?.[at] ?? before.importerRent,
    exporterRent: shock.exporterRent?.[at] ?? before.exporterRent
  };
}

/** Puts the baseline into the workspace, without any shock. */
export function clearShock({model, pull, pullBorder}: Workspace): void {
  const {shares, tariff, importerRent} = model;
  pull.set(shares);
  for (let cell = 0; cell < shares.length; cell++)
    pullBorder[cell] = shares[cell]! / (tariff[cell]! * (importerRent?.[cell] ?? 1));
}

/** Puts a shock into a workspace that holds the baseline; `clearCells` takes it out again. */
export function setShock(space: Workspace, shock: SectorShock): void {
  const {model, pull, pullBorder} = space;
  if (model.exporterRent || shock.exporterRent) space.pullReceived ??= new Float64Array(pull.length);
  for (let at = 0; at < shock.cells.length; at++) {
    const cell = shock.cells[at]!;
    const after = wedgesAfter(model, shock, at);
    pull[cell] = model.shares[cell]! * directEffect(space, shock, at, after);
    pullBorder[cell] = pull[cell]! / (after.tariff * after.importerRent);
  }
  receivedOf(space, shock);
}

function directEffect({model, theta}: Workspace, shock: SectorShock, at: number, after: CellWedges): number {
  const cell = shock.cells[at]!;
  const {n} = model;
  const before = wedgesBefore(model, cell);
  const factor =
    ((after.tariff * after.importerRent * after.exporterRent) /
      (before.tariff * before.importerRent * before.exporterRent)) *
    (shock.cost?.[at] ?? 1);
  const effect = shock.effect?.[at] ?? 0;
  if (factor === 1 && effect === 0) return 1;
  return Math.exp(effect - theta[Math.floor(cell / (n * n))]! * Math.log(factor));
}

function receivedOf({model, pullBorder, pullReceived}: Workspace, shock: SectorShock): void {
  if (!pullReceived) return;
  for (let cell = 0; cell < pullBorder.length; cell++)
    pullReceived[cell] = pullBorder[cell]! / (model.exporterRent?.[cell] ?? 1);
  for (let at = 0; at < shock.cells.length; at++)
    pullReceived[shock.cells[at]!] = pullBorder[shock.cells[at]!]! / wedgesAfter(model, shock, at).exporterRent;
}

/** Takes a shock out of the workspace, cell by cell. */
export function clearCells({model, pull, pullBorder}: Workspace, {cells}: SectorShock): void {
  for (const cell of cells) {
    const {tariff, importerRent} = wedgesBefore(model, cell);
    pull[cell] = model.shares[cell]!;
    pullBorder[cell] = pull[cell]! / (tariff * importerRent);
  }
}
