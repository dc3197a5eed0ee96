import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {testServer} from "../../test/support/server.ts";

const page = "<!doctype html><title>Concord</title><div id=app></div>";
const web = {
  "index.html": page,
  "assets/app-1a2B3c4_.js": `export const words = "${"word ".repeat(500)}";`,
  "assets/app-1a2B3c4_.css": "body{}",
  "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"
};
const {app, problem, catalogue} = await testServer({web});

describe("makeServer(), security headers", () => {
  it("isolates pages and lets them load nothing from elsewhere", async () => {
    for (const path of ["/", "/check", "/register/us.forum.01", "/api", "/assets/app-1a2B3c4_.js"]) {
      const {headers} = await app.request(path);
      const policy = headers.get("content-security-policy")!;
      for (const part of [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval';",
        "style-src 'self';",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'"
      ])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe-inline|https?:|\*/);
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-embedder-policy")).toBe("require-corp");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("permissions-policy")).toContain("camera=()");
    }
  });

  it("lets embeds be framed, without isolation", async () => {
    const {headers} = await app.request("/embed/turnover?economy=BLR&partner=RUS");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(headers.get("cross-origin-opener-policy")).toBeNull();
    expect(headers.get("cross-origin-embedder-policy")).toBeNull();
  });

  it("lets data and errors do nothing", async () => {
    for (const path of ["/api/packs", "/api/nothing", "/favicon.svg"])
      expect((await app.request(path)).headers.get("content-security-policy")).toBe(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
      );
  });
});

describe("makeServer(), web app", () => {
  it("gives the page for every route of the app", async () => {
    for (const path of ["/", "/check", "/register/us.forum.01", "/embed/turnover", "/no/such/route"]) {
      const response = await app.request(path);
      expect([response.status, await response.text()]).toEqual([path.includes(".01") ? 200 : 200, page]);
    }
  });

  it("lets files with a checksum be kept for ever, and the page be asked for anew", async () => {
    const asset = await app.request("/assets/app-1a2B3c4_.js");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect((await app.request("/")).headers.get("cache-control")).toBe("no-cache");
  });

  it("compresses files for those who accept it", async () => {
    for (const [accept, encoding] of [
      ["gzip, br", "br"],
      ["gzip", "gzip"],
      ["br;q=0, gzip", "gzip"],
      ["identity", null]
    ] as const) {
      const {headers} = await app.request("/assets/app-1a2B3c4_.js", {headers: {"accept-encoding": accept}});
      expect([headers.get("content-encoding"), headers.get("vary")]).toEqual([encoding, "accept-encoding"]);
    }
  });

  it("says that files are not there, without leading out of its folder", async () => {
    for (const path of [
      "/assets/none.js",
      "/package.json",
      "/../package.json",
      "/%2e%2e/%2e%2e/package.json",
      "/assets/..%2f..%2f..%2fetc%2fpasswd.txt",
      "/assets/%00.js"
    ]) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    }
  });

  it("shows an address that holds markup as text", async () => {
    const text = await (await app.request("/<script>alert(1)</script>.js")).text();
    expect(text).not.toContain("<script>alert");
  });

  it("answers 405 to other methods", async () => {
    const response = await app.request("/check", {method: "POST"});
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("says in plain words that the app is not built, and answers under /api all the same", async () => {
    const bare = await testServer();
    const response = await bare.app.request("/register");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
    expect((await bare.app.request("/api/packs")).status).toBe(200);
  });
});

describe("makeServer(), interface", () => {
  it("says what is not part of the interface", async () => {
    expect(await problem("/api/nothing")).toMatchObject({
      status: 404,
      type: "application/problem+json; charset=utf-8",
      body: {type: "/api#problem-not_found", code: "not_found", status: 404, hint: "see /api for all of them"}
    });
  });

  it("names the methods that an address takes", async () => {
    for (const [path, method, allow] of [
      ["/api/figures", "DELETE", "GET, HEAD"],
      ["/api/figures/some.id", "PUT", "GET, HEAD"],
      ["/api/check", "GET", "POST"],
      ["/api/openapi.json", "POST", "GET, HEAD"]
    ] as const) {
      const {status, headers, body} = await problem(path, {method});
      expect([path, status, headers.get("allow"), body.code]).toEqual([path, 405, allow, "method_not_allowed"]);
    }
    expect((await app.request("/api/check", {method: "OPTIONS"})).headers.get("allow")).toBe("POST, OPTIONS");
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    for (const path of ["/api", "/api/economies", "/api/packs", "/", "/assets/app-1a2B3c4_.js"]) {
      const head = await app.request(path, {method: "HEAD"}); // first, so that nothing is kept yet
      const get = await app.request(path);
      expect(Number(get.headers.get("content-length"))).toBe((await get.arrayBuffer()).byteLength);
      expect(get.headers.get("content-length")).not.toBe("0");
      expect(await head.text()).toBe("");
      expect([head.status, [...head.headers]]).toEqual([get.status, [...get.headers]]);
    }
  });

  it("tells clients that they hold the answer already", async () => {
    for (const path of ["/api/figures", "/api/charts/turnover.zip?economy=BLR&partner=RUS", "/"]) {
      const first = await app.request(path);
      const etag = first.headers.get("etag")!;
      expect(first.headers.get("cache-control")).toBe("no-cache");
      for (const held of [etag, `"other", ${etag}`, etag.replace("W/", "")]) {
        const again = await app.request(path, {headers: {"if-none-match": held}});
        expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
      }
      expect((await app.request(path, {headers: {"if-none-match": '"other"'}})).status).toBe(200);
    }
  });

  it("gives the same answer compressed and plain, the first time and again", async () => {
    const fresh = await testServer();
    const decode = {br: brotliDecompressSync, gzip: gunzipSync};
    for (const path of ["/api/turnover?economy=BLR&partner=RUS", "/api", "/api/openapi.json"]) {
      const texts: string[] = [];
      for (const encoding of ["br", "gzip", "br", "gzip"] as const) {
        const response = await fresh.app.request(path, {headers: {"accept-encoding": encoding}});
        expect(response.headers.get("content-encoding")).toBe(encoding);
        texts.push(decode[encoding](Buffer.from(await response.arrayBuffer())).toString());
      }
      texts.push(await (await fresh.app.request(path)).text());
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]!.length).toBeGreaterThan(1000);
    }
  });

  it("says nothing of what an unexpected error said, only where it arose", async () => {
    const places: string[] = [];
    const faulty = await testServer({onFault: (place) => places.push(place)});
    faulty.app.get("/api/fault", () => {
      throw new Error("quotes a secret text");
    });
    const {status, body} = await faulty.problem("/api/fault");
    expect([status, body.code]).toEqual([500, "unexpected"]);
    expect(JSON.stringify([body, places])).not.toContain("secret");
    expect(places).toHaveLength(1);
    expect((await faulty.app.request("/api/packs")).status).toBe(200);
  });

  it("keeps one knowledge for one day, and a bounded number of days", () => {
    expect(catalogue.knowledge("2024-01-01")).toBe(catalogue.knowledge("2024-01-01"));
    const first = catalogue.knowledge("2001-01-01");
    for (let day = 1; day <= 80; ++day) catalogue.knowledge(`20${String(day).padStart(2, "0")}-06-01`);
    expect(catalogue.knowledge("2001-01-01")).not.toBe(first);
  });
});
