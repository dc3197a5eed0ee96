import {join} from "node:path";
import ts from "typescript";
import {expect, it} from "vitest";
import {root} from "../house/probe.ts";

it("src/index.ts exports the names of api.txt; `npx vitest run test/package -u` writes it", async () => {
  const path = join(root, "src", "index.ts");
  const program = ts.createProgram([path], {
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true
  });
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(path)!)!;
  const names = checker.getExportsOfModule(module).map((symbol) => `${kindOf(symbol, checker)} ${symbol.name}`);
  await expect(`${names.sort().join("\n")}\n`).toMatchFileSnapshot("api.txt");
});

function kindOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const {flags} = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Function) return "function";
  return flags & ts.SymbolFlags.Variable ? "const" : "type";
}
