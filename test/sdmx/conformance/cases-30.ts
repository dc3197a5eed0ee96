import {all, type Case, errorCode, everyRecord, mediaType, recordCount, section, types} from "./case.ts";

const vendor = "application/vnd.sdmx.";
const flow = "dataflow/CONCORD/DF_REPORTED/1.0.0";

function structures(): Case[] {
  const {cases, add} = section("3.0", "Structure queries");
  const counts = {
    datastructure: ["CONCORD", "DSD_FIGURE", 2],
    dataflow: ["CONCORD", "DF_REPORTED", 4],
    categorisation: ["CONCORD", "CAT_DF_REPORTED", 4],
    dataconstraint: ["CONCORD", "CON_DF_REPORTED", 4],
    conceptscheme: ["CONCORD", "CS_CONCORD", 1],
    codelist: ["CONCORD", "CL_FREQ", 22],
    categoryscheme: ["CONCORD", "CONCORD_THEMES", 1],
    agencyscheme: ["SDMX", "AGENCIES", 1],
    dataproviderscheme: ["CONCORD", "DATA_PROVIDERS", 1]
  } as const;
  for (const [type, [agency, id, count]] of Object.entries(counts)) {
    const isFixed = type === "agencyscheme" || type === "dataproviderscheme";
    add(`${type}: all of them`, `structure/${type}`, 200, types({[type]: count}));
    add(`${type}/*/*/*`, `structure/${type}/*/*/*`, 200, types({[type]: count}));
    add(
      `${type} by agency, id and version`,
      `structure/${type}/${agency}/${id}/${isFixed ? "1.0" : "1.0.0"}`,
      200,
      types({[type]: 1})
    );
    for (const version of ["+", "~", "*"])
      add(`${type}, version ${version}`, `structure/${type}/${agency}/${id}/${version}`, 200, types({[type]: 1}));
    if (!isFixed) {
      for (const version of ["1+.0.0", "1.0+.0", "1.0.0+", "1~.0.0", "1.*", "0.9.0,1.0.0"])
        add(`${type}, version ${version}`, `structure/${type}/${agency}/${id}/${version}`, 200, types({[type]: 1}));
    }
    add(`${type} that does not exist: 404`, `structure/${type}/${agency}/NOT_THERE`, 404, errorCode(404));
  }
  add(
    "every type at once",
    "structure/*/*/*/*",
    200,
    types({
      agencyscheme: 1,
      dataproviderscheme: 1,
      dataflow: 4,
      datastructure: 2,
      codelist: 22,
      conceptscheme: 1,
      categoryscheme: 1,
      categorisation: 4,
      dataconstraint: 4
    })
  );
  add("several ids", "structure/codelist/CONCORD/CL_FREQ,CL_KIND", 200, types({codelist: 2}));
  add("several agencies", "structure/agencyscheme/SDMX,CONCORD", 200, types({agencyscheme: 1}));
  add("nothing of an agency: 204", "structure/codelist/OTHER", 204);
  add("a version above: 404", "structure/codelist/CONCORD/CL_FREQ/2+.0.0", 404, errorCode(404));
  add("a version that is none: 400", "structure/codelist/CONCORD/CL_FREQ/1+.0+.0", 400, errorCode(400));
  for (const type of [
    "metadatastructure",
    "metadataflow",
    "provisionagreement",
    "process",
    "metadataconstraint",
    "hierarchy",
    "hierarchyassociation",
    "dataconsumerscheme",
    "organisationunitscheme",
    "transformationscheme",
    "rulesetscheme",
    "userdefinedoperatorscheme",
    "customtypescheme",
    "namepersonalisationscheme",
    "vtlmappingscheme",
    "valuelist",
    "structuremap",
    "representationmap",
    "conceptschememap",
    "categoryschememap",
    "organisationschememap",
    "reportingtaxonomymap",
    "metadataproviderscheme",
    "reportingtaxonomy",
    "metadataprovisionagreement"
  ])
    add(`${type}: not implemented: 501`, `structure/${type}`, 501, errorCode(501));
  add("a type that is none: 400", "structure/nonsense", 400, errorCode(400));
  for (const path of [
    "metadata/structure/dataflow/*/*/*",
    "metadata/metadataflow/*/*/*/*",
    "metadata/metadataset/*/*/*",
    "registration/id/X",
    "registration/provider/*/*",
    "registration/dataflow/*/*/*"
  ])
    add(`${path.split("/").slice(0, 2).join("/")}: not implemented: 501`, path, 501, errorCode(501));
  add("a resource that is none: 400", "nonsense", 400, errorCode(400));
  return cases;
}

