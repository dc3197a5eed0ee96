import type {Fix} from "../connector.ts";

/** An economy as UN Comtrade is asked for it, from its id and its M49 number. */
export const ownNumbers: Fix<{readonly id: string; readonly m49: string | undefined}, string | undefined> = {
  id: "comtrade-own-numbers",
  since: "1988",
  cause:
    "For customs areas that differ from the economy of ISO 3166 the service has numbers of its own: 842 for the United States with Puerto Rico and the Virgin Islands, not 840",
  apply: ({id, m49}) => special[id] ?? (m49 === undefined ? undefined : String(Number(m49)))
};

const special: Readonly<Record<string, string>> = {
  WLD: "0",
  USA: "842",
  FRA: "251",
  CHE: "757",
  NOR: "579",
  IND: "699"
};

/** The code of a partner by what an answer calls it. */
export const worldCode: Fix<string> = {
  id: "comtrade-world-code",
  since: "2022",
  cause: 'The world has the number 0 and the letters "W00", which are no code of ISO 3166 or M49',
  apply: (code) => (code === "W00" || code === "0" ? "001" : code)
};

/** The period of a row. */
export const periodText: Fix<{readonly freqCode: string; readonly period: string | number}, string> = {
  id: "comtrade-period",
  since: "2022",
  cause: 'Months are written 202306, some answers have periods as numbers, and rows of a year have the month "52"',
  apply: ({period}) => String(period).replace(/^(\d{4})(\d{2})$/, "$1-$2")
};

/** Why an answer without rows has none. */
export const emptyAnswer: Fix<{readonly asked: string; readonly error: string}, string> = {
  id: "comtrade-empty-answer",
  since: "2022",
  cause: 'A question without rows is answered with 200, "data": [] and an empty "error", whatever the reason',
  apply: ({asked, error}) => (error === "" ? `${asked}: not reported, or not published yet` : `${asked}: ${error}`)
};
