import {loadStore} from "../../src/packs/load-store.ts";

// Loads the packs named after the store by turns, until it is killed.
const [store, ...packs] = process.argv.slice(2);
process.stdout.write("ready\n");
for (let turn = 0; ; turn++) {
  await loadStore([packs[turn % packs.length]!], {store: store!});
  process.stdout.write("loaded\n");
}
