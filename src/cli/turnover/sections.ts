import type {Figure} from "../../base/figure.ts";
import {gapReasonWords} from "../../base/gap-reasons.ts";
import {basisLabel} from "../../base/label.ts";
import type {Growth, RecordStatement, Series, SeriesFigure, TurnoverOutput} from "../../turnover/output.ts";
import {formatFigure, scaleOf, superscript} from "../terminal/numbers.ts";
import {wrap} from "../terminal/width.ts";
import {type Block, figuresIn} from "./blocks.ts";
import {figureText, type Page, periodText, section} from "./page.ts";

/** Lines set in by two, wrapped with a hanging indent. */
function lines(page: Page, texts: readonly string[]): string[] {
  return texts.map((text) => wrap(`  ${text}`, page.screen.width, "    "));
}

/** Blocks of a figure or two, a line a period. */
export function slightBlocks(page: Page, blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    figuresIn(block)
      .filter(({figure}) => figure.role === "shown")
      .map(({series, figure}) => {
        const all = series.figures.filter(({period}) => period === figure.period);
        const amount = page.words.amount(block.scale, series.basis.unit);
        const statements = all.map((one) => figureText(page, one, block.scale)).join(" · ");
        return `${periodText(figure.period, page.language)} ${block.heading}, ${basisLabel(series.basis, page.naming, page.language)}: ${statements} ${amount}`;
      })
  );
  return section(page, page.words.slight, lines(page, texts));
}

/** Statements beside the shown ones, and the vintages that these replaced. */
export function alsoStated(page: Page, blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    figuresIn(block)
      .filter(({figure}) => figure.role === "shown")
      .flatMap(({series, figure}) => {
        const beside = series.figures.filter(({period, role}) => period === figure.period && role === "beside");
        const others = [
          ...beside.map((other) => figureText(page, other, block.scale)),
          ...figure.vintages
            .filter((old) => !isRepeat(old, figure))
            .map((old) => `${page.words.before} ${figureText(page, old, block.scale)} (${old.known})`)
        ];
        const place = `${periodText(figure.period, page.language)} ${what(page, block, series)}`;
        return others.length > 0 ? [`${place}: ${figureText(page, figure, block.scale)} · ${others.join(" · ")}`] : [];
      })
  );
  return section(page, page.words.also, lines(page, [...new Set(texts)]));
}

/** Whether an earlier statement says the same as the one that took its place. */
function isRepeat(old: Figure, {value, bound}: Figure): boolean {
  return old.value === value && old.bound === bound;
}

/** Flow and basis of a series: the flow is left out for turnover, the product stands above the tables. */
function what({naming, language}: Page, block: Block, {basis: {product, ...basis}}: Series): string {
  const label = basisLabel(basis, naming, language);
  return basis.indicator === "turnover" ? label : `${block.heading}, ${label}`;
}

/** Changes as sources state them, a line a series; a mark says how each goes with the levels. */
export function statedGrowth(page: Page, blocks: readonly Block[]): string {
  const marks = new Set<keyof Page["words"]["changeMarks"]>();
  const texts = blocks.flatMap((block) =>
    block.series.flatMap((series) => {
      const entries = series.growth.filter(({stated}) => stated.length > 0);
      if (entries.length === 0) return [];
      return [`${what(page, block, series)}: ${entries.map((entry) => changeText(page, entry, marks)).join(", ")}`];
    })
  );
  const key = [...marks].map((mark) => `${mark} ${page.words.changeMarks[mark]}`).join(" · ");
  return section(page, `${page.words.stated}, %`, [
    ...lines(page, texts),
    ...lines(page, key === "" ? [] : [page.screen.style.dim(key)])
  ]);
}

/** "2020 −17.3⁵✓". */
function changeText(page: Page, entry: Growth, marks: Set<keyof Page["words"]["changeMarks"]>): string {
  const mark = markOf(entry);
  if (mark) marks.add(mark);
  const {warn} = page.screen.style;
  const said = entry.stated.map((change) => signedText(page, change)).join(" · ");
  return `${periodText(entry.period, page.language)} ${said}${mark === "≠" ? warn(mark) : (mark ?? "")}`;
}

function markOf({agrees, circular}: Growth): "✓" | "≠" | "=" | undefined {
  if (agrees === null) return undefined;
  return agrees ? (circular ? "=" : "✓") : "≠";
}

function signedText(page: Page, change: Figure): string {
  const text = figureText(page, change, 1);
  return (change.value ?? 0) > 0 ? text.replace(/\d/, "+$&") : text;
}

/** Which rule fits which periods' gaps. */
export function gapReasons(page: Page, blocks: readonly Block[]): string {
  const periods = new Map<string, string[]>();
  for (const {heading, gaps, series} of blocks)
    for (const gap of gaps)
      for (const {code} of gap.absolute === null ? [] : gap.reasons) {
        const flow = series[0]!.basis.indicator === "turnover" ? "" : `${heading}: `;
        const key = `${flow}${gapReasonWords[page.language][code]}`;
        periods.set(key, [...(periods.get(key) ?? []), periodText(gap.period, page.language)]);
      }
  const texts = [...periods].map(([text, list]) => `${text} ${page.screen.style.dim(`(${ranges(list)})`)}`);
  return section(page, page.words.reasons, lines(page, texts));
}