function items(): Case[] {
  const {cases, add} = section("3.0", "Item scheme queries");
  const partial =
    (count: number): Case["check"] =>
    async (answer) => {
      const [one] = await answer.structures();
      return one && "items" in one && one.items.length === count && one.isPartial
        ? undefined
        : "not the items asked for, or isPartial is not true";
    };
  add("a code", "structure/codelist/CONCORD/CL_FREQ/1.0.0/A", 200, partial(1));
  add("several codes", "structure/codelist/CONCORD/CL_FREQ/1.0.0/A,M", 200, partial(2));
  add("all items", "structure/codelist/CONCORD/CL_FREQ/1.0.0/*", 200, types({codelist: 1}));
  add("a concept", "structure/conceptscheme/CONCORD/CS_CONCORD/+/FREQ", 200, partial(1));
  add("an agency", "structure/agencyscheme/SDMX/AGENCIES/1.0/CONCORD", 200, partial(1));
  add(
    "a nested category",
    "structure/categoryscheme/CONCORD/CONCORD_THEMES/1.0.0/INTEGRATION.REGISTER",
    200,
    partial(1)
  );
  add("an item of a type without items: 400", "structure/dataflow/CONCORD/DF_REPORTED/1.0.0/X", 400, errorCode(400));
  return cases;
}

function references(): Case[] {
  const {cases, add} = section("3.0", "Structure detail and references");
  const of = "structure/dataflow/CONCORD/DF_REPORTED/1.0.0";
  const dsd = "structure/datastructure/CONCORD/DSD_FIGURE/1.0.0";
  const stubs: Case["check"] = async (answer) => {
    const whole = (await answer.structures()).find((one) => !one.isExternalReference);
    return whole && `${whole.id} is no stub`;
  };
  add("detail=full", `${of}?detail=full`, 200, types({dataflow: 1}));
  add("detail=raw", `${of}?detail=raw`, 200, types({dataflow: 1}));
  for (const detail of ["allstubs", "allcompletestubs"])
    add(`detail=${detail}`, `structure/codelist?detail=${detail}`, 200, stubs);
  for (const detail of ["referencestubs", "referencecompletestubs"])
    add(`detail=${detail}`, `${of}?references=children&detail=${detail}`, 200, async (answer) => {
      const found = await answer.structures();
      return found.every((one) => (one.type === "dataflow") !== (one.isExternalReference === true))
        ? undefined
        : "the wrong ones are stubs";
    });
  add(
    "detail=referencepartial",
    `structure/dataflow/CONCORD/DF_RECONCILED?references=descendants&detail=referencepartial`,
    200,
    async (answer) => {
      const list = (await answer.structures()).find(({id}) => id === "CL_FREQ");
      return list?.type === "codelist" && list.items.length === 1 && list.isPartial
        ? undefined
        : "CL_FREQ is not partial";
    }
  );
  add("detail that is none: 400", `${of}?detail=some`, 400, errorCode(400));
  add("references=none", `${of}?references=none`, 200, types({dataflow: 1}));
  add("references=children", `${of}?references=children`, 200, types({dataflow: 1, datastructure: 1, agencyscheme: 1}));
  add(
    "references=descendants",
    `${of}?references=descendants`,
    200,
    types({dataflow: 1, datastructure: 1, codelist: 20, conceptscheme: 1, agencyscheme: 1})
  );
  add(
    "references=parents",
    `${of}?references=parents`,
    200,
    types({dataflow: 1, categorisation: 1, dataconstraint: 1})
  );
  add(
    "references=ancestors",
    `structure/codelist/CONCORD/CL_INDICATOR?references=ancestors`,
    200,
    types({codelist: 1, datastructure: 1, dataflow: 3, categorisation: 3, dataconstraint: 3})
  );
  add(
    "references=parentsandsiblings",
    `${dsd}?references=parentsandsiblings`,
    200,
    types({datastructure: 1, dataflow: 3, agencyscheme: 1})
  );
  add(
    "references=all",
    `${dsd}?references=all`,
    200,
    types({datastructure: 1, dataflow: 3, codelist: 20, conceptscheme: 1, agencyscheme: 1})
  );
  add(
    "references: types",
    `${of}?references=codelist,datastructure`,
    200,
    types({dataflow: 1, codelist: 20, datastructure: 1})
  );
  add("references that are none: 400", `${of}?references=friends`, 400, errorCode(400));
  add("asOf", `${of}?asOf=2024-01-01T00:00:00Z`, 200, types({dataflow: 1}));
  add("asOf that is no moment: 400", `${of}?asOf=then`, 400, errorCode(400));
  return cases;
}

