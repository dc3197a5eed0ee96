import type {Basis} from "../../../src/base/figure.ts";
import {basisLabel, booksLabel} from "../../../src/base/label.ts";
import {drawnSeries} from "../../../src/charts/drawn-series.ts";
import {chartYears} from "../../../src/charts/points.ts";
import type {EconomiesAnswer, PairsAnswer} from "../../../src/server/economies/output.ts";
import type {FiguresAnswer} from "../../../src/server/figures/output.ts";
import type {PacksAnswer} from "../../../src/server/packs/output.ts";
import type {TurnoverOutput} from "../../../src/turnover/output.ts";
import {Answer} from "../api/answer.svelte.ts";
import {apiAddress} from "../api/client.ts";
import {address} from "../app/address.svelte.ts";
import {settings} from "../app/settings.svelte.ts";
import {headline, latestFigures, select, seriesOfFigures} from "./trade.ts";

/** State of the overview of a pair: what the address asks, what the server answers, what is shown of it. */
export class TradeState {
  readonly #packs: Answer<PacksAnswer>;
  readonly pair = $derived.by(() => {
    const {route} = address.place;
    if (route.page === "trade") return [route.economy, route.partner] as const;
    return this.#packs.value?.packs.flatMap(({pairs}) => pairs)[0];
  });
  readonly asOf = $derived(address.parameter("asOf"));
  readonly prices = $derived(address.parameter("prices") === "constant" ? "constant" : "current");
  readonly coverage = $derived(address.parameter("coverage"));

  readonly turnover = new Answer<TurnoverOutput>(() => this.#about("turnover", {language: settings.language}));
  readonly pairs = new Answer<PairsAnswer>(() => apiAddress("pairs", {asOf: this.asOf}));
  readonly economies = new Answer<EconomiesAnswer>(() => apiAddress("economies", {asOf: this.asOf}));
  readonly balances = new Answer<FiguresAnswer>(() =>
    this.#about("figures", {indicator: "balance", computed: "true", limit: "1000"})
  );

  readonly output = $derived(this.turnover.value);
  readonly series = $derived(this.output?.series ?? []);
  readonly shown = $derived(select(this.series, {indicator: "turnover", prices: this.prices, coverage: this.coverage}));
  readonly drawn = $derived(drawnSeries(this.shown));
  readonly headline = $derived(headline({series: this.series}, this.coverage));
  readonly latest = $derived(latestFigures({series: this.series}).slice(0, 4));
  /** Gives each economy the same colour on all charts. */
  readonly reporters = $derived([...new Set(this.series.flatMap(({basis}) => basis.reporter ?? []))].sort());
  readonly gaps = $derived(
    (this.output?.gaps ?? [])
      .filter(({product, absolute}) => product === null && absolute !== null)
      .toSorted((a, b) => (a.period < b.period ? 1 : -1))
  );

  /** Called while a component is set up. */
  constructor(packs: Answer<PacksAnswer>) {
    this.#packs = packs;
  }

  /** What each side exports to the other, and the balance of the first. */
  readonly flows = $derived.by(() => {
    if (!this.output) return [];
    const {economy, partner} = this.output;
    const words = settings.words.trade;
    const ways = [
      [economy, partner],
      [partner, economy]
    ] as const;
    return [
      ...ways.map(([from, to]) => ({
        name: `exports-${from}-${to}`,
        title: words.flow(this.nameOf(from), this.nameOf(to)),
        note: undefined as string | undefined,
        series: select(this.series, {...this.#filters, indicator: "exports", economy: from})
      })),
      {
        name: `balance-${economy}-${partner}`,
        title: words.balanceOf(this.nameOf(economy)),
        note: words.balanceNote as string | undefined,
        series: this.prices === "current" ? this.#balanceSeries(economy) : []
      }
    ].filter(({series}) => series.some((one) => chartYears(one).points.length > 0));
  });

  get #filters() {
    return {prices: this.prices, coverage: this.coverage} as const;
  }

  #balanceSeries(economy: string) {
    const series = seriesOfFigures(this.balances.value?.figures ?? [], economy, (basis) => this.labelOf(basis));
    return series.filter(({basis}) => !this.coverage || basis.coverage === this.coverage);
  }

  #about(path: string, more: Readonly<Record<string, string>>): string | undefined {
    if (!this.pair) return undefined;
    const [economy, partner] = this.pair;
    return apiAddress(path, {economy, partner, asOf: this.asOf, ...more});
  }

  readonly #naming = {name: (id: string) => this.nameOf(id)};

  labelOf(basis: Basis): string {
    return basisLabel(basis, this.#naming, settings.language);
  }

  booksOf(reporter: string | undefined): string {
    return booksLabel(reporter, this.#naming, settings.language);
  }

  nameOf(id: string): string {
    const known = this.economies.value?.economies.find((one) => one.id === id);
    return known?.names[settings.language] ?? id;
  }
}
