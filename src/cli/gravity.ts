import {buildCommand, buildRouteMap} from "@stricli/core";
import {covarianceTypes, families} from "../gravity/choices.ts";
import {smallSampleRules} from "../kernels/ppml/small-sample.ts";
import type {CliContext} from "./context.ts";
import type {FitFlags, RecipesFlags, SeparationFlags} from "./gravity/flags.ts";
import {parseList, parseNumber, parseRate, parseSeparation, parseWhole} from "./gravity/parse.ts";
import {asOfFlag, colorFlag, jsonFlag, languageFlag, parsePath, storeFlag} from "./options.ts";

const data = {
  brief: "Rows to estimate on: CSV (also .gz), Parquet, or the folder of a pack",
  parse: parsePath,
  placeholder: "data"
} as const;

const formula = {
  kind: "parsed",
  parse: parsePath,
  brief: '"trade ~ rta + border | exporter^year + importer^year + pair"',
  placeholder: "formula"
} as const;

const where = {
  kind: "parsed",
  parse: parsePath,
  optional: true,
  brief: "Rows by a condition in SQL",
  placeholder: "sql"
} as const;

const lets = {
  kind: "parsed",
  parse: parsePath,
  variadic: true,
  optional: true,
  brief: 'New column in SQL: "ln_dist = ln(dist)"; may be given several times',
  placeholder: "name=sql"
} as const;

const methods = {
  kind: "parsed",
  parse: parseSeparation,
  optional: true,
  brief: "How separated rows are found: fe,simplex,relu by default; none leaves out levels without trade alone",
  placeholder: "ways"
} as const;

const column = (brief: string) =>
  ({kind: "parsed", parse: parsePath, optional: true, brief, placeholder: "column"}) as const;
const file = (brief: string) =>
  ({kind: "parsed", parse: parsePath, optional: true, brief, placeholder: "file"}) as const;
const flag = (brief: string) => ({kind: "boolean", optional: true, withNegated: false, brief}) as const;

const fit = buildCommand<FitFlags, [string], CliContext>({
  loader: async () => (await import("./gravity/run.ts")).runFit,
  parameters: {
    positional: {kind: "tuple", parameters: [data]},
    flags: {
      formula: {...formula, variadic: true, brief: `${formula.brief}; several make a table`},
      cluster: {
        kind: "parsed",
        parse: parseList,
        optional: true,
        brief: 'Clusters: pair, "exporter^importer", "exporter + importer"',
        placeholder: "columns"
      },
      vcov: {
        kind: "enum",
        values: covarianceTypes,
        optional: true,
        brief: "Standard errors; clustered where clusters are given, else heteroskedastic"
      },
      ssc: {kind: "enum", values: smallSampleRules, default: "fixest", brief: "Whose factor for small samples"},
      family: {
        kind: "enum",
        values: families,
        variadic: true,
        optional: true,
        brief: "poisson (PPML) or ols; once, or once for each formula"
      },
      weights: column("Column of weights"),
      offset: column("Column whose coefficient is 1"),
      where,
      let: lets,
      total: {
        kind: "parsed",
        parse: parseList,
        variadic: true,
        optional: true,
        brief: 'Sum of coefficients to test: "rta + rta_lag4"',
        placeholder: "names"
      },
      elasticity: {
        kind: "parsed",
        parse: parseNumber,
        optional: true,
        brief: "Trade elasticity, above 0, for tariff equivalents",
        placeholder: "number"
      },
      separation: methods,
      tests: flag("Add the RESET test and a test of the variance"),
      biasCorrection: flag("Correct the bias of two or three ways of effects"),
      bootstrap: {
        kind: "parsed",
        parse: parseWhole,
        optional: true,
        brief: "Wild score bootstrap with so many draws, for few clusters",
        placeholder: "draws"
      },
      jackknife: {
        kind: "parsed",
        parse: parseWhole,
        optional: true,
        brief: "Split-panel jackknife with so many random splits",
        placeholder: "splits"
      },
      seed: {
        kind: "parsed",
        parse: parseWhole,
        optional: true,
        brief: "Seed of random splits; 1 by default",
        placeholder: "number"
      },
      level: {
        kind: "parsed",
        parse: parseRate,
        optional: true,
        brief: "Level of intervals: 0.95",
        placeholder: "share"
      },
      exporter: column("Column of exporters; exporter by default"),
      importer: column("Column of importers; importer by default"),
      year: column("Column of years; year by default"),
      json: jsonFlag,
      csv: flag("Write CSV, one row a coefficient"),
      latex: flag("Write a LaTeX table"),
      markdown: flag("Write a Markdown table"),
      stars: flag("Mark p below 0.1, 0.05 and 0.01 by stars"),
      plot: file("Write a plot of the coefficients: SVG"),
      predictions: file("Write observed and fitted values: CSV"),
      fixedEffects: file("Write estimated fixed effects: CSV"),
      tradeCosts: file("Write trade costs of all pairs: CSV"),
      tradeCostsYear: {
        kind: "parsed",
        parse: String,
        optional: true,
        brief: "Year of the trade costs, or all; the last one by default",
        placeholder: "year"
      },
      figures: file("Write the estimates as modelled figures: JSON"),
      language: languageFlag,
      color: colorFlag,
      asOf: asOfFlag,
      store: storeFlag
    }
  },
  docs: {
    brief: "What drives and hinders trade: gravity models by PPML",
    fullDescription: [
      "Estimates a gravity model by Poisson pseudo-maximum likelihood with any number",
      "of fixed effects. A formula is y ~ regressors | effects; ^ joins columns of an",
      "effect, fe[x] adds a slope by level, i(year, x) a coefficient by level,",
      "offset(x) a known part; log, exp, sqrt, abs and I(…) make regressors.",
      "",
      "Rows that no finite estimate fits are found before and listed with their reason;",
      "so is all else that is left out. The factor for small samples is printed:",
      "packages differ in it. The page docs/ppml.md has the equations.",
      "",
      "Examples",
      '  concord gravity trade.csv --cluster "exporter^importer" \\',
      '    --formula "trade ~ rta | exporter^year + importer^year + exporter^importer"',
      '  concord gravity trade.csv --formula "trade ~ log(dist) | exporter + importer" \\',
      '    --where "year = 2006" --json',
      '  concord gravity trade.csv --formula "log(trade) ~ log(dist) + rta" --family ols',
      '  concord gravity separation trade.csv --formula "trade ~ rta | exporter + importer"',
      "  concord gravity recipes",
      "",
      "Exit codes: 0 it ran, 1 bad data, 2 bad usage."
    ].join("\n"),
    customUsage: ['DATA --formula "trade ~ rta | exporter^year + importer^year + pair" --cluster pair']
  }
});