/** Years that follow each other as a range: "2012–2014, 2017". */
function ranges(periods: readonly string[]): string {
  const parts: string[][] = [];
  for (const period of periods) {
    const last = parts.at(-1)?.at(-1);
    if (last !== undefined && /^\d{4}$/.test(period) && Number(period) === Number(last) + 1) parts.at(-1)!.push(period);
    else parts.push([period]);
  }
  return parts.map((part) => (part.length > 2 ? `${part[0]}–${part.at(-1)}` : part.join(", "))).join(", ");
}

/** Records of the last year of every series whose books and coverage are stated, also in constant prices. */
export function records(page: Page, blocks: readonly Block[]): string {
  const deflators = new Set<string>();
  const texts = blocks.flatMap((block) =>
    block.series.filter(isStated).flatMap((series) => {
      const own = lastRecord(page, series);
      if (own === undefined) return [];
      const real = realSeries(page.output, series).map((other) => realRecord(page, other, deflators));
      return [`${lastMeasured(series)!.period} ${what(page, block, series)}: ${[own, ...real].join("; ")}`];
    })
  );
  const key = [...deflators].map((name) => page.screen.style.dim(`${page.words.deflator}: ${name}`));
  return section(page, page.words.records, lines(page, [...texts, ...key]));
}

function isStated({basis}: Series): boolean {
  return basis.reporter !== undefined && basis.coverage !== "unstated";
}

function lastRecord(page: Page, series: Series): string | undefined {
  const record = series.records.find(({period}) => period === lastMeasured(series)?.period);
  return record && recordText(page, record);
}

/** The newest year that is no forecast. */
function lastMeasured({figures}: Series): SeriesFigure | undefined {
  return figures.findLast(
    ({role, status, period, value}) =>
      role === "shown" && status !== "forecast" && value !== null && /^\d{4}$/.test(period)
  );
}

function recordText(page: Page, record: RecordStatement): string {
  const {words, screen} = page;
  const reach =
    record.since === null
      ? words.ever(periodText(record.start, page.language))
      : words.since(periodText(record.since, page.language), record.certain);
  const details = [
    ...(record.gaps.length > 0 ? [words.without(ranges(record.gaps), record.evidence !== "unverified")] : []),
    ...(record.evidence === "unverified" ? [words.unverified] : []),
    ...(record.against.length > 0 ? [words.against] : [])
  ];
  const note = details.length > 0 ? screen.style.dim(` (${details.join("; ")})`) : "";
  return `${words[record.type]} ${reach}${note}`;
}

function realSeries({series}: TurnoverOutput, nominal: Series): Series[] {
  const key = ({basis}: Series) => JSON.stringify({...basis, prices: ""});
  return series.filter(({basis}) => typeof basis.prices === "object").filter((other) => key(other) === key(nominal));
}

function realRecord(page: Page, series: Series, deflators: Set<string>): string {
  const {prices} = series.basis;
  const last = lastMeasured(series);
  if (typeof prices !== "object" || !last) return "";
  deflators.add(page.indicatorName(prices.deflator));
  const record = series.records.find(({period, type}) => period === last.period && type === "highest");
  const peak = series.figures.reduce((best, figure) => ((figure.value ?? 0) > (best.value ?? 0) ? figure : best), last);
  const text = record
    ? recordText(page, record)
    : peak === last
      ? page.words.noRecord
      : page.words.belowPeak(
          periodText(peak.period, page.language),
          formatFigure(peak, scaleOf([peak.value ?? 0]), page.language)
        );
  const doubt = !record && last.evidence === "unverified" ? `, ${page.words.unverified}` : "";
  return `${page.words.constant(prices.constant)}: ${text}${doubt}`;
}

/** The key of the signs used, on one line. */
export function signKey({signs, words, screen}: Page): string {
  const key = Object.entries(words.signs).filter(([sign]) => signs.has(sign));
  return key.length === 0
    ? ""
    : screen.style.dim(wrap(`  ${key.map(([sign, word]) => `${sign} ${word}`).join(" · ")}`, screen.width, "  "));
}

/** The sources that the tables cite, by footnote. */
export function sources(page: Page): string {
  const byId = new Map(page.output.sources.map((source) => [source.id, source]));
  const texts = page.footnotes.list().map((ids, index) => {
    const cited = ids.flatMap((id) => {
      const source = byId.get(id);
      if (!source) return [id];
      const {publisher, title, locator, published, url} = source;
      const name = [publisher, title, locator, published].filter((part) => part !== undefined).join(", ");
      return [`${name} ${page.screen.style.dim(url)}`];
    });
    return `${superscript(index + 1)} ${cited.join("; ")}`;
  });
  return section(page, page.words.sources, lines(page, texts));
}
