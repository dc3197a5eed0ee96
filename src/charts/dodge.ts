/**
 * Moves labels apart: positions at least `gap` from one another, in the order given by `wanted`, each as near to where
 * it was wanted as the others let it, none above `top` where there is room.
 */
export function dodge(
  wanted: readonly number[],
  gap: number | readonly number[],
  {top = 0, bottom = Infinity} = {}
): number[] {
  const gaps = typeof gap === "number" ? wanted.map(() => gap) : gap;
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = new Array<number>(wanted.length);
  let edge = top;
  for (const index of order) {
    placed[index] = Math.max(wanted[index]!, edge + gaps[index]! / 2);
    edge = placed[index]! + gaps[index]! / 2;
  }
  edge = bottom;
  for (const index of order.reverse()) {
    // what ran over the lower edge moves back up
    placed[index] = Math.min(placed[index]!, edge - gaps[index]! / 2);
    edge = placed[index]! - gaps[index]! / 2;
  }
  return placed;
}
