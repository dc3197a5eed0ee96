import type {Figure} from "../../base/figure.ts";
import {basisLabel} from "../../base/label.ts";
import type {Growth, RecordStatement, Series, TurnoverOutput} from "../../turnover/output.ts";
import {formatFigure, scaleOf, superscript} from "../terminal/numbers.ts";
import {wrap} from "../terminal/width.ts";
import {type Block, figuresIn, percentText} from "./blocks.ts";
import {figureText, type Page, periodText, section} from "./page.ts";

/** Lines set in by two, wrapped with a hanging indent. */
function lines(page: Page, texts: readonly string[]): string[] {
  return texts.map((text) => wrap(`  ${text}`, page.screen.width, "    "));
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
          ...figure.vintages.map((old) => `${page.words.was(old.known)} ${figureText(page, old, block.scale)}`)
        ];
        const place = `${periodText(figure.period)} ${what(page, block, series)}`;
        return others.length > 0 ? [`${place}: ${figureText(page, figure, block.scale)} · ${others.join(" · ")}`] : [];
      })
  );
  return section(page, page.words.also, lines(page, [...new Set(texts)]));
}

/** Flow and basis of a series: the flow is left out for turnover, the product stands above the tables. */
function what({naming, language}: Page, block: Block, {basis: {product, ...basis}}: Series): string {
  const label = basisLabel(basis, naming, language);
  return basis.indicator === "turnover" ? label : `${block.heading}, ${label}`;
}

/** Changes as sources state them, beside what the levels give. */
export function statedGrowth(page: Page, blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    block.series.flatMap((series) =>
      series.growth
        .filter(({stated}) => stated.length > 0)
        .map((entry) => `${periodText(entry.period)} ${what(page, block, series)}: ${growthLine(page, entry)}`)
    )
  );
  return section(page, page.words.stated, lines(page, texts));
}

function growthLine(page: Page, {derived, stated, agrees, circular}: Growth): string {
  const said = stated.map((change) => statedText(page, change)).join(", ");
  if (!derived || derived.value === null) return `${said} (${page.words.unchecked})`;
  const {value, low = value, high = value} = derived;
  const verdict = agrees ? (circular ? page.words.circular : page.words.fits) : page.words.differs;
  const paint = agrees ? page.screen.style.dim : page.screen.style.warn;
  return `${said} · ${percentText(value, low, high, page)} % · ${paint(verdict)}`;
}

function statedText(page: Page, change: Figure): string {
  const text = figureText(page, change, 1).replace("-", "−");
  const sign = (change.value ?? 0) > 0 ? "+" : "";
  return text.replace(/^([^\d−]*)([\d.,]+)/, `$1${sign}$2 %`).replace(/(−[\d.,]+)/, "$1 %");
}

/** Which rule fits which periods' gaps. */
export function gapReasons(page: Page, blocks: readonly Block[]): string {
  const periods = new Map<string, string[]>();
  for (const {heading, gaps, series} of blocks)
    for (const gap of gaps)
      for (const {code} of gap.absolute === null ? [] : gap.reasons) {
        const flow = series[0]!.basis.indicator === "turnover" ? "" : `${heading}: `;
        const key = `${flow}${page.words.reason[code]}`;
        periods.set(key, [...(periods.get(key) ?? []), periodText(gap.period)]);
      }
  const texts = [...periods].map(([text, list]) => `${text} ${page.screen.style.dim(`(${ranges(list)})`)}`);
  return section(page, page.words.reasons, lines(page, texts));
}

/** Years that follow each other as a range: "2012–2014, 2017". */
export function ranges(periods: readonly string[]): string {
  const parts: string[][] = [];
  for (const period of periods) {
    const last = parts.at(-1)?.at(-1);
    if (last !== undefined && /^\d{4}$/.test(period) && Number(period) === Number(last) + 1) parts.at(-1)!.push(period);
    else parts.push([period]);
  }
  return parts.map((part) => (part.length > 2 ? `${part[0]}–${part.at(-1)}` : part.join(", "))).join(", ");
}

/** Records of the last period of every series, and of its counterpart in constant prices. */
export function records(page: Page, blocks: readonly Block[]): string {
  const texts = blocks.flatMap((block) =>
    block.series.flatMap((series) => {
      const own = lastRecord(page, series);
      if (own === undefined) return [];
      const label = what(page, block, series);
      const real = realSeries(page.output, series).map((other) => realRecord(page, other));
      return [`${periodText(series.figures.at(-1)!.period)} ${label}: ${[own, ...real].join("; ")}`];
    })
  );
  return section(page, page.words.records, lines(page, texts));
}

function lastRecord(page: Page, series: Series): string | undefined {
  const last = series.figures.findLast(({role}) => role === "shown");
  const record = series.records.find(({period}) => period === last?.period);
  return record && recordText(page, record);
}

function recordText({words, screen}: Page, record: RecordStatement): string {
  const reach =
    record.since === null
      ? words.ever(periodText(record.start))
      : words.since(periodText(record.since), record.certain);
  const details = [
    ...(record.gaps.length > 0 ? [words.without(ranges(record.gaps))] : []),
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

function realRecord(page: Page, series: Series): string {
  const {prices} = series.basis;
  const last = series.figures.findLast(({role}) => role === "shown");
  if (typeof prices !== "object" || !last) return "";
  const record = series.records.find(({period, type}) => period === last.period && type === "highest");
  const peak = series.figures.reduce((best, figure) => ((figure.value ?? 0) > (best.value ?? 0) ? figure : best), last);
  const text = record
    ? recordText(page, record)
    : peak === last
      ? page.words.noRecord
      : page.words.belowPeak(periodText(peak.period), formatFigure(peak, scaleOf([peak.value ?? 0]), page.language));
  const doubt = !record && last.evidence === "unverified" ? `, ${page.words.unverified}` : "";
  return `${page.words.constant(prices.constant, prices.deflator)}: ${text}${doubt}`;
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
