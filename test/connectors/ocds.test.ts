import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {partyEconomy} from "../../src/connectors/ocds/package.ts";
import {pull} from "../../src/connectors/pull/pull.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {loopback, send, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";

const ocds = sourceNamed("ocds");

function release(ocid: string, seller: object, award: object = {}, date = "2023-03-01T00:00:00Z") {
  return {
    ocid,
    id: `${ocid}-${date}`,
    date,
    tag: ["award"],
    initiationType: "tender",
    buyer: {id: "B"},
    parties: [
      {id: "B", roles: ["buyer"], address: {countryName: "Kenya"}},
      {id: "S", roles: ["supplier"], ...seller}
    ],
    awards: [{id: "1", status: "active", value: {amount: 100, currency: "KES"}, suppliers: [{id: "S"}], ...award}]
  };
}

const home = {address: {countryName: "Kenya"}};
const uganda = {identifier: {scheme: "UG-URSB"}};

function packageOf(releases: object[], changes: object = {}): string {
  return JSON.stringify({
    uri: "https://example.org/p",
    version: "1.1",
    publishedDate: "2024-01-15T00:00:00Z",
    publisher: {name: "Example procurement office"},
    license: "https://creativecommons.org/licenses/by/4.0/",
    releases,
    ...changes
  });
}

function write(text: string): string {
  const path = join(testFolder(), "releases.json");
  writeFileSync(path, text);
  return path;
}

it("pull() counts what crosses borders, with numerator and denominator", async () => {
  const releases = [
    release("a", home),
    release("b", uganda, {value: {amount: 300, currency: "KES"}}),
    release("b", uganda, {value: {amount: 700, currency: "KES"}}, "2023-02-01T00:00:00Z"), // an older release of b
    release("c", {address: {country: "CN"}}, {status: "cancelled"}),
    release("d", {address: {countryName: "Nowhere at all"}})
  ];
  const into = join(testFolder(), "ocds");
  const around = surroundings(() => expect.fail("was asked"));
  const result = await pull(ocds, {query: {file: [write(packageOf(releases))]}, into, surroundings: around});
  expect(result.notices).toMatchObject([{code: "economy-not-stated", count: 1}]);
  const {figures, sources} = await readPack(into);
  expect(
    figures.map(({basis, value, of}) => [basis.indicator, basis.partner, value, of!.numerator, of!.denominator])
  ).toEqual([
    ["procurement_cross_border_awards", undefined, 50, 1, 2],
    ["procurement_cross_border_awards", "UGA", 50, 1, 2],
    ["procurement_cross_border_value_kes", undefined, 75, 300, 400],
    ["procurement_cross_border_value_kes", "UGA", 75, 300, 400]
  ]);
  expect(figures[0]).toMatchObject({status: "derived", known: "2024-01-15", period: "2023", basis: {economy: "KEN"}});
  expect(sources[0]!.publisher).toBe("Example procurement office");
  expect((await checkPack(into)).violations).toEqual([]);
});

it("pull() follows the pages of one publisher", async () => {
  const server = await loopback((url, response) =>
    url.searchParams.get("page") === "2"
      ? send(response, packageOf([release("b", uganda)]))
      : send(response, packageOf([release("a", home)], {links: {next: "https://example.org/api?page=2"}}))
  );
  const into = join(testFolder(), "pages");
  await pull(ocds, {query: {url: ["https://example.org/api"]}, into, surroundings: surroundings(server.fetch)});
  expect(server.asked.map(({url}) => url)).toEqual(["/api", "/api?page=2"]);
  expect((await readPack(into)).figures[0]!.of).toMatchObject({numerator: 1, denominator: 2});
});

it("pull() says what is no release package", async () => {
  const around = surroundings(() => expect.fail("was asked"));
  const query = {file: [write('{"records": []}')]};
  const failed = pull(ocds, {query, into: join(testFolder(), "bad"), surroundings: around});
  await expect(failed).rejects.toThrow('"releases" that is not as OCDS has it');
});

it("partyEconomy reads codes, names and registers", () => {
  expect(
    [{address: {country: "BY"}}, {address: {countryName: "Беларусь"}}, {identifier: {scheme: "RU-INN"}}, {}].map(
      partyEconomy.apply
    )
  ).toEqual(["BLR", "BLR", "RUS", undefined]);
});
