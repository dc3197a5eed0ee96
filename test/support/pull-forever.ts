/** Pulls from a port of this machine as if on 2024-12-31, until it is killed: `node pull-forever.ts FOLDER PORT`. */
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";

const comtrade = sourceNamed("comtrade");

const [, , into, port] = process.argv;
await pull(comtrade, {
  query: {economy: ["BLR", "RUS"], period: ["1964/2023"]},
  into: into!,
  surroundings: {
    fetch: (input, init) => {
      const {pathname, search} = new URL(String(input));
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, init);
    },
    now: () => new Date("2024-12-31T10:00:00Z"),
    sleep: async () => undefined,
    random: () => 0.5,
    log: () => undefined,
    env: {}
  }
});
