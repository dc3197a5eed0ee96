type Values = Readonly<Record<string, string>>;

/** Attributes of groups, to be found by the series they belong to. */
export interface Groups {
  add(group: Values): void;
  /** The values of all groups that a series, with its observation, lies in. */
  valuesFor(series: Values, observation: Values): Values;
}

const none: Values = {};

/**
 * Keeps groups. Which of a group's values are its key cannot be told from the message alone, so the names that it
 * shares with the first series are taken for the key: a series that repeats an attribute of its group repeats its value.
 */
export function makeGroups(): Groups {
  const waiting: Values[] = [];
  const shapes = new Map<string, {key: readonly string[]; byKey: Map<string, Values>}>();

  function index(series: Values, observation: Values): void {
    for (const group of waiting) {
      const key = Object.keys(group)
        .filter((name) => name in series || name in observation)
        .sort();
      const shape = key.join(" ");
      let found = shapes.get(shape);
      if (!found) {
        found = {key, byKey: new Map()};
        shapes.set(shape, found);
      }
      const at = joined(key, group);
      found.byKey.set(at, {...found.byKey.get(at), ...group});
    }
    waiting.length = 0;
  }

  return {
    add(group) {
      waiting.push(group);
    },
    valuesFor(series, observation) {
      if (waiting.length > 0) index(series, observation);
      if (shapes.size === 0) return none;
      let values = none;
      for (const {key, byKey} of shapes.values()) {
        const found = byKey.get(joined(key, {...series, ...observation}));
        if (found) values = values === none ? found : {...values, ...found};
      }
      return values;
    }
  };
}

function joined(key: readonly string[], values: Values): string {
  return key.map((name) => values[name] ?? "").join("\u0000");
}
