import {readFile} from "node:fs/promises";
import {parseEnergyMarket, simulateEnergy} from "@concord-observatory/concord";

const file = new URL("gas.json", import.meta.url);
const market = parseEnergyMarket(await readFile(file, "utf8"), "gas.json");
const {scenarios, changes} = await simulateEnergy(market, {scenarios: ["S0", "S2"]});
for (const {scenario, demands} of scenarios)
  for (const {id, paid} of demands) console.log(`${scenario}: ${id} pays ${paid.toFixed(3)}`);
for (const {scenario, economies} of changes)
  for (const {id, welfare} of economies) console.log(`${scenario}: welfare of ${id} changes by ${welfare.toFixed(1)}`);
