import {basisKey} from "../../base/basis-key.ts";
import type {Basis, Figure} from "../../base/figure.ts";
import {growth} from "../../base/interval.ts";
import {findSplices} from "../../turnover/splice.ts";
import type {RawClaim} from "../extract/raw-claim.ts";
import type {ClaimSeries} from "../output.ts";
import {
  answerOnce,
  type Catalogue,
  candidatesFor,
  changesFor,
  isVerified,
  levelsFor,
  questionOf,
  truthOf
} from "./candidates.ts";
import {matchBases, weigh} from "./evaluate.ts";
import {groupsOf} from "./internal.ts";
import {labelOf} from "./labels.ts";
import {whyInEnglish} from "./why.ts";

/** Finds the rows of numbers in a text and says whether each row is one series or spliced from several. */
export function judgeRows(claims: readonly RawClaim[], catalogue: Catalogue): ClaimSeries[] {
  return [
    ...levelRows(claims).map((row) => judgeLevels(claims, row, catalogue)),
    ...growthRows(claims).map((row) => judgeGrowth(claims, row, catalogue))
  ].filter((series) => series !== undefined);
}

function levelsOf(claim: RawClaim, catalogue: Catalogue): readonly Figure[] {
  const find = () => levelsFor(claim, candidatesFor(claim, catalogue), ["level"]);
  return answerOnce(catalogue, `levels ${questionOf(claim)}`, find);
}

function changesOf(claim: RawClaim, catalogue: Catalogue): readonly Figure[] {
  return answerOnce(catalogue, `changes ${questionOf(claim)}`, () =>
    changesFor(claim, candidatesFor(claim, catalogue))
  );
}

/** Levels of one indicator between the same economies in one paragraph, for two or more different periods. */
function levelRows(claims: readonly RawClaim[]): number[][] {
  const rows = new Map<string, number[]>();
  for (const [i, claim] of claims.entries()) {
    if (
      claim.type !== "level" ||
      claim.value === null ||
      !claim.period ||
      claim.indicator === null ||
      claim.indicator === "other" ||
      claim.glossOf !== undefined
    )
      continue;
    const key = [
      claim.paragraph,
      claim.indicator,
      claim.unit,
      claim.slots.economy?.value,
      claim.slots.partner?.value,
      claim.slots.pair?.value
    ].join("|");
    rows.set(key, [...(rows.get(key) ?? []), i]);
  }
  return [...rows.values()].map((row) => oneByPeriod(claims, row)).filter((row) => row.length >= 2);
}

/** In order of time; of two numbers for one period the first. */
function oneByPeriod(claims: readonly RawClaim[], row: readonly number[]): number[] {
  const seen = new Set<string>();
  return row
    .filter((i) => !seen.has(claims[i]!.period!.text) && seen.add(claims[i]!.period!.text))
    .sort((a, b) => claims[a]!.period!.start - claims[b]!.period!.start);
}

function judgeLevels(
  claims: readonly RawClaim[],
  row: readonly number[],
  catalogue: Catalogue
): ClaimSeries | undefined {
  const candidates = row.flatMap((i) => levelsOf(claims[i]!, catalogue).filter(({status}) => status !== "forecast"));
  if (candidates.length === 0) return undefined;
  const points = row.map((i) => ({period: claims[i]!.period!.text, claimed: truthOf(claims[i]!)!}));
  const result = findSplices(
    points,
    distinct(candidates.filter((f) => isVerified(f) || f.basis.reporter !== undefined))
  );
  return {
    claims: row.map(String),
    verdict: rowVerdict(result),
    splices: result.splices,
    path: result.path.map((step, k) => ({
      claim: String(row[k]),
      basis: step?.basisKey ?? null,
      label: step ? labelOf(step.figure.basis) : null,
      verified: step?.verified ?? false
    })),
    oneBasis: result.oneBasis,
    growth: stepsOf(claims, row, catalogue),
    why: rowWhy(result)
  };
}

function distinct(figures: readonly Figure[]): Figure[] {
  return [...new Map(figures.map((figure) => [figure.id, figure])).values()];
}

type Splices = ReturnType<typeof findSplices>;

function rowVerdict({oneBasis, splices, path, holds}: Splices): ClaimSeries["verdict"] {
  if (path.filter((step) => step !== null).length < 2) return "not-checkable";
  if (oneBasis.length > 0)
    return holds.some((h) => h.some((x) => oneBasis.includes(x.basisKey) && x.verified)) ? "one-basis" : "unverified";
  return splices > 0 ? "mixed-basis" : "not-checkable";
}

