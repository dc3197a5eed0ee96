import {writeFileSync} from "node:fs";
import {makeRandom} from "../src/kernels/random.ts";

/** Made-up economies, from small to large. */
const economies = ["ALD", "BOR", "CAL", "DRA", "ELB", "FIO", "GRA", "HAL", "IST", "KOR", "LOD", "MER"];
const years = [2001, 2002, 2003, 2004, 2005, 2006];
/** Effects that the data are made with; estimates should come near them. */
const truth = {distance: -0.8, contiguity: 0.4, border: -1.5, agreement: 0.35};
const random = makeRandom(20_260_901);

/** Places on a map, and who signs an agreement with whom in which year. */
const places = economies.map(() => [4000 * random.uniform(), 4000 * random.uniform()] as const);
const sizes = economies.map((_, at) => 2 + 0.45 * at + 0.3 * random.normal());
const signed = new Map<string, number>();
for (let i = 0; i < economies.length; i++)
  for (let j = 0; j < i; j++) if (random.uniform() < 0.3) signed.set(`${j} ${i}`, 2002 + random.below(4));

const lines = ["exporter,importer,year,trade,dist,cntg,rta"];
for (const [t, year] of years.entries()) {
  const [supply, demand] = [0, 0].map(() => economies.map((_, at) => sizes[at]! + 0.05 * t + 0.1 * random.normal()));
  for (let i = 0; i < economies.length; i++)
    for (let j = 0; j < economies.length; j++) {
      const [a, b] = [places[i]!, places[j]!];
      const distance = i === j ? 180 : Math.max(150, Math.hypot(a[0] - b[0], a[1] - b[1]));
      const near = i !== j && distance < 1100 ? 1 : 0;
      const rta = year >= (signed.get(`${Math.min(i, j)} ${Math.max(i, j)}`) ?? Number.POSITIVE_INFINITY) ? 1 : 0;
      const mean = Math.exp(
        supply![i]! +
          demand![j]! +
          truth.distance * Math.log(distance) +
          truth.contiguity * near +
          (i === j ? 0 : truth.border) +
          truth.agreement * rta +
          1
      );
      // Lognormal errors of mean one; what is worth less than a twentieth is not recorded.
      const trade = mean * Math.exp(0.35 * random.normal() - 0.35 ** 2 / 2);
      const cells = [
        economies[i],
        economies[j],
        year,
        trade < 0.05 ? 0 : trade.toFixed(2),
        Math.round(distance),
        near,
        rta
      ];
      lines.push(cells.join(","));
    }
}
writeFileSync(new URL("../docs/examples/gravity.csv", import.meta.url), `${lines.join("\n")}\n`);
