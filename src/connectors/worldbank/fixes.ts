import type {Fix} from "../connector.ts";

/** What an answer says instead of data, if it does. */
export const errorInAnswer: Fix<unknown, string | undefined> = {
  id: "worldbank-error-200",
  since: "v2",
  cause: "A wrong code or period is answered with 200 and a list of messages in place of the data",
  apply: (answer) => {
    const [head] = Array.isArray(answer) ? (answer as {message?: {id?: string; key?: string; value?: string}[]}[]) : [];
    return head?.message?.map(({key, value}) => [key, value].filter(Boolean).join(": ")).join("; ");
  }
};

/** The rows of an answer. */
export const noRows: Fix<unknown, readonly unknown[]> = {
  id: "worldbank-null-rows",
  since: "v2",
  cause: "An answer without rows has null in place of the list",
  apply: (rows) => (Array.isArray(rows) ? (rows as unknown[]) : [])
};

/** A number of the head of an answer. */
export const numberAsText: Fix<string | number, number> = {
  id: "worldbank-number-as-text",
  since: "v2",
  cause: 'Some answers have "per_page" and "total" as texts',
  apply: Number
};

/** The code of a row's economy. */
export const emptyIso: Fix<{readonly countryiso3code: string; readonly country: {readonly id: string}}, string> = {
  id: "worldbank-empty-iso",
  since: "v2",
  cause: "Groups of economies and some economies have no alpha-3 code, only the bank's own code of two characters",
  apply: ({countryiso3code, country}) => countryiso3code || country.id
};
