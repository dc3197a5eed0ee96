/** Where the host writes its plan: 32-bit numbers in the order of `Slot`, sizes and byte offsets of arrays. */
const planAt: usize = 64;

/** Names of the plan's numbers; `src/kernels/ppml/native/plan.ts` has the same in the same order. */
export const enum Slot {
  // Sizes: rows that were given and that are kept, groups of the exact effect, levels of the iterated effects and the
  // length of vectors by level, regressors that are 0 or 1 throughout and the other ones.
  given,
  rows,
  groups,
  levels,
  levelStride,
  bits,
  columns,
  // What was given, row by row: y, codes of the exact and the iterated effects, the regressors that are 0 or 1 as bits,
  // the others as columns, weights and offset (0 without).
  givenY,
  givenGroups,
  givenFirst,
  givenSecond,
  givenBits,
  givenColumns,
  givenWeights,
  givenOffset,
  // New numbers of levels of the two iterated effects that runs go along, and where their levels start among all.
  firstNumbers,
  secondNumbers,
  firstStart,
  secondStart,
  // Levels of the two by row, where runs are too short to be worth it (0 else; of a missing second effect too).
  firstLevels,
  secondLevels,
  // Further iterated effects: how many, their levels among all by row, a column each, and their slopes (0 without any).
  others,
  otherLevels,
  slopes,
  // Rows in their order: which row was given, y, bits, columns, weights, offset, exp(Xβ + offset) × weight (0 where bits
  // say it), fitted means.
  order,
  y,
  bitsByRow,
  columnsByRow,
  weights,
  offset,
  factors,
  means,
  // Runs, how many each thread has or where they start, and ends of groups in runs and in rows; sums of y and logarithms of
  // sums of unscaled means by group.
  runs,
  threadRuns,
  runEnds,
  rowEnds,
  groupY,
  logScales,
  // A vector by level and one by regressor, and what the passes answer, for each thread its own: sums by level and by
  // regressor, and up to eight numbers.
  u,
  v,
  sums,
  products,
  answers,
  // exp of the sums of coefficients by pattern of bits.
  table,
  // Room for the rows of a group, for each thread its own: as many columns as there are regressors, at least one.
  room,
  roomRows,
  // Level vectors that are taken out of the regressors, means by group that are, and what each thread makes of what is left.
  takenLevels,
  takenMeans,
  crossProducts,
  gradient,
  // Clusters of the rows given, marks of those that rows are in, and sums of scores by cluster, for each thread its own.
  clusters,
  clusterCount,
  clusterMarks,
  clusterSums,
  // By level: the heaviest cell's weight, its row and the level on its other side.
  heaviest,
  heaviestRows,
  partners,
  // A product of matrices: places and strides of its parts, the length of its sums, its columns, 1 or −1.
  a,
  aStride,
  b,
  bStride,
  c,
  cStride,
  inner,
  width,
  sign
}

@inline
export function size(slot: Slot): i32 {
  return load<i32>(planAt + ((<usize>slot) << 2));
}

@inline
export function place(slot: Slot): usize {
  return <usize>size(slot);
}

/** The place of entry `index` of doubles. */
@inline
export function f64At(base: usize, index: i32): usize {
  return base + ((<usize>index) << 3);
}

/** The place of entry `index` of 32-bit numbers. */
@inline
export function i32At(base: usize, index: i32): usize {
  return base + ((<usize>index) << 2);
}

/** The sum of both lanes. */
@inline
export function total(v: v128): f64 {
  return f64x2.extract_lane(v, 0) + f64x2.extract_lane(v, 1);
}

/** Doubles of one thread, so many that no other writes to the cache line of their last. */
@inline
export function padded(count: i32): i32 {
  return (count + 7) & ~7;
}

/** The eight numbers that a thread answers with. */
@inline
export function answersOf(thread: i32): usize {
  return f64At(place(Slot.answers), thread << 3);
}

/** Room for a group's rows by regressor, a thread's own. */
@inline
export function roomOf(thread: i32): usize {
  const columns = max(1, size(Slot.bits) + size(Slot.columns));
  return f64At(place(Slot.room), thread * columns * size(Slot.roomRows));
}

/** A thread's sums by level. */
@inline
export function sumsOf(thread: i32): usize {
  return f64At(place(Slot.sums), thread * size(Slot.levelStride));
}

/** A thread's sums by regressor. */
@inline
export function productsOf(thread: i32): usize {
  return f64At(place(Slot.products), thread * padded(size(Slot.bits) + size(Slot.columns)));
}

/** The first run of a group. */
@inline
export function firstRun(group: i32): i32 {
  return group > 0 ? load<i32>(i32At(place(Slot.runEnds), group - 1)) : 0;
}

/** The first row of a group. */
@inline
export function firstRow(group: i32): i32 {
  return group > 0 ? load<i32>(i32At(place(Slot.rowEnds), group - 1)) : 0;
}

/** The sums of a thread, all zero. */
@inline
export function clearSums(thread: i32): usize {
  const sums = sumsOf(thread);
  memory.fill(sums, 0, (<usize>size(Slot.levelStride)) << 3);
  return sums;
}

/** The products of a thread, all zero. */
@inline
export function clearProducts(thread: i32): usize {
  const products = productsOf(thread);
  memory.fill(products, 0, (<usize>(size(Slot.bits) + size(Slot.columns))) << 3);
  return products;
}
