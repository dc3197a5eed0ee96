import {dirname, join} from "node:path";
import ts from "typescript";

/**
 * Groups of modules that import each other, in whatever number of steps: the strongly connected components of more than
 * one module (Tarjan 1972, doi:10.1137/0201010). Imports of types and those made when they are needed count too.
 *
 * @param modules texts by path
 */
export function importCircles(modules: ReadonlyMap<string, string>): string[][] {
  const imports = new Map([...modules].map(([path, text]) => [path, importsOf(path, text, modules)]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];

  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path)!);
    open.push(path);
    for (const other of imports.get(path)!) {
      if (!order.has(other)) visit(other);
      if (open.includes(other)) lowest.set(path, Math.min(lowest.get(path)!, lowest.get(other)!));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const circle = open.splice(open.indexOf(path));
    if (circle.length > 1) circles.push(circle.sort());
  };

  for (const path of modules.keys()) if (!order.has(path)) visit(path);
  return circles;
}

/** The modules that a text imports; components of Svelte are read as if they were all script. */
function importsOf(path: string, text: string, modules: ReadonlyMap<string, string>): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({fileName}) => join(dirname(path), fileName))
    .filter((other) => modules.has(other));
}
