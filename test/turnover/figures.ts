import type {Basis, Figure} from "../../src/base/figure.ts";
import type {Knowledge} from "../../src/base/pack.ts";

/** A figure of the invented economies AAA and BBB, in billions of dollars; everything can be said otherwise. */
export function figure(
  id: string,
  period: string,
  billions: number | null,
  basis: Partial<Basis> = {},
  rest: Partial<Omit<Figure, "basis">> = {}
): Figure {
  return {
    id,
    basis: {
      indicator: "turnover",
      kind: "level",
      economy: "AAA",
      partner: "BBB",
      reporter: "AAA",
      coverage: "goods",
      unit: "USD",
      ...basis
    },
    period,
    value: billions === null ? null : billions * 1e9,
    bound: "exact",
    step: 1e8,
    status: billions === null ? "missing" : "reported",
    evidence: "sourced",
    known: "2020-01-01",
    sources: ["s1"],
    ...rest
  };
}

/** All that is known of AAA and BBB. */
export function knowledge(figures: readonly Figure[]): Knowledge {
  return {
    asOf: "2024-12-31",
    profile: {economies: ["AAA", "BBB"]},
    figures,
    sources: [
      {id: "s1", url: "https://example.org/1", publisher: "Office", language: "en", retrieved: "2024-01-01", tier: 2},
      {id: "s2", url: "https://example.org/2", publisher: "Press", language: "en", retrieved: "2024-01-01", tier: 4}
    ],
    register: {entities: [], items: [], assertions: [], links: []}
  };
}
