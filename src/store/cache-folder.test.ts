import {join} from "node:path";
import {expect, test} from "vitest";
import {cacheFolder} from "./cache-folder.ts";

const home = join("/", "home", "ann");

test("cacheFolder() follows the custom of each system", () => {
  expect(cacheFolder({env: {}, platform: "linux", home})).toBe(join(home, ".cache", "concord"));
  expect(cacheFolder({env: {}, platform: "darwin", home})).toBe(join(home, "Library", "Caches", "concord"));
  expect(cacheFolder({env: {LOCALAPPDATA: "L"}, platform: "win32", home})).toBe(join("L", "concord", "cache"));
  expect(cacheFolder({env: {}, platform: "win32", home})).toBe(join(home, "AppData", "Local", "concord", "cache"));
});

test("cacheFolder() prefers CONCORD_CACHE, then an absolute XDG_CACHE_HOME", () => {
  const xdg = join("/", "x");
  expect(cacheFolder({env: {XDG_CACHE_HOME: xdg}, platform: "linux", home})).toBe(join(xdg, "concord"));
  expect(cacheFolder({env: {XDG_CACHE_HOME: "x"}, platform: "linux", home})).toBe(join(home, ".cache", "concord"));
  expect(cacheFolder({env: {CONCORD_CACHE: "c", XDG_CACHE_HOME: xdg}, platform: "linux", home})).toBe("c");
});
