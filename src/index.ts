/** The library: every name that other projects may rely on, and no other. */

export {basisKey, canonicalBasis, figureInterval} from "./base/basis-key.ts";
export {type EnergyMarket, type EnergyScenario, energyScenarioFileSchema, type Uncertain} from "./base/energy.ts";
export {energyMarketSchema} from "./base/energy-market.ts";
export {
  type EnergyAccounts,
  type EnergyDraws,
  type EnergyOutput,
  type EnergyResult,
  energyOutputSchema
} from "./base/energy-result.ts";
export {ConcordError, type ErrorCode, formatViolation, type Violation} from "./base/errors.ts";
export {type Basis, basisSchema, type Coverage, type Figure, figureSchema} from "./base/figure.ts";
export {type EntityMention, type Gazetteer, makeGazetteer} from "./base/gazetteer.ts";
export {type InternalFinding, internalSentence} from "./base/internal-words.ts";
export {
  add,
  type Bound,
  contains,
  divide,
  growth,
  type Interval,
  intersects,
  interval,
  meant,
  multiply,
  negate,
  rounding,
  scale,
  subtract
} from "./base/interval.ts";
export {basisLabel, type Language, type Naming} from "./base/label.ts";
export {
  type Indicator,
  type Knowledge,
  type Pack,
  type PackDocument,
  type PackMarket,
  type PackProfile,
  packProfileSchema
} from "./base/pack.ts";
export {
  comparePeriods,
  isPeriod,
  latestDay,
  type Period,
  parsePeriod,
  periodContains,
  periodsOverlap,
  yearsBefore
} from "./base/period.ts";
export {
  type Assertion,
  assertionSchema,
  type Entity,
  entitySchema,
  type Item,
  itemSchema,
  type Link,
  linkSchema,
  type Register,
  type Stage
} from "./base/register.ts";
export {type Source, sourceSchema} from "./base/source.ts";
export {type TradeBarrier, type TradeScenario, tradeScenarioSchema} from "./base/trade-scenario.ts";
export type {Ground, Verdict} from "./base/verdicts.ts";
export {type Judged, type WhyNames, whySentence} from "./base/why-words.ts";
export {brief} from "./brief/brief.ts";
export type {BriefInput} from "./brief/input.ts";
export {type CoefficientChartOptions, type CoefficientRow, coefficientChart} from "./charts/coefficient-chart.ts";
export {energyAccountChart} from "./charts/energy-account-chart.ts";
export {type EnergyChartOptions, energyPriceChart} from "./charts/energy-price-chart.ts";
export type {ChartSeries} from "./charts/points.ts";
export {type QuotedNumber, type SplicePathOptions, type SpliceSeries, splicePath} from "./charts/splice-path.ts";
export {type TimelineChartOptions, timelineChart} from "./charts/timeline-chart.ts";
export {type TornadoChartOptions, type TornadoData, tornadoChart} from "./charts/tornado-chart.ts";
export {type TurnoverChartOptions, turnoverChart} from "./charts/turnover-chart.ts";
export {type CheckedDocument, type CheckOptions, checkDocument, checkText, longestText} from "./claims/check.ts";
export {
  type BasisMatch,
  type CheckResult,
  type Claim,
  type ClaimSeries,
  type ClaimType,
  checkResultSchema,
  type InternalCheck,
  type ItemMatch
} from "./claims/output.ts";
export type {DocumentFormat} from "./claims/text/documents.ts";
export {
  type Classification,
  classificationOf,
  classifications,
  type Heading,
  headingsOf
} from "./connectors/classifications/classifications.ts";
export {
  type Concordance,
  type ConcordanceColumns,
  type Converted,
  convertCodes,
  parseConcordance,
  type Step
} from "./connectors/classifications/concordance.ts";
export type {
  Connector,
  Fix,
  PullNotice,
  PullSource,
  Query,
  SourceDeclaration,
  Surroundings
} from "./connectors/connector.ts";
export {examine, type Finding} from "./connectors/doctor.ts";
export {type Mapping, parseMapping} from "./connectors/mapping/mapping.ts";
export {readTwoSided, type TwoSided, type TwoSidedQuery} from "./connectors/mapping/two-sided.ts";
export {type PullOptions, type PullResult, pull} from "./connectors/pull/pull.ts";
export {type Revision, type Revisions, revisionsOf} from "./connectors/revisions.ts";
export {sources} from "./connectors/sources.ts";
export {parseEnergyMarket, parseEnergyScenarios} from "./equilibrium/energy/read-market.ts";
export {type EnergyOptions, simulateEnergy} from "./equilibrium/energy/simulate-energy.ts";
export {parseTradeScenario} from "./equilibrium/scenario.ts";
export {parseEstimates} from "./equilibrium/trade/estimates.ts";
export {type TradeSimulation, tradeSimulationSchema} from "./equilibrium/trade/output.ts";
export {simulateTrade, type TradeOptions} from "./equilibrium/trade/simulate-trade.ts";
export {deltaMethod, percentEffect, tariffEquivalent} from "./gravity/delta.ts";
export {type GravityFigureOptions, gravityFigures} from "./gravity/figures.ts";
export {estimateGravity, type FittedGravity, fitGravity} from "./gravity/fit-gravity.ts";
export type {GravityData, GravityOptions} from "./gravity/options.ts";
export {type GravityFit, type GravitySeparation, gravityFitSchema} from "./gravity/output.ts";
export {fixedEffects, predictions} from "./gravity/predictions.ts";
export {type Recipe as GravityRecipe, recipes as gravityRecipes} from "./gravity/recipes.ts";
export {gravitySeparation} from "./gravity/separation.ts";
export {type PairCost, tradeCosts} from "./gravity/trade-costs.ts";
export {csvTable} from "./kernels/trade/world/cell-table.ts";
export {readMatrix} from "./kernels/trade/world/read-matrix.ts";
export {readProduction} from "./kernels/trade/world/read-production.ts";
export type {TradeWorld} from "./kernels/trade/world/world.ts";
export {type CheckedPack, checkPack} from "./packs/check-pack.ts";
export {ensureStore, type LoadedStore, type LoadOptions, loadStore} from "./packs/load-store.ts";
export {type NewPackOptions, newPack} from "./packs/new-pack.ts";
export {readPack} from "./packs/read-pack.ts";
export {writePack} from "./packs/write-pack.ts";
export {type ItemState, itemState, itemStates} from "./register/item-state.ts";
export type {AsKnown} from "./register/known.ts";
export {type TimelineEntry, timeline} from "./register/timeline.ts";
export {readData as readSdmxData} from "./sdmx/read/read-data.ts";
export {readStructures as readSdmxStructures} from "./sdmx/read/read-structures.ts";
export type {
  Chunks as SdmxChunks,
  DataBatch as SdmxDataBatch,
  DataRecord as SdmxDataRecord,
  DataSetFacts as SdmxDataSetFacts
} from "./sdmx/records.ts";
export type {Structure as SdmxStructure, StructureMessage as SdmxStructureMessage} from "./sdmx/structures.ts";
export type {Engine} from "./store/engine.ts";
export {type Frame, frameOf, openFrame} from "./store/frame.ts";
export {type KnowledgeOptions, readKnowledge} from "./store/read-knowledge.ts";
export {type Gap, type Growth, type Series, type TurnoverOutput, turnoverOutputSchema} from "./turnover/output.ts";
export {type ClaimedPoint, findSplices, type SpliceResult} from "./turnover/splice.ts";
export {type TurnoverOptions, type TurnoverQuery, turnover} from "./turnover/turnover.ts";

/** Version of the package. */
export const version = "0.1.0";
