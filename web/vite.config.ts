import {fileURLToPath} from "node:url";
import {svelte} from "@sveltejs/vite-plugin-svelte";
import {defineConfig} from "vite";
import {leanPlot} from "./plot/lean-plot.ts";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [leanPlot(), svelte()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    // The policy of the pages allows no data addresses for scripts, styles or fonts.
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: {polyfill: false}
  },
  worker: {format: "es"},
  server: {proxy: {"/api": "http://127.0.0.1:4173"}}
});
