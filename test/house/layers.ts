/** A layer of `src/` and what its files may import. */
export interface Layer {
  /** A module of it that others can import. */
  readonly module: string;
  /** Layers below it that it may import. */
  readonly layers: readonly string[];
  /** Packages that it may import; "node" stands for the modules of Node. */
  readonly packages: readonly string[];
  /** Globals of its surroundings whose types it has. */
  readonly globals: readonly ("process" | "document")[];
}

/** The map of the house, as the compiler and the linter are meant to enforce it. */
export const layers: Readonly<Record<string, Layer>> = {
  base: {module: "errors", layers: [], packages: ["zod"], globals: []},
  kernels: {
    module: "random",
    layers: ["base"],
    packages: [],
    globals: []
  },
  runtime: {
    module: "wasm-file",
    layers: ["base", "kernels"],
    packages: ["highs", "node"],
    globals: ["process", "document"]
  },
  sdmx: {
    module: "agency",
    layers: ["base"],
    packages: [],
    globals: []
  },
  store: {module: "engine", layers: ["base"], packages: ["@duckdb/node-api", "node"], globals: ["process"]},
  packs: {module: "report", layers: ["base", "store"], packages: ["yaml", "zod", "node"], globals: ["process"]},
  connectors: {
    module: "connector",
    layers: ["base", "sdmx", "store", "packs"],
    packages: ["zod", "node"],
    globals: ["process"]
  },
  turnover: {module: "growth", layers: ["base", "store", "packs"], packages: ["zod"], globals: ["process"]},
  register: {module: "timeline", layers: ["base", "store", "packs"], packages: [], globals: ["process"]},
  gravity: {
    module: "output",
    layers: ["base", "kernels", "runtime", "store", "packs"],
    packages: ["zod"],
    globals: ["process"]
  },
  equilibrium: {
    module: "output",
    layers: ["base", "kernels", "runtime", "store", "packs"],
    packages: ["zod"],
    globals: ["process"]
  },
  claims: {
    module: "check",
    layers: ["base", "turnover", "register"],
    packages: ["htmlparser2", "yaml", "zod"],
    globals: []
  },
  charts: {module: "points", layers: ["base"], packages: ["@observablehq/plot"], globals: ["document"]},
  brief: {
    module: "html",
    layers: ["base", "turnover", "register", "claims", "charts"],
    packages: [],
    globals: ["process", "document"]
  },
  server: {
    module: "listen",
    layers: [
      "base",
      "kernels",
      "runtime",
      "sdmx",
      "store",
      "packs",
      "connectors",
      "turnover",
      "register",
      "gravity",
      "equilibrium",
      "claims",
      "charts",
      "brief"
    ],
    packages: ["@hono/node-server", "@hono/zod-openapi", "fflate", "happy-dom", "hono", "zod", "node"],
    globals: ["process", "document"]
  },
  cli: {
    module: "exit-codes",
    layers: [
      "base",
      "kernels",
      "runtime",
      "sdmx",
      "store",
      "packs",
      "connectors",
      "turnover",
      "register",
      "gravity",
      "equilibrium",
      "claims",
      "charts",
      "brief",
      "server"
    ],
    packages: ["@stricli/core", "happy-dom", "node"],
    globals: ["process"]
  }
};
