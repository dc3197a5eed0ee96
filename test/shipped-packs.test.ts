import {readdirSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {expect, test} from "vitest";
import {formatViolation} from "../src/base/errors.ts";
import {decimalsOf} from "../src/charts/format.ts";
import {checkPack} from "../src/packs/check-pack.ts";
import {ensureStore} from "../src/packs/load-store.ts";
import {readKnowledge} from "../src/store/read-knowledge.ts";
import {testFolder} from "./support/sample-pack.ts";

const packs = fileURLToPath(new URL("../packs/", import.meta.url));
const names = readdirSync(packs);

test.each(names)("packs/%s shows no digit of a share that its counts do not bear out", async (name) => {
  const {pack} = await checkPack(join(packs, name));
  const shares = pack!.figures.filter(({of, formula, basis}) => of && formula && basis.unit === "%");
  for (const share of shares) {
    const {numerator, denominator} = share.of!;
    const half = 0.5 * 10 ** -decimalsOf(share, 1);
    expect(Math.abs(share.value! - (100 * numerator) / denominator), share.id).toBeLessThanOrEqual(half);
  }
});

test.each(names)("packs/%s breaks no rule, and the store gives back all of it", async (name) => {
  const {pack, violations} = await checkPack(join(packs, name));
  expect(violations.map(formatViolation)).toEqual([]);
  const {figures, sources, register, profile} = pack!;
  expect(figures.length).toBeGreaterThan(0);
  const engine = await (await ensureStore([join(packs, name)], {cacheDir: testFolder()})).open();
  const {asOf: _, ...known} = await readKnowledge(engine, {asOf: "9999"});
  engine.close();
  expect(known).toEqual({figures, sources, register, profile});
});
