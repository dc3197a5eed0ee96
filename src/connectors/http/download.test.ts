import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {type Answering, loopback, send, surroundings} from "../../../test/support/loopback.ts";
import {testFolder} from "../../../test/support/sample-pack.ts";
import type {ConcordError} from "../../base/errors.ts";
import type {Limits, Request} from "../connector.ts";
import {readJsonFile} from "../shared/json.ts";
import {makeDownloader, type Validators} from "./download.ts";
import {backoff, retryAfter} from "./wait.ts";

const limits: Limits = {gap: 1000, timeout: 10_000, bytes: 1_000_000, attempts: 4};
const request: Request = {
  url: "https://source.example/data?x=1",
  file: "data.json",
  accept: "application/json",
  types: ["application/json"]
};

async function download(
  answer: Answering,
  {validators, timeout = limits.timeout, ...asked}: Partial<Request> & {validators?: Validators; timeout?: number} = {}
) {
  const server = await loopback(answer);
  const around = surroundings(server.fetch);
  const path = join(testFolder(), "data.json");
  const check = async (file: string) => void (await readJsonFile(file, request.url));
  const result = await makeDownloader()
    .download({...request, ...asked}, path, {surroundings: around, limits: {...limits, timeout}, check, validators})
    .catch((error: unknown) => error as ConcordError);
  return {result, path, ...server, ...around};
}