function rowWhy({path, splices, oneBasis}: Splices): string {
  const labels = path.map((step) =>
    step ? `${labelOf(step.figure.basis)}${step.verified ? "" : " (unverified)"}` : "no basis known"
  );
  const moves = labels.filter((label, i) => label !== labels[i - 1]);
  if (oneBasis.length > 0) return `All of it is on ${moves.join(", ")}`;
  if (splices === 0) return `Not every number has a basis: ${moves.join(", ")}`;
  return `Not one series: ${moves.join(" → ")} (${splices} ${splices === 1 ? "splice" : "splices"})`;
}

/** The growth that neighbouring numbers of a row imply, held against every basis. */
function stepsOf(claims: readonly RawClaim[], row: readonly number[], catalogue: Catalogue): ClaimSeries["growth"] {
  return row.slice(1).map((to, k) => {
    const from = row[k]!;
    const [a, b] = [claims[from]!, claims[to]!];
    const implied = growth(b.meant!, a.meant!);
    const coverage = b.slots.coverage ?? a.slots.coverage;
    const asGrowth: RawClaim = {
      ...b,
      type: "growth",
      unit: "%",
      units: ["%"],
      value: 100 * (b.value! / a.value! - 1),
      meant: implied,
      approx: "exact",
      base: a.period,
      slots: {...b.slots, ...(coverage && {coverage})}
    };
    const bases = matchBases(asGrowth, changesOf(asGrowth, catalogue), catalogue.knowledge);
    const judged =
      bases.length > 0
        ? weigh(asGrowth, bases)
        : {verdict: "not-checkable" as const, ground: "no-growth" as const, bases};
    return {
      from: String(from),
      to: String(to),
      low: implied.low,
      high: implied.high,
      verdict: judged.verdict,
      why: whyInEnglish({...judged, period: b.period?.text ?? null, items: [], internal: []}),
      bases
    };
  });
}

/** A level and a growth said of one thing in one sentence. */
function growthRows(claims: readonly RawClaim[]): [number, number][] {
  return groupsOf(claims).flatMap(({offset, members}) =>
    members.flatMap((change, i): [number, number][] => {
      if (change.type !== "growth" || change.value === null || change.unit !== "%" || !change.period) return [];
      const level = members.findIndex((c) => isLevelOf(c, change));
      return level >= 0 ? [[offset + level, offset + i]] : [];
    })
  );
}

function isLevelOf(level: RawClaim, change: RawClaim): boolean {
  const isPlain = level.type === "level" && level.value !== null && !level.isBase && level.glossOf === undefined;
  const isSame = level.sentence === change.sentence && level.indicator === change.indicator;
  return (
    isPlain &&
    isSame &&
    level.indicator !== "other" &&
    level.period?.text === change.period?.text &&
    sameSlots(level, change)
  );
}

function sameSlots(a: RawClaim, b: RawClaim): boolean {
  return ["economy", "partner", "pair"].every((name) => a.slots[name]?.value === b.slots[name]?.value);
}

/** A level on one basis with the growth of another is a splice too. */
function judgeGrowth(
  claims: readonly RawClaim[],
  [level, change]: readonly [number, number],
  catalogue: Catalogue
): ClaimSeries | undefined {
  const [a, b] = [claims[level]!, claims[change]!];
  const onLevels = holding(a, levelsOf(a, catalogue), catalogue);
  const onChanges = holding(b, changesOf(b, catalogue), catalogue);
  if (onLevels.length === 0 || onChanges.length === 0) return undefined;
  const shared = onLevels.filter((f) => onChanges.some((g) => familyOf(g.basis) === familyOf(f.basis)));
  const [first, second] = [
    shared[0] ?? onLevels[0]!,
    (shared[0] && onChanges.find((g) => familyOf(g.basis) === familyOf(shared[0]!.basis))) || onChanges[0]!
  ];
  const step = (claim: number, {basis}: Figure) => ({
    claim: String(claim),
    basis: basisKey(basis),
    label: labelOf(basis),
    verified: true
  });
  return {
    claims: [String(level), String(change)],
    verdict: shared.length > 0 ? "one-basis" : "mixed-basis",
    splices: shared.length > 0 ? 0 : 1,
    path: [step(level, first), step(change, second)],
    oneBasis: [...new Set(shared.map(({basis}) => basisKey(basis)))],
    growth: [],
    why:
      shared.length > 0
        ? `Level and growth are on ${labelOf(first.basis)}`
        : `The level is on ${labelOf(first.basis)}, the growth on ${labelOf(second.basis)}`
  };
}

function holding(claim: RawClaim, figures: readonly Figure[], {knowledge}: Catalogue): Figure[] {
  const truth = truthOf(claim);
  return figures.filter(
    (figure) =>
      isVerified(figure) &&
      truth !== undefined &&
      matchBases(claim, [figure], knowledge).some((m) => m.match === "holds")
  );
}

/** A basis but for what is measured of it: the books, the coverage, the prices. */
function familyOf({reporter, coverage, prices, valuation}: Basis): string {
  return [reporter, coverage, valuation, typeof prices === "object" ? prices.constant : ""].join("|");
}
