import {fileURLToPath} from "node:url";
import type {Plugin} from "vite";

const folder = "/@observablehq/plot/src/";
/** Modules that Plot imports whether used or not, and that no chart here uses, with what stands in for them. */
const unused: Readonly<Record<string, string>> = {
  "projection.js": "no-maps.ts",
  "legends.js": "no-legends.ts",
  "marks/tip.js": "no-tips.ts"
};

/** Builds Observable Plot without maps, legends and tips, which are a tenth of the first view's JavaScript. */
export function leanPlot(): Plugin {
  return {
    name: "lean-plot",
    enforce: "pre",
    async resolveId(source, importer) {
      // What the index offers by name stays whole: it is left out where no chart asks for it.
      if (!importer?.includes(folder) || importer.endsWith(`${folder}index.js`) || !source.startsWith(".")) return null;
      const found = await this.resolve(source, importer, {skipSelf: true});
      const instead = unused[found?.id.split(folder)[1] ?? ""];
      return instead ? fileURLToPath(new URL(instead, import.meta.url)) : found;
    }
  };
}