function structureMedia(): Case[] {
  const {cases, add} = section("3.0", "Structure representations");
  const of = "structure/codelist/CONCORD/CL_FREQ";
  add("structure+json;version=2.0.0 by default", of, 200, mediaType(`${vendor}structure+json;version=2.0.0`));
  for (const type of [
    "structure+json;version=2.0.0",
    "structure+xml;version=3.0.0",
    "structure+xml;version=2.1",
    "structure+json;version=1.0.0"
  ])
    add(`Accept: ${vendor}${type}`, of, 200, all(mediaType(`${vendor}${type}`), types({codelist: 1})), {
      accept: `${vendor}${type}`
    });
  add("Accept: a semantic version", of, 200, mediaType(`${vendor}structure+json;version=2.0.0`), {
    accept: `${vendor}structure+json;version=2.0+.0`
  });
  add("Accept: application/xml", of, 200, mediaType(`${vendor}structure+xml;version=3.0.0`), {
    accept: "application/xml"
  });
  add("Accept of something else: 406", of, 406, errorCode(406), {accept: "image/png"});
  add("Accept of a version that is not offered: 406", of, 406, errorCode(406), {
    accept: `${vendor}structure+json;version=9.0.0`
  });
  return cases;
}

function data(): Case[] {
  const {cases, add} = section("3.0", "Data queries: path");
  const everything = recordCount(31);
  for (const path of [
    flow,
    "dataflow/CONCORD/DF_REPORTED",
    "dataflow/CONCORD/DF_REPORTED/*",
    "dataflow/CONCORD/DF_REPORTED/+",
    "dataflow/CONCORD/DF_REPORTED/~",
    "dataflow/CONCORD/DF_REPORTED/1.0+.0",
    "dataflow/CONCORD/DF_REPORTED/1.0.0,2.0.0",
    "dataflow/*/DF_REPORTED",
    "*/CONCORD/DF_REPORTED/*",
    `${flow}/*`
  ])
    add(path, `data/${path}`, 200, everything);
  add("context datastructure", "data/datastructure/CONCORD/DSD_REGISTER/1.0.0", 200, recordCount(4));
  add(
    "a key with a wildcard at its beginning",
    `data/${flow}/*.gdp`,
    200,
    everyRecord("not gdp", ({INDICATOR}) => INDICATOR === "gdp")
  );
  add("dimensions left out at the end of a key are wildcards", `data/${flow}/M`, 200, recordCount(18));
  add("several keys", `data/${flow}/M,Q`, 200, recordCount(21));
  add(
    "several whole keys",
    `data/${flow}/A.gdp.level,M.exports`,
    200,
    everyRecord(
      "neither",
      ({FREQ, INDICATOR}) => (FREQ === "A" && INDICATOR === "gdp") || (FREQ === "M" && INDICATOR === "exports")
    )
  );
  add("a full key", `data/${flow}/Q.gdp.level.BLR._Z._U._Z._Z._T.current.BYN._Z._Z.Office.1`, 200, recordCount(2));
  add("codes that exist, without data: 204", `data/${flow}/D.gdp`, 204);
  add("a code that is in no list: 422", `data/${flow}/XX`, 422, errorCode(422));
  add("a code that is in no list beside a key that is: what there is", `data/${flow}/XX,M`, 200, recordCount(18));
  add("an economy that has no data: 204", `data/${flow}/*.*.*.FRA`, 204);
  add("a key with too many dimensions: 422", `data/${flow}/${"*.".repeat(15)}*`, 422, errorCode(422));
  add("a key with an empty position: 400", `data/${flow}/M..level`, 400, errorCode(400));
  add("a dataflow that does not exist: 404", "data/dataflow/CONCORD/NOT_THERE", 404, errorCode(404));
  add("provision agreements: 501", "data/provisionagreement/CONCORD/X", 501, errorCode(501));
  add("a context that is none: 400", "data/codelist/CONCORD/CL_FREQ", 400, errorCode(400));
  add("a path that is too long: 400", `data/${flow}/*/X`, 400, errorCode(400));
  add("several dataflows that have data: 501", "data/dataflow/CONCORD/DF_REPORTED,DF_REGISTER", 501, errorCode(501));
  add("an address of more than 8,000 characters: 414", `data/${flow}/${"A,".repeat(4100)}A`, 414, errorCode(414));
  return cases;
}

