import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import ts from "typescript";

/** The root of the checkout, without a slash at its end. */
export const root = dirname(fileURLToPath(new URL("../../package.json", import.meta.url)));

const parsed = new Map<string, ts.SourceFile | undefined>();

/**
 * Compiles files that exist only in memory as members of a layer, and returns the messages about each of them, by
 * name. Imported layers are read as built, which `npm test` has done before.
 */
export function probeLayer(layer: string, probes: Readonly<Record<string, string>>): Record<string, string[]> {
  const texts = new Map(Object.entries(probes).map(([name, text]) => [join(root, "src", layer, name), text]));
  const {fileNames, options, projectReferences} = configOf(layer, texts);
  const program = ts.createProgram({
    rootNames: fileNames,
    options,
    projectReferences: projectReferences ?? [],
    host: hostOf(options, texts)
  });
  const aboutAll = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()].map(textOf);
  return Object.fromEntries(
    [...texts.keys()].map((path) => {
      const file = program.getSourceFile(path)!;
      const own = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(textOf);
      return [path.slice(path.lastIndexOf("/") + 1), [...own, ...aboutAll.filter((text) => text.includes(path))]];
    })
  );
}

function configOf(layer: string, texts: ReadonlyMap<string, string>): ts.ParsedCommandLine {
  const path = join(root, "src", layer, "tsconfig.json");
  const config = ts.getParsedCommandLineOfConfigFile(path, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(textOf(diagnostic));
    }
  });
  return {...config!, fileNames: [...config!.fileNames, ...texts.keys()]};
}

function hostOf(options: ts.CompilerOptions, texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options, true);
  return {
    ...host,
    fileExists: (path) => texts.has(path) || host.fileExists(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, target) => {
      const text = texts.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target, true);
      if (!parsed.has(path)) parsed.set(path, host.getSourceFile(path, target));
      return parsed.get(path);
    }
  };
}

function textOf({messageText}: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, "\n");
}

/** Layers that the project file of a layer names. */
export function referencesOf(layer: string): string[] {
  const {references} = JSON.parse(readFileSync(join(root, "src", layer, "tsconfig.json"), "utf8")) as {
    references: {path: string}[];
  };
  return references.map(({path}) => path.replace("../", ""));
}
