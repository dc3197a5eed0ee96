import {describe, expect, it} from "vitest";
import {testServer} from "../../../test/support/server.ts";
import {type RegisterAnswer, type RegisterItemAnswer, registerItemSchema, registerSchema} from "./output.ts";

const {json, problem, app} = await testServer();
const register = (query = "") => json<RegisterAnswer>(`/api/register${query}`);

describe("GET /api/register", () => {
  it("gives every item with where it stands", async () => {
    const answer = await register();
    expect(registerSchema.safeParse(answer).error).toBeUndefined();
    expect(answer.items).toHaveLength(answer.total);
    const known = new Set(answer.sources.map(({id}) => id));
    expect(answer.items.flatMap(({sources}) => sources).filter((id) => !known.has(id))).toEqual([]);
  });

  it("gives completion figures whose counts sum to their denominator", async () => {
    const {completion, total} = await register();
    for (const {counts, total: all, inForce} of completion) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all);
      expect(inForce.denominator).toBe(all);
      expect(inForce.percent).toBeCloseTo((100 * inForce.numerator) / all, 9);
      expect(inForce.rule).not.toBe("");
    }
    expect(completion.reduce((sum, {total: all}) => sum + all, 0)).toBe(total);
  });

  it("filters by kind, stage, theme, party, region, status and words", async () => {
    const every = async (query: string, holds: (state: RegisterAnswer["items"][number]) => boolean) => {
      const {items, total} = await register(query);
      expect(items.length, query).toBeGreaterThan(0);
      expect(items.length, query).toBeLessThan(total);
      expect(items.filter((state) => !holds(state))).toEqual([]);
    };
    await every("?kind=event,visit", ({item}) => item.kind === "event" || item.kind === "visit");
    await every("?stage=in-force", ({stage}) => stage === "in-force");
    await every("?theme=energy", ({item}) => item.scope.subject.includes("energy"));
    await every("?party=Armenia", ({item}) => item.scope.parties.includes("ARM"));
    await every("?status=slipped", ({due}) => due !== null && due.slipDays !== 0);
    await every("?q=forum%20regions", ({item}) => /forum/i.test(item.title.en ?? ""));
    await every(`?q=${encodeURIComponent("ФОРУМ регионов")}`, ({item}) => /форум/i.test(item.title.ru ?? ""));
    const {facets} = await register();
    const [region] = Object.keys(facets.region);
    await every(`?region=${region}`, ({item}) => item.scope.regions?.includes(region!) ?? false);
  });

  it("lists slips, longest first, among the items that fit", async () => {
    const {slips, items} = await register();
    expect(slips.length).toBeGreaterThan(0);
    const days = slips.map((id) => items.find(({item}) => item.id === id)!.due!.slipDays);
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    const {slips: none} = await register("?kind=visit");
    expect(
      none.every((id) => !slips.includes(id) || items.find(({item}) => item.id === id)?.item.kind === "visit")
    ).toBe(true);
  });

  it("answers as known on a day", async () => {
    const [then, now] = [await register("?asOf=2015"), await register()];
    expect(then.timeline.length).toBeLessThan(now.timeline.length);
    expect(then.timeline.every(({saidAt}) => saidAt.slice(0, 4) <= "2015")).toBe(true);
  });

  it("refuses unknown kinds and stages by naming those there are", async () => {
    const {body} = await problem("/api/register?kind=plan&stage=done");
    expect(body.violations).toHaveLength(2);
    expect(body.violations[0].wanted).toContain("agreement, commitment, barrier");
  });

  it("is a table at register.csv with the same filters", async () => {
    const text = await (await app.request("/api/register.csv?kind=visit&language=ru")).text();
    expect(text.trim().split("\r\n")).toHaveLength((await register("?kind=visit")).items.length + 1);
  });
});

describe("GET /api/register/{id}", () => {
  it("gives every item's history, whose evidence is all there", async () => {
    const {items} = await register();
    for (const {item} of items) {
      const answer = registerItemSchema.parse(await json<RegisterItemAnswer>(`/api/register/${item.id}`));
      const known = new Set(answer.evidence.map(({id}) => id));
      expect(answer.history.flatMap(({evidence}) => evidence).filter((id) => !known.has(id))).toEqual([]);
      const said = new Set(answer.history.map(({id}) => id));
      expect(answer.conflicts.flatMap(({assertions}) => assertions).every((id) => said.has(id))).toBe(true);
    }
  });

  it("names linked items in both directions", async () => {
    const {links} = await json<RegisterItemAnswer>("/api/register/eaeu.agreement.bankguarantees");
    expect(links).toContainEqual(
      expect.objectContaining({rel: "removes", direction: "out", id: "eaeu.barrier.procurement.guarantees"})
    );
    const back = await json<RegisterItemAnswer>("/api/register/eaeu.barrier.procurement.guarantees");
    expect(back.links).toContainEqual(
      expect.objectContaining({rel: "removes", direction: "in", id: "eaeu.agreement.bankguarantees"})
    );
    expect(back.links[0]!.title).toHaveProperty("en");
  });

  it("says that an item is not there", async () => {
    expect((await problem("/api/register/nothing")).body).toMatchObject({status: 404, code: "not_found"});
  });
});
