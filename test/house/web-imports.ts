import ts from "typescript";

/** Layers of `src/` that run in a browser: what the web app may use. Types of all layers are free, they leave no code. */
const usable: readonly string[] = ["base", "kernels", "runtime", "charts"];

/**
 * Imports of a module or component of `web/src` that it may not have: code of a layer that is made for Node, whether
 * imported, re-exported or loaded when needed. The linter's fence cannot tell types from code, so it has no such rule.
 */
export function forbiddenImports(file: string, text: string): string[] {
  return scriptsOf(file, text)
    .flatMap(addressesOf)
    .filter((address) => {
      const layer = /^(?:\.\.\/)+src\/([^/]+)/.exec(address)?.[1];
      return layer !== undefined && !usable.includes(layer);
    });
}

function scriptsOf(file: string, text: string): string[] {
  if (!file.endsWith(".svelte")) return [text];
  // Components load modules in their markup too: {#await import("…")}.
  const script = /<script[^>]*>([\s\S]*?)<\/script>/g;
  const loads = [...text.replace(script, "").matchAll(/\bimport\(\s*["'][^"']+["']\s*\)/g)].map(([found]) => found);
  return [...[...text.matchAll(script)].map(([, inner]) => inner!), loads.join(";\n")];
}

/** Addresses from which a script takes code. */
function addressesOf(script: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const address = addressOf(node);
    if (address && ts.isStringLiteralLike(address)) found.push(address.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("script.ts", script, ts.ScriptTarget.Latest));
  return found;
}

function addressOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node)) {
    const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return isType ? undefined : node.moduleSpecifier;
  }
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  const isLoad = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isLoad ? node.arguments[0] : undefined;
}
