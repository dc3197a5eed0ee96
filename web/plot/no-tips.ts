/** Stands in for the tips of Observable Plot: the charts here have no pointer, their numbers are in tables. */
export function tip(): never {
  throw new Error("the web app is built without the tips of Plot (web/plot/no-tips.ts)");
}
