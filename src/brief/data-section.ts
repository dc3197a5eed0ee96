import {itemStates} from "../register/item-state.ts";
import type {BriefContext} from "./context.ts";
import {csvAddress, figuresCsv, registerCsv, verdictsCsv} from "./csv.ts";
import {type Html, html} from "./html.ts";

interface Download {
  readonly name: string;
  readonly file: string;
  readonly rows: number;
  readonly csv: string;
}

/** Links that hold the tables behind the page, or a word on where they are when they are too large for it. */
export function dataSection(context: BriefContext, {embed}: {embed: boolean}): Html {
  const {words, input} = context;
  const licence = input.pack.licence ? html`<p>${words.licence(input.pack.licence)}</p>` : "";
  if (!embed) return html`<p>${words.notEmbedded}</p>${licence}`;
  const links = downloads(context).map(
    ({name, file, rows, csv}) =>
      html`<li><a href="${csvAddress(csv)}" download="${file}">${name} (CSV)</a> <small>${words.rows(rows)}</small></li>\n`
  );
  return html`<p>${words.dataLead}</p>
<ul>${links}</ul>${licence}`;
}

function downloads({words, input, asOf, title}: BriefContext): Download[] {
  const {knowledge, pack, turnover, checks} = input;
  const worked = turnover.series.flatMap(({figures}) => figures);
  const figures = [...new Map([...knowledge.figures, ...worked].map((figure) => [figure.id, figure])).values()];
  const states = itemStates(knowledge.register, {on: asOf, sources: knowledge.sources});
  const claims = checks.flatMap(({result}) => result.claims);
  const file = (what: string) => `${pack.name}-${what}-${asOf}.csv`;
  return [
    {name: words.figuresFile, file: file("figures"), rows: figures.length, csv: figuresCsv(figures)},
    {name: words.registerFile, file: file("register"), rows: states.length, csv: registerCsv(states, title)},
    {name: words.verdictsFile, file: file("verdicts"), rows: claims.length, csv: verdictsCsv(claims)}
  ].filter(({rows}) => rows > 0);
}
