import {expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";
import {type EconomiesAnswer, economiesSchema, type PairsAnswer, pairsSchema} from "./output.ts";

it("GET /api/economies names who the packs are about in both languages", async () => {
  const {json} = await testServer();
  const {economies} = economiesSchema.parse(await json<EconomiesAnswer>("/api/economies"));
  expect(economies.find(({id}) => id === "BLR")).toEqual({
    id: "BLR",
    kind: "economy",
    names: {en: "Belarus", ru: "Беларусь"},
    hasTrade: true,
    members: []
  });
  expect(economies.find(({kind}) => kind === "bloc")?.members).toContain("RUS");
});

it("GET /api/pairs names pairs with figures known on the day", async () => {
  const {json} = await testServer();
  const {pairs} = pairsSchema.parse(await json<PairsAnswer>("/api/pairs"));
  expect(pairs).toMatchObject([{economy: "BLR", partner: "RUS", kind: "pair", reporters: ["BLR", "RUS"]}]);
  const early = await json<PairsAnswer>("/api/pairs?asOf=2018");
  expect(early.pairs[0]!.figures).toBeLessThan(pairs[0]!.figures);
  expect((await json<PairsAnswer>("/api/pairs?asOf=1990")).pairs).toEqual([]);
});
