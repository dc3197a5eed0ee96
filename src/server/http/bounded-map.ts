/** A map that keeps what was used last: beyond its weight the entry that was not asked for longest goes. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly size: number;
}

/** Makes a map of at most `limit`; every entry weighs 1 unless `weigh` says otherwise. */
export function makeBoundedMap<Key, Value>(
  limit: number,
  weigh: (value: Value) => number = () => 1
): BoundedMap<Key, Value> {
  const entries = new Map<Key, Value>();
  let weight = 0;
  const remove = (key: Key) => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(value);
  };
  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key); // a map keeps its order of insertion: the entry moves to the end
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      if (weigh(value) > limit) return;
      entries.set(key, value);
      weight += weigh(value);
      for (const oldest of entries.keys()) {
        if (weight <= limit) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return entries.size;
    }
  };
}
