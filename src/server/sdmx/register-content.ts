import {itemKinds} from "../../base/item-kinds.ts";
import {latestDay} from "../../base/period.ts";
import type {Register, Item as RegisterItem} from "../../base/register.ts";
import {countByStage} from "../../register/count-by-stage.ts";
import {agency} from "../../sdmx/agency.ts";
import {codelistOf, codeText} from "../../sdmx/publish/code-book.ts";
import {registerDataStructure, structureVersion} from "../../sdmx/publish/figure-structures.ts";
import type {Codelist, Dataflow} from "../../sdmx/structures.ts";
import type {Row} from "../../sdmx/write/layout.ts";
import type {Catalogue} from "../catalogue.ts";
import type {FlowContent} from "./content.ts";

const flow: Dataflow = {
  type: "dataflow",
  agency,
  id: "DF_REGISTER",
  version: structureVersion,
  names: {en: "Items of the register by kind and stage", ru: "Записи реестра по видам и стадиям"},
  structure: {type: "datastructure", agency, id: "DSD_REGISTER", version: structureVersion}
};

/** How many items of each kind stood at each stage at the end of every year, as known then; the running year so far. */
export function registerContent(catalogue: Catalogue): FlowContent & {readonly codelists: Codelist[]} {
  const today = catalogue.today();
  const {register, sources} = catalogue.knowledge(today);
  const rows = yearsOf(register, today)
    .flatMap((year) => yearRows(year, `${year}-12-31` < today ? `${year}-12-31` : today, register, sources))
    .sort(byKey);
  const stages = [...new Set(rows.map((row) => String(row[2])))].sort();
  return {
    flow,
    structure: registerDataStructure(),
    rows: () => (rows.length > 0 ? [rows] : []),
    codelists: [
      listOf("CL_ITEM_KIND", {en: "Kinds of register items", ru: "Виды записей реестра"}, itemKinds.map(codeText)),
      listOf("CL_REGISTER_STAGE", {en: "Stages of register items", ru: "Стадии записей реестра"}, stages)
    ]
  };
}

function listOf(id: string, names: {en: string; ru: string}, codes: readonly string[]): Codelist {
  const items = codes.map((code) => ({
    id: code,
    names: {en: code.charAt(0).toUpperCase() + code.slice(1).replaceAll("-", " ")}
  }));
  return codelistOf(id, names, items, agency, structureVersion);
}

function yearsOf({assertions}: Register, today: string): number[] {
  const last = Number(today.slice(0, 4));
  const limit = latestDay(today);
  const years = assertions
    .map(({saidAt, validAt}) => saidAt ?? validAt)
    .filter((date) => latestDay(date) <= limit)
    .map((date) => Number(date.slice(0, 4)));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({length: last - first + 1}, (_, at) => first + at);
}

type Sources = ReturnType<Catalogue["knowledge"]>["sources"];

function yearRows(year: number, on: string, register: Register, sources: Sources): Row[] {
  const said = new Set(
    register.assertions
      .filter(({saidAt, validAt}) => latestDay(saidAt ?? validAt) <= latestDay(on))
      .map(({item}) => item)
  );
  const where = ({id}: RegisterItem) => said.has(id);
  return countByStage(register, {on, sources, where}).flatMap(({kind, total, counts}) =>
    Object.entries(counts).map(
      ([stage, count]): Row => [
        "A",
        codeText(kind),
        codeText(stage),
        String(year),
        count,
        "0",
        on === `${year}-12-31` ? "A" : "P",
        "F",
        on,
        total
      ]
    )
  );
}

function byKey(a: Row, b: Row): number {
  for (let at = 0; at < 4; at++) if (a[at] !== b[at]) return String(a[at]) < String(b[at]) ? -1 : 1;
  return 0;
}
