/** Models with fewer regressors are not searched. */
const few = 8;
/** A column is sparse where at most this share of it is not 0. */
const share = 0.1;

type Rows = readonly (Int32Array | undefined)[];

const none: Rows = [];
const found = new WeakMap<readonly Float64Array[], Rows>();

/**
 * For each of many regressors the rows in which it is not 0, where these are few: dummies of single economies are 0 nearly
 * everywhere. Undefined for other columns. Found once for an array of columns, which must not change.
 */
export function sparseRows(x: readonly Float64Array[]): Rows {
  if (x.length < few) return none;
  let rows = found.get(x);
  if (!rows) {
    rows = x.map(rowsOf);
    found.set(x, rows);
  }
  return rows;
}

function rowsOf(column: Float64Array): Int32Array | undefined {
  const most = share * column.length;
  let count = 0;
  for (let r = 0; r < column.length && count <= most; r++) if (column[r] !== 0) ++count;
  if (count > most) return undefined;
  const rows = new Int32Array(count);
  for (let r = 0, at = 0; r < column.length; r++) if (column[r] !== 0) rows[at++] = r;
  return rows;
}