function filters(): Case[] {
  const {cases, add} = section("3.0", "Data queries: component filters");
  const of = `data/${flow}`;
  add("c[FREQ]=M", `${of}?c[FREQ]=M`, 200, recordCount(18));
  add("brackets encoded", `${of}?c%5BFREQ%5D=M`, 200, recordCount(18));
  add("c[FREQ]=M,Q: or", `${of}?c[FREQ]=M,Q`, 200, recordCount(21));
  add("c[FREQ]=eq:M", `${of}?c[FREQ]=eq:M`, 200, recordCount(18));
  add("c[FREQ]=ne:M", `${of}?c[FREQ]=ne:M`, 200, recordCount(13));
  add(
    "c[FREQ]=ne:M+ne:A: and; plus stays plus",
    `${of}?c[FREQ]=ne:M+ne:A`,
    200,
    everyRecord("M or A", ({FREQ}) => FREQ !== "M" && FREQ !== "A")
  );
  add(
    "plus encoded as %2B",
    `${of}?c[FREQ]=ne:M%2Bne:A`,
    200,
    everyRecord("M or A", ({FREQ}) => FREQ !== "M" && FREQ !== "A")
  );
  add("c[TIME_PERIOD]=ge:2022-03+le:2022-05", `${of}/M?c[TIME_PERIOD]=ge:2022-03+le:2022-05`, 200, recordCount(3));
  add(
    "c[TIME_PERIOD]: two spans",
    `${of}/M?c[TIME_PERIOD]=ge:2022-01+le:2022-02,ge:2023-05+le:2023-06`,
    200,
    recordCount(4)
  );
  add("c[TIME_PERIOD]=gt", `${of}/M?c[TIME_PERIOD]=gt:2023-05`, 200, recordCount(1));
  add("c[TIME_PERIOD]=lt", `${of}/M?c[TIME_PERIOD]=lt:2022-02`, 200, recordCount(1));
  add("c[TIME_PERIOD]=2022-03", `${of}/M?c[TIME_PERIOD]=2022-03`, 200, recordCount(1));
  add("c[TIME_PERIOD] of another frequency", `${of}/M?c[TIME_PERIOD]=ge:2022-Q4+le:2022`, 200, recordCount(3));
  add("no startPeriod in 3.0: 400", `${of}?startPeriod=2022`, 400, errorCode(400));
  add(
    "an attribute",
    `${of}?c[OBS_STATUS]=P`,
    200,
    everyRecord("not P", ({OBS_STATUS}) => OBS_STATUS === "P")
  );
  add(
    "closed series by their confidentiality",
    `${of}?c[CONF_STATUS]=N`,
    200,
    everyRecord("not closed", (one) => one.OBS_STATUS === "Q" && one.OBS_VALUE === undefined)
  );
  add(
    "a measure, as a number",
    `${of}?c[OBS_VALUE]=ge:1e11`,
    200,
    everyRecord("less", ({OBS_VALUE}) => Number(OBS_VALUE) >= 1e11)
  );
  add(
    "the interval of reconciled figures",
    "data/dataflow/CONCORD/DF_RECONCILED?c[LOWER]=gt:21e9",
    200,
    recordCount(1)
  );
  add(
    "co: contains",
    `${of}?c[FIGURE_ID]=co:q2`,
    200,
    everyRecord("q2 is not in it", (one) => one.FIGURE_ID!.includes("q2"))
  );
  add(
    "nc: does not contain",
    `${of}?c[FIGURE_ID]=nc:exports`,
    200,
    everyRecord("exports is in it", (one) => !one.FIGURE_ID!.includes("exports"))
  );
  add(
    "sw: starts with",
    `${of}?c[FIGURE_ID]=sw:gdp`,
    200,
    everyRecord("another", (one) => one.FIGURE_ID!.startsWith("gdp"))
  );
  add("ew: ends with", `${of}?c[FIGURE_ID]=ew:revised`, 200, recordCount(1));
  add(
    "several components: all hold",
    `${of}?c[FREQ]=A&c[INDICATOR]=gdp`,
    200,
    everyRecord("another", ({FREQ, INDICATOR}) => FREQ === "A" && INDICATOR === "gdp")
  );
  add(
    "the same component twice: both hold",
    `${of}/M?c[TIME_PERIOD]=ge:2022-03&c[TIME_PERIOD]=le:2022-03`,
    200,
    recordCount(1)
  );
  add("key and filter together", `${of}/M?c[TIME_PERIOD]=2022-01`, 200, recordCount(1));
  add("a value that nothing has: 204", `${of}?c[FREQ]=W`, 204);
  add("a component that is none: 422", `${of}?c[COLOUR]=red`, 422, errorCode(422));
  add("an operator that is none: 400", `${of}?c[FREQ]=zz:M`, 400, errorCode(400));
  add("an empty value: 400", `${of}?c[FREQ]=`, 400, errorCode(400));
  add("brackets that do not close: 400", `${of}?c[FREQ=M`, 400, errorCode(400));
  add("a malformed percent sign: 400", `${of}?c[FREQ]=%ZZ`, 400, errorCode(400));
  return cases;
}

