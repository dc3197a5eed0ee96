import type {Figure} from "../base/figure.ts";
import type {BriefContext} from "./context.ts";
import {Html} from "./html.ts";
import {nominalTurnover} from "./scale.ts";

/** The brief as a schema.org Dataset with its turnover as observations, in a data block that no browser runs. */
export function jsonLd(context: BriefContext): Html {
  const text = JSON.stringify(dataset(context), null, 1);
  // "<" would end the block or open a comment in it; JSON may write it as an escape anywhere it can occur.
  return new Html(`<script type="application/ld+json">\n${text.replaceAll("<", "\\u003c")}\n</script>`);
}

function dataset({input, language, asOf, words, entity, basis}: BriefContext): Record<string, unknown> {
  const {pack, knowledge, turnover} = input;
  const figures = nominalTurnover(turnover.series).flatMap((one) => one.figures);
  const years = figures.map(({period}) => period.slice(0, 4)).sort();
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: pack.title,
    identifier: pack.name,
    description: `${words.turnover}. ${words.asOf(asOf)}.`,
    inLanguage: language,
    dateModified: asOf,
    ...(pack.licence && {license: `https://spdx.org/licenses/${pack.licence}.html`}),
    ...(years.length > 0 && {temporalCoverage: `${years[0]}/${years.at(-1)}`}),
    spatialCoverage: [turnover.economy, turnover.partner].map((id) => ({
      "@type": "Place",
      identifier: id,
      name: entity(id)
    })),
    isBasedOn: knowledge.sources.map(({url}) => url),
    distribution: [words.figuresFile, words.registerFile, words.verdictsFile].map((name) => {
      return {"@type": "DataDownload", name, encodingFormat: "text/csv", contentUrl: "#data"};
    }),
    variableMeasured: figures.map((figure) => observation(figure, basis(figure.basis)))
  };
}

function observation(figure: Figure, label: string): Record<string, unknown> {
  const {id, basis, period, value, low, high, bound, status, evidence, known, sources} = figure;
  const property = (name: string, given: string | undefined) =>
    given === undefined ? [] : [{"@type": "PropertyValue", name, value: given}];
  return {
    "@type": "PropertyValue",
    propertyID: id,
    name: `${basis.indicator}: ${label}`,
    ...(value !== null && {value}),
    ...(low !== undefined && {minValue: low}),
    ...(high !== undefined && {maxValue: high}),
    unitText: basis.unit,
    additionalProperty: [
      ...property("period", period),
      ...property("reporter", basis.reporter),
      ...property("coverage", basis.coverage),
      ...property("bound", bound),
      ...property("status", status),
      ...property("evidence", evidence),
      ...property("known", known),
      ...property("sources", sources.join(" "))
    ]
  };
}