describe("makeDownloader()", () => {
  it("writes the answer as it came, with its checksum and validators", async () => {
    const {result, path} = await download((_, response) =>
      send(response, '{"a": 1}', {"content-type": "application/json", etag: '"v1"', "last-modified": "yesterday"})
    );
    expect(result).toMatchObject({isUnchanged: false, bytes: 8, etag: '"v1"', modified: "yesterday"});
    expect(readFileSync(path, "utf8")).toBe('{"a": 1}');
  });

  it("waits as long as Retry-After says, in seconds or to a date", async () => {
    const {result, slept, said} = await download((_, response, _request, count) => {
      if (count === 1) send(response, "slow down", {"content-type": "text/plain", "retry-after": "7"}, 429);
      else if (count === 2)
        send(response, "", {"retry-after": "Tue, 31 Dec 2024 10:01:00 GMT", "content-type": "text/plain"}, 503);
      else send(response, "[]");
    });
    expect(result).toMatchObject({bytes: 2});
    expect(slept).toEqual([7000, 53_000]);
    expect(said[0]).toBe("source.example: answered 429 (slow down); trying again in 7 s");
  });

  it("does not wait longer than ten minutes, and says when to come back", async () => {
    const {result, asked} = await download((_, response) =>
      send(response, "quota used up", {"content-type": "text/plain", "retry-after": "86400"}, 429)
    );
    expect(asked).toHaveLength(1);
    expect((result as ConcordError).message).toMatch(/asked once, .*quota used up.* left alone for 86400 s$/);
    expect(result).toMatchObject({code: "unavailable", retriable: true});
  });

  it("backs off from a server that fails, and gives up after so many attempts", async () => {
    const {result, asked, slept, path} = await download((_, response) =>
      send(response, "<h1>Oops</h1>", {"content-type": "text/html"}, 500)
    );
    expect(asked).toHaveLength(4);
    expect(slept).toEqual([750, 250, 1500, 3000]);
    expect((result as ConcordError).message).toBe(
      "Source at https://source.example/data?x=1 was asked 4 times, in the end answered 500 (Oops)"
    );
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["an answer that breaks off", (cut: string) => cut.slice(0, 9), "JSON that breaks off or is broken"],
    ["a body shorter than its head says", undefined, "the connection failed"]
  ])("tries again on %s", async (_, cut, words) => {
    const whole = '{"data": [1, 2, 3]}';
    const {result, said} = await download((_url, response, _request, count) => {
      if (count > 1) send(response, whole);
      else if (cut) send(response, cut(whole));
      else {
        response.writeHead(200, {"content-type": "application/json", "content-length": "999"});
        response.write(whole);
        setTimeout(() => response.destroy(), 20);
      }
    });
    expect(result).toMatchObject({bytes: whole.length});
    expect(said[0]).toContain(words);
  });

  it("asks for the rest of an answer that breaks off, where the server can give it", async () => {
    const whole = `[${"1,".repeat(50_000)}1]`;
    const head = {"content-type": "application/json", "accept-ranges": "bytes", etag: '"v1"'};
    const cutting: Answering = (_url, response, {headers}) => {
      const from = Number(/bytes=(\d+)-/.exec(headers.range ?? "")?.[1] ?? 0);
      const part = whole.slice(from, from + 40_000);
      const range = from > 0 && {"content-range": `bytes ${from}-${whole.length - 1}/${whole.length}`};
      response.writeHead(from > 0 ? 206 : 200, {...head, ...range, "content-length": String(whole.length - from)});
      response.write(part);
      if (from + part.length === whole.length) response.end();
      else setTimeout(() => response.destroy(), 50);
    };
    const {result, path, asked} = await download(cutting);
    expect(asked.map(({headers}) => [headers.range, headers["if-range"]])).toEqual([
      [undefined, undefined],
      ["bytes=40000-", '"v1"'],
      ["bytes=80000-", '"v1"']
    ]);
    expect(result).toMatchObject({bytes: whole.length, sha256: createHash("sha256").update(whole).digest("hex")});
    expect(readFileSync(path, "utf8")).toBe(whole);
  });

  it("begins anew where the answer has changed meanwhile", async () => {
    const {result, path} = await download((_url, response, _request, count) => {
      if (count > 1) return send(response, "[2]", {"content-type": "application/json", etag: '"v2"'});
      response.writeHead(200, {
        "content-type": "application/json",
        "accept-ranges": "bytes",
        etag: '"v1"',
        "content-length": "99"
      });
      response.write("[1, 1");
      setTimeout(() => response.destroy(), 50);
    });
    expect(result).toMatchObject({bytes: 3, etag: '"v2"'});
    expect(readFileSync(path, "utf8")).toBe("[2]");
  });

  it("gives up a server that accepts and says nothing, and one that stops in the middle", async () => {
    const silent = await download(() => undefined, {timeout: 200});
    expect((silent.result as ConcordError).message).toContain("no answer came in time");
    const stuck = await download(
      (_, response) => {
        response.writeHead(200, {"content-type": "application/json"});
        response.write("[1,");
      },
      {timeout: 200}
    );
    expect((stuck.result as ConcordError).message).toContain("no byte came for 0.2 s");
  }, 20_000);

  it("refuses a page of HTML at once, and quotes what it says", async () => {
    const {result, asked} = await download((_, response) =>
      send(response, "<html><title>Moved</title><body>We have moved</body></html>", {"content-type": "text/html"})
    );
    expect(asked).toHaveLength(1);
    expect((result as ConcordError).message).toBe(
      'Source at https://source.example/data?x=1 sent "text/html", wanted application/json; it begins "Moved We have moved"'
    );
  });

  it("refuses HTML that calls itself JSON", async () => {
    const {result} = await download((_, response) => send(response, "<html>no</html>"));
    expect(result).toMatchObject({code: "bad_data", message: expect.stringContaining('is "<html>no</html>"')});
  });

  it("stops a packed answer that unpacks beyond the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 32));
    expect(bomb.length).toBeLessThan(100_000);
    const {result, asked} = await download((_, response) =>
      send(response, bomb, {"content-type": "application/json", "content-encoding": "gzip"})
    );
    expect(asked).toHaveLength(1);
    expect(result).toMatchObject({code: "too_large", message: expect.stringContaining("longer than 1000000 bytes")});
  });

  it("says that a key is missing or used up", async () => {
    const {result} = await download((_, response) => send(response, '{"message": "Access denied"}', undefined, 401));
    expect(result).toMatchObject({
      code: "bad_data",
      details: {status: 401, hint: expect.stringContaining("key is missing")}
    });
  });

  it("asks whether an answer has changed", async () => {
    const {result, asked} = await download(
      (_, response, {headers}) => (headers["if-none-match"] === '"v1"' ? response.writeHead(304).end() : undefined),
      {validators: {etag: '"v1"', modified: "yesterday"}}
    );
    expect(result).toEqual({isUnchanged: true});
    expect(asked[0]!.headers["if-modified-since"]).toBe("yesterday");
  });

  it("follows a redirect, without keys to another host, and not for ever", async () => {
    const {result, asked} = await download(
      (url, response) =>
        url.pathname === "/data"
          ? response.writeHead(302, {location: "https://elsewhere.example/new"}).end()
          : send(response, "[]"),
      {secrets: {"x-key": "secret"}}
    );
    expect(result).toMatchObject({bytes: 2});
    expect(asked.map(({headers}) => headers["x-key"])).toEqual(["secret", undefined]);
    const endless = await download((_, response) => response.writeHead(301, {location: "/data?x=1"}).end());
    expect((endless.result as ConcordError).message).toContain("redirects more than 5 times");
  });

  it("keeps its distance between requests to one host", async () => {
    const {fetch} = await loopback((_, response) => send(response, "[]"));
    const around = surroundings(fetch);
    const {download: ask} = makeDownloader();
    const options = {surroundings: around, limits, check: async () => undefined};
    const path = join(testFolder(), "x");
    for (const url of ["https://a.example/1", "https://b.example/1", "https://a.example/2"])
      await ask({...request, url}, path, options);
    expect(around.slept).toEqual([1000]);
  });
});

describe("retryAfter()", () => {
  it.each([
    ["120", 120_000],
    ["Tue, 31 Dec 2024 10:00:05 GMT", 5000],
    ["Tue, 31 Dec 2019 10:00:05 GMT", 0],
    ["soon", undefined],
    [null, undefined]
  ])("reads %j", (header, wanted) => {
    expect(retryAfter(header, new Date("2024-12-31T10:00:00Z"))).toBe(wanted);
  });
});

it("backoff() doubles up to a minute and takes off a random half at most", () => {
  expect([1, 2, 3, 9].map((attempt) => backoff(attempt, () => 1))).toEqual([1000, 2000, 4000, 60_000]);
  expect(backoff(3, () => 0)).toBe(2000);
});