const separation = buildCommand<SeparationFlags, [string], CliContext>({
  loader: async () => (await import("./gravity/run-separation.ts")).runSeparation,
  parameters: {
    positional: {kind: "tuple", parameters: [data]},
    flags: {
      formula,
      where,
      let: lets,
      separation: methods,
      json: jsonFlag,
      language: languageFlag,
      color: colorFlag,
      asOf: asOfFlag,
      store: storeFlag
    }
  },
  docs: {
    brief: "Which rows no finite estimate fits, and the proof",
    fullDescription: [
      "Finds separated rows: rows without trade that a combination of regressors and",
      "effects tells from all trade. Estimates of the rest are right without them. The",
      "certificate z is zero wherever there is trade and above zero in these rows.",
      "",
      "--separation names the stages, in this order: fe takes rows of levels without trade,",
      "simplex looks through the combinations that rows with trade leave open, relu is the",
      "iterative rectifier for where these are too many.",
      "",
      "Example",
      '  concord gravity separation trade.csv --formula "trade ~ rta | exporter + importer"',
      "",
      "Exit codes: 0 it ran, whatever it found; 1 bad data; 2 bad usage."
    ].join("\n")
  }
});

const recipes = buildCommand<RecipesFlags, [string?], CliContext>({
  loader: async () => (await import("./gravity/run-recipes.ts")).runRecipes,
  parameters: {
    positional: {
      kind: "tuple",
      parameters: [{brief: "One recipe; all by default", parse: parsePath, placeholder: "recipe", optional: true}]
    },
    flags: {json: jsonFlag, language: languageFlag, color: colorFlag}
  },
  docs: {
    brief: "Specifications of the field, each with its source and its command",
    fullDescription: ["Examples", "  concord gravity recipes", "  concord gravity recipes phase-in"].join("\n")
  }
});

/** `concord gravity`. */
export const gravityRoutes = buildRouteMap({
  routes: {fit, separation, recipes},
  defaultCommand: "fit",
  docs: {
    brief: "What drives and hinders trade: gravity models by PPML",
    fullDescription: [
      "Estimates gravity models by Poisson pseudo-maximum likelihood.",
      "",
      "  concord gravity DATA --formula …               estimates; `gravity fit --help` has all options",
      "  concord gravity separation DATA --formula …    rows that no finite estimate fits",
      "  concord gravity recipes                        specifications of the field",
      "",
      "Example",
      '  concord gravity trade.csv --cluster "exporter^importer" \\',
      '    --formula "trade ~ rta | exporter^year + importer^year + exporter^importer"'
    ].join("\n")
  }
});
