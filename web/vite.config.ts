import {svelte} from "@sveltejs/vite-plugin-svelte";
import {defineConfig} from "vite";

const api = "http://127.0.0.1:4173";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [svelte()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    // The content policy allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    sourcemap: false,
    manifest: true,
    modulePreload: {polyfill: false},
    target: "es2023"
  },
  server: {proxy: {"/api": api}}
});
