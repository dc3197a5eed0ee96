import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll} from "vitest";
import {openCatalogue} from "../../src/server/catalogue.ts";
import {makeServer} from "../../src/server/make-server.ts";
import {testFolder} from "./sample-pack.ts";

/** The shipped pack. */
export const unionState = "packs/union-state";

/** What a test server is made of. */
interface TestServerOptions {
  /** Defaults to the shipped pack. */
  readonly packs?: readonly string[];
  /** Files of the web app by path; defaults to none, as if it were not built. */
  readonly web?: Readonly<Record<string, string>>;
  readonly onFault?: (place: string) => void;
}

/** A server without a port, as if on 2024-12-31, that is closed after the last test of the file. */
export async function testServer({packs = [unionState], web = {}, onFault}: TestServerOptions = {}) {
  const folder = testFolder();
  const catalogue = await openCatalogue(packs, {cacheDir: join(folder, "cache"), today: () => "2024-12-31"});
  afterAll(() => catalogue.close());
  const webFolder = join(folder, "web");
  for (const [path, text] of Object.entries(web)) {
    mkdirSync(dirname(join(webFolder, path)), {recursive: true});
    writeFileSync(join(webFolder, path), text);
  }
  const app = makeServer({catalogue, version: "0.0.0-test", webFolder, ...(onFault && {onFault})});
  return {
    app,
    catalogue,
    /** The JSON of an address that must answer 200. */
    async json<Answer = never>(path: string, init?: RequestInit): Promise<Answer> {
      const response = await app.request(path, init);
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as Answer;
    },
    /** The problem of an address that must not answer 200. */
    async problem(path: string, init?: RequestInit) {
      const response = await app.request(path, init);
      const type = response.headers.get("content-type");
      return {status: response.status, type, headers: response.headers, body: await response.json()};
    },
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      app.request(path, {
        method: "POST",
        headers: {"content-type": "application/json", ...headers},
        body: typeof body === "string" ? body : JSON.stringify(body)
      })
  };
}
