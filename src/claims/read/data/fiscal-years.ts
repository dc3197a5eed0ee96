/** When an economy's financial year begins, and whether "fiscal 2023" is the one that begins or ends in 2023. */
export interface FiscalYear {
  /** First month, from 1. */
  readonly month: number;
  readonly namedBy: "start" | "end";
}

const rows =
  "IND 4 end|JPN 4 start|GBR 4 end|CAN 4 end|HKG 4 end|SGP 4 start|ZAF 4 end|USA 10 end|THA 10 end|PAK 7 end|BGD 7 end|AUS 7 end|NZL 7 end|EGY 7 end|KEN 7 end|UGA 7 end|TZA 7 end|RWA 7 end|ETH 7 end|NPL 7 end|MMR 4 end|IRN 3 end|AFG 12 end|BWA 4 end|MWI 4 end|LSO 4 end|NAM 4 end|SWZ 4 end|LKA 1 end";

export const fiscalYears: ReadonlyMap<string, FiscalYear> = new Map(
  rows.split("|").map((row) => {
    const [id, month, namedBy] = row.split(" ") as [string, string, "start" | "end"];
    return [id, {month: Number(month), namedBy}];
  })
);
