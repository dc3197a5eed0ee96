import {homedir} from "node:os";
import {isAbsolute, join} from "node:path";

/** What decides where the cache is; each defaults to that of this process. */
export interface CacheSettings {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly platform?: string;
  readonly home?: string;
}

/**
 * The folder in which stores are kept: CONCORD_CACHE, else the user's cache by the custom of the system. A relative
 * XDG_CACHE_HOME is ignored, as its specification asks.
 */
export function cacheFolder({
  env = process.env,
  platform = process.platform,
  home = homedir()
}: CacheSettings = {}): string {
  if (env.CONCORD_CACHE) return env.CONCORD_CACHE;
  if (env.XDG_CACHE_HOME && isAbsolute(env.XDG_CACHE_HOME)) return join(env.XDG_CACHE_HOME, "concord");
  if (platform === "win32") return join(env.LOCALAPPDATA || join(home, "AppData", "Local"), "concord", "cache");
  if (platform === "darwin") return join(home, "Library", "Caches", "concord");
  return join(home, ".cache", "concord");
}