function parameters(): Case[] {
  const {cases, add} = section("3.0", "Data queries: parameters");
  const of = `data/${flow}/M`;
  add("firstNObservations", `${of}?firstNObservations=2`, 200, recordCount(2));
  add("lastNObservations", `${of}?lastNObservations=3`, 200, recordCount(3));
  add("dimensionAtObservation=TIME_PERIOD by default", of, 200, ({body}) =>
    body.includes('"series":{"0:') ? undefined : "no series"
  );
  add(
    "dimensionAtObservation=AllDimensions",
    `${of}?dimensionAtObservation=AllDimensions`,
    200,
    all(recordCount(18), ({body}) => (body.includes('"observations":{"0:0:0') ? undefined : "not flat"))
  );
  add(
    "dimensionAtObservation: another dimension",
    `data/${flow}?dimensionAtObservation=INDICATOR`,
    200,
    recordCount(31)
  );
  add("dimensionAtObservation that is none: 422", `${of}?dimensionAtObservation=NO`, 422, errorCode(422));
  const has = (present: readonly string[], absent: readonly string[]) =>
    everyRecord(
      `wanted ${present.join(", ")} and not ${absent.join(", ")}`,
      (one) => present.every((id) => id in one) && !absent.some((id) => id in one)
    );
  add("attributes=dsd by default", of, 200, has(["OBS_STATUS", "UNIT_MULT", "OBS_VALUE"], []));
  add("attributes=all", `${of}?attributes=all`, 200, has(["OBS_STATUS", "UNIT_MULT"], []));
  add("attributes=none", `${of}?attributes=none`, 200, has(["OBS_VALUE"], ["OBS_STATUS", "UNIT_MULT"]));
  add("attributes=obs", `${of}?attributes=obs`, 200, has(["OBS_STATUS"], ["UNIT_MULT"]));
  add("attributes=series", `${of}?attributes=series`, 200, has(["UNIT_MULT"], ["OBS_STATUS"]));
  add("attributes=dataset: there are none", `${of}?attributes=dataset`, 200, has(["OBS_VALUE"], ["OBS_STATUS"]));
  add("attributes=msd: there are none", `${of}?attributes=msd`, 200, has(["OBS_VALUE"], ["OBS_STATUS"]));
  add("attributes by id", `${of}?attributes=KNOWN,OBS_STATUS`, 200, has(["KNOWN", "OBS_STATUS"], ["FIGURE_ID"]));
  add("an attribute that is none: 422", `${of}?attributes=COLOUR`, 422, errorCode(422));
  const reconciled = "data/dataflow/CONCORD/DF_RECONCILED";
  add("measures=all by default: value and interval", reconciled, 200, has(["OBS_VALUE", "LOWER", "UPPER"], []));
  add("measures by id", `${reconciled}?measures=LOWER,UPPER`, 200, has(["LOWER", "UPPER"], ["OBS_VALUE"]));
  add("measures=none", `${reconciled}?measures=none`, 200, has(["OBS_STATUS"], ["OBS_VALUE", "LOWER"]));
  add(
    "measures=none&attributes=none: keys alone",
    `${reconciled}?measures=none&attributes=none`,
    200,
    has(["FREQ"], ["OBS_VALUE", "OBS_STATUS"])
  );
  add("a measure that is none: 422", `${reconciled}?measures=WEIGHT`, 422, errorCode(422));
  add(
    "updatedAfter",
    `data/${flow}?updatedAfter=2023-11-01T00:00:00Z`,
    200,
    everyRecord("known before", ({KNOWN}) => KNOWN! >= "2023-11")
  );
  add("updatedAfter the last: 204", `data/${flow}?updatedAfter=2024-06-30T00:00:00Z`, 204);
  add("asOf: what was known then", `data/${flow}/Q.gdp?asOf=2023-09-01T00:00:00Z`, 200, async (answer) => {
    const second = (await answer.records()).find(({TIME_PERIOD}) => TIME_PERIOD === "2023-Q2");
    return second?.OBS_VALUE === "50250000000" ? undefined : `2023-Q2 is ${second?.OBS_VALUE}`;
  });
  add("without asOf: the revised value", `data/${flow}/Q.gdp`, 200, async (answer) => {
    const second = (await answer.records()).find(({TIME_PERIOD}) => TIME_PERIOD === "2023-Q2");
    return second?.OBS_VALUE === "50500000000" ? undefined : `2023-Q2 is ${second?.OBS_VALUE}`;
  });
  add("asOf before everything: 204", `data/${flow}?asOf=1990-01-01T00:00:00Z`, 204);
  add(
    "updatedAfter and asOf",
    `data/${flow}?updatedAfter=2023-05-01T00:00:00Z&asOf=2023-09-01T00:00:00Z`,
    200,
    everyRecord("outside", ({KNOWN}) => KNOWN! >= "2023-05" && KNOWN! < "2023-09")
  );
  add(
    "updatedAfter later than asOf: 400",
    `data/${flow}?updatedAfter=2024-01-01T00:00:00Z&asOf=2023-01-01T00:00:00Z`,
    400,
    errorCode(400)
  );
  add("includeHistory", `data/${flow}/Q.gdp?includeHistory=true`, 200, async (answer) => {
    const batches = await answer.batches();
    return batches.length === 3 && batches.every(({dataSet}) => dataSet.action === "Replace" && dataSet.validFrom)
      ? undefined
      : `${batches.length} data sets`;
  });
  add("includeHistory=false", `data/${flow}/Q.gdp?includeHistory=false`, 200, recordCount(2));
  add("limit", `${of}?limit=5`, 200, recordCount(5));
  add("offset", `${of}?offset=16`, 200, recordCount(2));
  add(
    "offset and limit",
    `${of}?offset=2&limit=3`,
    200,
    all(
      recordCount(3),
      everyRecord("another", ({TIME_PERIOD}) => TIME_PERIOD! >= "2022-03" && TIME_PERIOD! <= "2022-05")
    )
  );
  add("offset beyond the end: 204", `${of}?offset=100`, 204);
  add("limit of zero: 400", `${of}?limit=0`, 400, errorCode(400));
  const order =
    (compare: (a: string, b: string) => boolean): Case["check"] =>
    async (answer) => {
      const periods = (await answer.records()).map(({TIME_PERIOD}) => TIME_PERIOD!);
      return periods.every((period, at) => at === 0 || compare(periods[at - 1]!, period))
        ? undefined
        : periods.join(", ");
    };
  add(
    "sort=TIME_PERIOD:desc",
    `${of}?sort=TIME_PERIOD:desc`,
    200,
    order((a, b) => a > b),
    {accept: `${vendor}data+csv;version=2.0.0`}
  );
  add(
    "sort=TIME_PERIOD:asc",
    `${of}?sort=TIME_PERIOD:asc`,
    200,
    order((a, b) => a < b),
    {accept: `${vendor}data+csv;version=2.0.0`}
  );
  add(
    "sort=series_key+TIME_PERIOD:desc",
    `${of}?sort=series_key+TIME_PERIOD:desc`,
    200,
    order((a, b) => a > b),
    {accept: `${vendor}data+csv;version=2.0.0`}
  );
  add("sort=*", `data/${flow}?sort=*`, 200, recordCount(31));
  add("sort by a measure", `${of}?sort=OBS_VALUE:desc&dimensionAtObservation=AllDimensions`, 200, async (answer) => {
    const values = (await answer.records()).map(({OBS_VALUE}) => Number(OBS_VALUE));
    return values.every((value, at) => at === 0 || values[at - 1]! >= value) ? undefined : values.join(", ");
  });
  add("sort by what is no component: 422", `${of}?sort=COLOUR`, 422, errorCode(422));
  add("sort that is malformed: 400", `${of}?sort=FREQ:up`, 400, errorCode(400));
  add(
    "reportingYearStartDay: a year that begins in July",
    `${of}?reportingYearStartDay=--07-01&c[TIME_PERIOD]=ge:2022-Q3`,
    200,
    all(
      recordCount(6),
      everyRecord("before 2023", ({TIME_PERIOD}) => TIME_PERIOD! >= "2023")
    )
  );
  add("reportingYearStartDay that is none: 400", `${of}?reportingYearStartDay=July`, 400, errorCode(400));
  add("a parameter that is none: 400", `${of}?colour=red`, 400, errorCode(400));
  return cases;
}

