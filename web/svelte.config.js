import {vitePreprocess} from "@sveltejs/vite-plugin-svelte";

/** Read by Vite's plugin, the checker of types and editors. */
const config = {preprocess: vitePreprocess({style: false}), compilerOptions: {runes: true}};

export {config as default};
