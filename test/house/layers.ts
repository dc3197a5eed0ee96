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
  store: {module: "engine", layers: ["base"], packages: ["@duckdb/node-api", "node"], globals: ["process"]},
  packs: {module: "report", layers: ["base", "store"], packages: ["zod", "node"], globals: ["process"]},
  turnover: {module: "growth", layers: ["base", "store", "packs"], packages: ["yaml", "zod"], globals: ["process"]},
  register: {module: "timeline", layers: ["base", "store", "packs"], packages: [], globals: ["process"]},
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
  cli: {
    module: "exit-codes",
    layers: ["base", "store", "packs", "turnover", "register", "claims", "charts", "brief"],
    packages: ["@stricli/core", "happy-dom", "node"],
    globals: ["process"]
  }
};