function representations(): Case[] {
  const {cases, add} = section("3.0", "Data representations");
  const of = `data/${flow}/M`;
  const json = `${vendor}data+json;version=2.0.0`;
  const csv = `${vendor}data+csv;version=2.0.0`;
  add("data+json;version=2.0.0 by default", of, 200, mediaType(json));
  for (const type of [
    "data+json;version=2.0.0",
    "data+csv;version=2.0.0",
    "data+xml;version=3.0.0",
    "genericdata+xml;version=2.1",
    "structurespecificdata+xml;version=2.1",
    "generictimeseriesdata+xml;version=2.1",
    "structurespecifictimeseriesdata+xml;version=2.1",
    "data+json;version=1.0.0",
    "data+csv;version=1.0.0"
  ])
    add(`Accept: ${vendor}${type}`, of, 200, all(mediaType(`${vendor}${type}`), recordCount(18)), {
      accept: `${vendor}${type}`
    });
  const says =
    (...texts: readonly string[]): Case["check"] =>
    ({body}) => {
      const missing = texts.find((text) => !body.includes(text));
      return missing && `no "${missing}" in ${body.slice(0, 300)}`;
    };
  add("labels=id", of, 200, says("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,"), {accept: `${csv};labels=id`});
  add("labels=both", of, 200, says("FREQ: Frequency", ",M: Monthly,"), {accept: `${csv};labels=both`});
  add(
    "labels=name: a column of names after each",
    of,
    200,
    says("STRUCTURE_NAME,ACTION,FREQ,Frequency,", ",M,Monthly,"),
    {accept: `${csv};labels=name`}
  );
  add("labels that are none: 406", of, 406, errorCode(406), {accept: `${csv};labels=some`});
  add(
    "timeFormat=normalized",
    of,
    200,
    everyRecord("not a day", ({TIME_PERIOD}) => /-01$/.test(TIME_PERIOD!)),
    {accept: `${csv};timeFormat=normalized`}
  );
  add(
    "keys=series",
    of,
    200,
    says(",ACTION,SERIES_KEY,FREQ", ",I,M.exports.level.RUS.BLR.BLR.G.FOB._T._Z.USD._Z._Z.Office.1,M,"),
    {accept: `${csv};keys=series`}
  );
  add("keys=obs", of, 200, says(",ACTION,OBS_KEY,FREQ", ".Office.1.2022-01,M,"), {accept: `${csv};keys=obs`});
  add("keys=both", of, 200, says(",ACTION,SERIES_KEY,OBS_KEY,FREQ"), {accept: `${csv};keys=both`});
  add(
    "CSV quotes what has separators, quotes and line breaks",
    `data/${flow}?c[FIGURE_ID]=gdp-2022`,
    200,
    says('"He said ""about 191.4"", <and> more;\nR&D is in it"'),
    {accept: csv}
  );
  add("a semantic version", of, 200, mediaType(json), {accept: `${vendor}data+json;version=2+.0.0`});
  add("a version that is not offered: 406", of, 406, errorCode(406), {accept: `${vendor}data+json;version=2.1.0`});
  add("Accept of something else: 406", of, 406, errorCode(406), {accept: "text/html"});
  add("names follow Accept-Language", of, 200, says('"name":"Ежемесячно"'), {"accept-language": "ru"});
  add("format=csv, an extension", `${of}?format=csv`, 200, mediaType(csv));
  add("format=xml, an extension", `${of}?format=xml`, 200, mediaType(`${vendor}data+xml;version=3.0.0`));
  return cases;
}

