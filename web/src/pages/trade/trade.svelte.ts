import type {Basis} from "../../../../src/base/figure.ts";
import {basisLabel, booksLabel} from "../../../../src/base/label.ts";
import type {EconomiesAnswer, PairsAnswer} from "../../../../src/server/economies/output.ts";
import type {FiguresAnswer} from "../../../../src/server/figures/output.ts";
import type {TurnoverOutput} from "../../../../src/turnover/output.ts";
import {get} from "../../api/client.ts";
import {Resource} from "../../api/resource.svelte.ts";
import {preferences} from "../../preferences.svelte.ts";
import {router} from "../../router/router.svelte.ts";
import {drawable, headline, latestFigures, select} from "./trade.ts";

/** State of the overview of a pair: what the address asks, what the server answers, what is shown of it. */
export class TradeState {
  readonly turnover = new Resource<TurnoverOutput>();
  readonly pairs = new Resource<PairsAnswer>();
  readonly economies = new Resource<EconomiesAnswer>();
  readonly balance = new Resource<FiguresAnswer>();

  readonly asOf = $derived(router.get("asOf"));
  readonly prices = $derived(router.get("prices") === "constant" ? "constant" : "current");
  readonly coverage = $derived(router.get("coverage"));
  readonly series = $derived(this.turnover.value?.series ?? []);
  readonly shown = $derived(select(this.series, {indicator: "turnover", prices: this.prices, coverage: this.coverage}));
  readonly chart = $derived(drawable(this.shown));
  readonly headline = $derived(this.turnover.value && headline(this.turnover.value, this.coverage));
  readonly latest = $derived(this.turnover.value ? latestFigures(this.turnover.value).slice(0, 4) : []);
  /** Gives each economy its colour on all charts. */
  readonly reporters = $derived([...new Set(this.series.flatMap(({basis}) => basis.reporter ?? []))].sort());
  readonly growing = $derived(
    this.shown.filter(({growth}) => growth.filter(({derived}) => derived?.value != null).length > 1)
  );
  readonly gaps = $derived(
    (this.turnover.value?.gaps ?? [])
      .filter(({product, absolute}) => product === null && absolute !== null)
      .toSorted((a, b) => (a.period < b.period ? 1 : -1))
  );

  load(economy: string, partner: string): void {
    const {asOf} = this;
    const {language} = preferences;
    void this.turnover.load(get(["turnover"], {economy, partner, asOf, language}));
    void this.pairs.load(get(["pairs"], {asOf}));
    void this.economies.load(get(["economies"], {asOf}));
    const indicator = "balance";
    void this.balance.load(get(["figures"], {economy, partner, asOf, indicator, computed: "true", limit: "1000"}));
  }

  /** Whose books stand first and second in the table of gaps: by code. */
  readonly gapSides = $derived(
    [0, 1].map((at) => {
      const reporters = this.gaps
        .flatMap(({exporterFigure: a, importerFigure: b}) => [a, b])
        .flatMap((one) => one?.basis.reporter ?? []);
      return booksLabel([...new Set(reporters)].sort()[at], this.#naming, preferences.language);
    })
  );
  readonly #naming = {name: (id: string) => this.nameOf(id)};

  labelOf(basis: Basis): string {
    return basisLabel(basis, this.#naming, preferences.language);
  }

  nameOf(id: string): string {
    const known = this.economies.value?.economies.find((one) => one.id === id);
    return known?.names[preferences.language] ?? id;
  }
}