function availability(): Case[] {
  const {cases, add} = section("3.0", "Availability queries");
  const of = `availability/${flow}`;
  const region =
    (check: (values: ReadonlyMap<string, readonly string[]>) => boolean): Case["check"] =>
    async (answer) => {
      const constraint = (await answer.structures()).find(({type}) => type === "dataconstraint");
      if (constraint?.type !== "dataconstraint" || constraint.role !== "actual") return "no actual constraint";
      const values = new Map(constraint.region.map((one) => [one.component, one.values]));
      return check(values) ? undefined : JSON.stringify([...values]).slice(0, 300);
    };
  add(
    "of everything",
    of,
    200,
    region((values) => values.size === 16)
  );
  add(
    "of a key",
    `${of}/M`,
    200,
    region((values) => values.get("FREQ")!.join() === "M")
  );
  add(
    "of one dimension",
    `${of}/*/FREQ`,
    200,
    region((values) => values.size === 1)
  );
  add(
    "of two dimensions",
    `${of}/*/FREQ,ECONOMY`,
    200,
    region((values) => values.size === 2)
  );
  add(
    "of all dimensions",
    `${of}/*/*`,
    200,
    region((values) => values.size === 16)
  );
  add(
    "with a filter",
    `${of}/*/FREQ?c[TIME_PERIOD]=ge:2022-02+le:2022-03`,
    200,
    region((values) => values.get("FREQ")!.join() === "M")
  );
  add(
    "mode=available",
    `${of}/M?mode=available`,
    200,
    region((values) => values.get("FREQ")!.length === 6)
  );
  add("references=codelist", `${of}/M?references=codelist`, 200, async (answer) => {
    const list = (await answer.structures()).find(({id}) => id === "CL_FREQ");
    return list?.type === "codelist" && list.items.length === 1 ? undefined : "CL_FREQ is not limited";
  });
  add(
    "references=dataflow,datastructure",
    `${of}?references=dataflow,datastructure`,
    200,
    types({dataconstraint: 1, dataflow: 1, datastructure: 1})
  );
  add(
    "references=all",
    `${of}?references=all`,
    200,
    types({dataconstraint: 1, dataflow: 1, datastructure: 1, conceptscheme: 1, codelist: "some", agencyscheme: 1})
  );
  add(
    "as SDMX-ML 3.0",
    of,
    200,
    all(
      mediaType(`${vendor}structure+xml;version=3.0.0`),
      region((values) => values.size === 16)
    ),
    {accept: `${vendor}structure+xml;version=3.0.0`}
  );
  add("nothing: 204", `${of}/D.gdp`, 204);
  add("a dimension that is none: 422", `${of}/*/NO`, 422, errorCode(422));
  add("a mode that is none: 400", `${of}?mode=maybe`, 400, errorCode(400));
  return cases;
}

function schemas(): Case[] {
  const {cases, add} = section("3.0", "Schema queries");
  const of = "schema/dataflow/CONCORD/DF_REPORTED";
  const holds =
    (text: string): Case["check"] =>
    ({body}) =>
      body.includes(text) ? undefined : `no ${text}`;
  add(
    "of a dataflow",
    `${of}/1.0.0`,
    200,
    all(mediaType(`${vendor}schema+xml;version=3.0.0`), holds('name="DataSetType"'))
  );
  for (const version of ["+", "~", "1.0+.0"])
    add(`version ${version}`, `${of}/${version}`, 200, holds('name="DataSetType"'));
  add("of a data structure", "schema/datastructure/CONCORD/DSD_FIGURE/1.0.0", 200, holds('name="DataSetType"'));
  add("several measures", of, 200, holds('<xs:attribute name="LOWER" type="xs:double"'));
  add("dimensionAtObservation", `${of}/1.0.0?dimensionAtObservation=AllDimensions`, 200, ({body}) =>
    body.includes('name="SeriesType"') ? "there are series" : undefined
  );
  add(
    "as structures",
    of,
    200,
    types({dataflow: 1, datastructure: 1, codelist: "some", conceptscheme: 1, agencyscheme: 1, dataconstraint: 1}),
    {accept: `${vendor}structure+json;version=2.0.0`}
  );
  add("as a schema of 2.1", of, 200, mediaType(`${vendor}schema+xml;version=2.1`), {
    accept: `${vendor}schema+xml;version=2.1`
  });
  add("deletion=true: 501", `${of}?deletion=true`, 501, errorCode(501));
  add("JSON schemas are not offered: 406", of, 406, errorCode(406), {accept: `${vendor}schema+json;version=2.0.0`});
  add("that does not exist: 404", "schema/dataflow/CONCORD/NOT_THERE", 404, errorCode(404));
  add("metadata structures: 501", "schema/metadatastructure/CONCORD/X", 501, errorCode(501));
  return cases;
}

function http(): Case[] {
  const {cases, add} = section("3.0", "HTTP");
  const of = `data/${flow}/M`;
  add("gzip", of, 200, (answer) => (answer.header("content-encoding") === "gzip" ? undefined : "not compressed"), {
    "accept-encoding": "gzip"
  });
  add("If-Modified-Since later than the data: 304", of, 304, undefined, {
    "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"
  });
  add("If-None-Match *: 304", of, 304, undefined, {"if-none-match": "*"});
  add("ETag, Last-Modified and Vary", of, 200, (answer) =>
    answer.header("etag") && answer.header("last-modified") && answer.header("vary") ? undefined : "a header is missing"
  );
  add("any page may read answers, errors and nothing", `data/${flow}/D.gdp`, 204, (answer) =>
    answer.header("access-control-allow-origin") === "*" ? undefined : "no CORS header"
  );
  add("errors in XML where XML is asked for", "data/dataflow/CONCORD/NOT_THERE", 404, mediaType("application/xml"), {
    accept: `${vendor}data+xml;version=3.0.0`
  });
  return cases;
}

/** All requirements of the 3.0 service. */
export const cases30: readonly Case[] = [
  ...structures(),
  ...items(),
  ...references(),
  ...structureMedia(),
  ...data(),
  ...filters(),
  ...parameters(),
  ...representations(),
  ...availability(),
  ...schemas(),
  ...http()
];
