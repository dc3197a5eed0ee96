import {all, type Case, errorCode, everyRecord, mediaType, recordCount, section, types} from "./case.ts";

const vendor = "application/vnd.sdmx.";
const flow = "CONCORD,DF_REPORTED,1.0.0";
/** Key of the monthly series of the fixture, with everything else left open. */
const monthly = "M..............";

/** Resources, `all` and `latest`, as the official test kit lists them. */
function identification(): Case[] {
  const {cases, add} = section("2.1", "Structure: identification");
  const resources = {
    datastructure: ["datastructure", "CONCORD", "DSD_FIGURE", 2],
    dataflow: ["dataflow", "CONCORD", "DF_REPORTED", 4],
    categorisation: ["categorisation", "CONCORD", "CAT_DF_REPORTED", 4],
    contentconstraint: ["dataconstraint", "CONCORD", "CON_DF_REPORTED", 4],
    actualconstraint: ["dataconstraint", "CONCORD", "CON_DF_REPORTED", 4],
    conceptscheme: ["conceptscheme", "CONCORD", "CS_CONCORD", 1],
    codelist: ["codelist", "CONCORD", "CL_FREQ", 22],
    categoryscheme: ["categoryscheme", "CONCORD", "CONCORD_THEMES", 1],
    agencyscheme: ["agencyscheme", "SDMX", "AGENCIES", 1],
    dataproviderscheme: ["dataproviderscheme", "CONCORD", "DATA_PROVIDERS", 1]
  } as const;
  for (const [resource, [type, agency, id, count]] of Object.entries(resources)) {
    const version = agency === "SDMX" || id === "DATA_PROVIDERS" ? "1.0" : "1.0.0";
    const wanted = (of: number) => types({[type]: of});
    add(`${resource}: all of them`, resource, 200, wanted(count));
    add(`${resource}/all/all/all`, `${resource}/all/all/all`, 200, wanted(count));
    add(`${resource}/all/all/latest`, `${resource}/all/all/latest`, 200, wanted(count));
    add(`${resource} by agency`, `${resource}/${agency}`, 200, wanted(count));
    add(`${resource} by agency and id`, `${resource}/${agency}/${id}`, 200, wanted(1));
    add(`${resource} by agency, id and latest`, `${resource}/${agency}/${id}/latest`, 200, wanted(1));
    add(`${resource} by agency, id and version`, `${resource}/${agency}/${id}/${version}`, 200, wanted(1));
    add(`${resource} by id of any agency`, `${resource}/all/${id}/all`, 200, wanted(1));
    add(`${resource} that does not exist: 404 and error 100`, `${resource}/${agency}/NOT_THERE`, 404, errorCode(100));
    add(`${resource} of a version that does not exist: 404`, `${resource}/${agency}/${id}/9.9`, 404, errorCode(100));
  }
  add(
    "structure: every type at once",
    "structure/all/all/all",
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
  add(
    "organisationscheme: agencies and providers",
    "organisationscheme",
    200,
    types({agencyscheme: 1, dataproviderscheme: 1})
  );
  add("several ids joined by plus", "codelist/CONCORD/CL_FREQ+CL_KIND", 200, types({codelist: 2}));
  add("several agencies joined by plus", "agencyscheme/SDMX+CONCORD", 200, types({agencyscheme: 1}));
  add("allowedconstraint: there is none: 404", "allowedconstraint", 404, errorCode(100));
  for (const resource of [
    "metadatastructure",
    "metadataflow",
    "provisionagreement",
    "structureset",
    "process",
    "attachmentconstraint",
    "hierarchicalcodelist",
    "dataconsumerscheme",
    "organisationunitscheme",
    "reportingtaxonomy",
    "transformationscheme",
    "rulesetscheme",
    "userdefinedoperatorscheme",
    "customtypescheme",
    "namepersonalisationscheme",
    "namealiasscheme"
  ])
    add(`${resource}: not implemented: 501`, resource, 501, errorCode(501));
  add("metadata: not implemented: 501", "metadata/X", 501, errorCode(501));
  add("a resource that is none of the interface: 400", "nonsense", 400, errorCode(140));
  add("an id with characters that ids may not have: 400", "codelist/CONCORD/CL*FREQ", 400, errorCode(140));
  add("a version that is none: 400", "codelist/CONCORD/CL_FREQ/x.y", 400, errorCode(140));
  add("a path that is too long for its resource: 400", "dataflow/CONCORD/DF_REPORTED/1.0.0/X/Y", 400, errorCode(140));
  return cases;
}

function items(): Case[] {
  const {cases, add} = section("2.1", "Structure: items");
  const one =
    (type: string, id: string, count = 1): Case["check"] =>
    async (answer) => {
      const [scheme, ...others] = await answer.structures();
      if (!scheme || others.length > 0 || scheme.type !== type || !("items" in scheme)) return "not one scheme";
      if (scheme.items.length !== count || scheme.items[0]!.id !== id)
        return `items ${scheme.items.map((item) => item.id).join(", ")}`;
      return scheme.isPartial ? undefined : "isPartial is not true";
    };
  add("a code", "codelist/CONCORD/CL_FREQ/1.0.0/A", 200, one("codelist", "A"));
  add("several codes joined by plus", "codelist/CONCORD/CL_FREQ/1.0.0/A+M", 200, one("codelist", "A", 2));
  add("a concept", "conceptscheme/CONCORD/CS_CONCORD/1.0.0/FREQ", 200, one("conceptscheme", "FREQ"));
  add("an agency", "agencyscheme/SDMX/AGENCIES/1.0/CONCORD", 200, one("agencyscheme", "CONCORD"));
  add(
    "a data provider",
    "dataproviderscheme/CONCORD/DATA_PROVIDERS/1.0/CONCORD",
    200,
    one("dataproviderscheme", "CONCORD")
  );
  add(
    "a nested category comes with those above it",
    "categoryscheme/CONCORD/CONCORD_THEMES/1.0.0/INTEGRATION.MODELS",
    200,
    one("categoryscheme", "INTEGRATION")
  );
  add("items: all", "codelist/CONCORD/CL_FREQ/1.0.0/all", 200, types({codelist: 1}));
  add("a code that does not exist: 404", "codelist/CONCORD/CL_FREQ/1.0.0/NO", 404, errorCode(100));
  add("an item of what has none: 400", "dataflow/CONCORD/DF_REPORTED/1.0.0/X", 400, errorCode(140));
  return cases;
}

function furtherStructure(): Case[] {
  const {cases, add} = section("2.1", "Structure: detail and references");
  const stubs =
    (isComplete: boolean): Case["check"] =>
    async (answer) => {
      const found = await answer.structures();
      const whole = found.find(
        (one) =>
          !one.isExternalReference || !one.structureURL?.startsWith("http") || ("items" in one && one.items.length > 0)
      );
      if (whole) return `${whole.id} is no stub`;
      return !isComplete && found.some(({descriptions}) => descriptions) ? "a stub has a description" : undefined;
    };
  const dsd = "datastructure/CONCORD/DSD_FIGURE/1.0.0";
  add("detail=full", `${dsd}?detail=full`, 200, types({datastructure: 1}));
  add("detail=allstubs", "codelist?detail=allstubs", 200, stubs(false));
  add("detail=allcompletestubs", "codelist?detail=allcompletestubs", 200, stubs(true));
  const referenceStubs: Case["check"] = async (answer) => {
    const found = await answer.structures();
    const wrong = found.find((one) => (one.type === "datastructure") === (one.isExternalReference === true));
    return wrong && `${wrong.id} is ${wrong.isExternalReference ? "a stub" : "no stub"}`;
  };
  add(
    "detail=referencestubs: the structure whole, others as stubs",
    `${dsd}?references=children&detail=referencestubs`,
    200,
    referenceStubs
  );
  add("detail=referencecompletestubs", `${dsd}?references=children&detail=referencecompletestubs`, 200, referenceStubs);
  add(
    "detail=referencepartial: only codes that the dataflow has",
    "dataflow/CONCORD/DF_RECONCILED/1.0.0?references=descendants&detail=referencepartial",
    200,
    async (answer) => {
      const list = (await answer.structures()).find(({id}) => id === "CL_FREQ");
      if (list?.type !== "codelist") return "no CL_FREQ";
      return list.isPartial && list.items.length === 1 && list.items[0]!.id === "A"
        ? undefined
        : `${list.items.length} frequencies, partial ${list.isPartial}`;
    }
  );
  add("detail that is none: 400", `${dsd}?detail=some`, 400, errorCode(140));
  add("references=none", `${dsd}?references=none`, 200, types({datastructure: 1}));
  add(
    "references=children of a data structure: its concepts and code lists",
    `${dsd}?references=children`,
    200,
    types({datastructure: 1, codelist: 20, conceptscheme: 1})
  );
  add(
    "references=parents of a data structure: its dataflows",
    `${dsd}?references=parents`,
    200,
    types({datastructure: 1, dataflow: 3})
  );
  add(
    "references=parentsandsiblings",
    `${dsd}?references=parentsandsiblings`,
    200,
    types({datastructure: 1, dataflow: 3})
  );
  add(
    "references=descendants of a dataflow",
    "dataflow/CONCORD/DF_REPORTED?references=descendants",
    200,
    types({dataflow: 1, datastructure: 1, codelist: 20, conceptscheme: 1})
  );
  add(
    "references=all of a data structure",
    `${dsd}?references=all`,
    200,
    types({datastructure: 1, dataflow: 3, codelist: 20, conceptscheme: 1})
  );
  add(
    "references=children of a dataflow",
    "dataflow/CONCORD/DF_REPORTED?references=children",
    200,
    types({dataflow: 1, datastructure: 1})
  );
  add(
    "references=parents of a dataflow",
    "dataflow/CONCORD/DF_REPORTED?references=parents",
    200,
    types({dataflow: 1, categorisation: 1, dataconstraint: 1})
  );
  add(
    "references=parents of a code list",
    "codelist/CONCORD/CL_FREQ?references=parents",
    200,
    types({codelist: 1, datastructure: 2})
  );
  add(
    "references=parents of a concept scheme",
    "conceptscheme?references=parents",
    200,
    types({conceptscheme: 1, datastructure: 2})
  );
  add(
    "references=children of a categorisation",
    "categorisation/CONCORD/CAT_DF_REPORTED?references=children",
    200,
    types({categorisation: 1, dataflow: 1, categoryscheme: 1})
  );
  add(
    "references=parentsandsiblings of a category scheme",
    "categoryscheme?references=parentsandsiblings",
    200,
    types({categoryscheme: 1, categorisation: 4, dataflow: 4})
  );
  add(
    "references=codelist: only those",
    "dataflow/CONCORD/DF_REPORTED?references=codelist",
    200,
    types({dataflow: 1, codelist: 20})
  );
  add(
    "references=datastructure: only those",
    "dataflow/CONCORD/DF_REPORTED?references=datastructure",
    200,
    types({dataflow: 1, datastructure: 1})
  );
  add(
    "references=contentconstraint: only those",
    "dataflow/CONCORD/DF_REPORTED?references=contentconstraint",
    200,
    types({dataflow: 1, dataconstraint: 1})
  );
  add("references that are none: 400", `${dsd}?references=friends`, 400, errorCode(140));
  add("every structure stands once", "dataflow?references=all", 200, async (answer) => {
    const urns = (await answer.structures()).map(({type, id}) => `${type} ${id}`);
    const twice = urns.find((urn, at) => urns.indexOf(urn) !== at);
    return twice && `${twice} stands twice`;
  });
  return cases;
}

function structureRepresentations(): Case[] {
  const {cases, add} = section("2.1", "Structure: representations");
  const list = "codelist/CONCORD/CL_FREQ";
  const xml = `${vendor}structure+xml;version=2.1`;
  const json = `${vendor}structure+json;version=1.0.0`;
  add("structure+xml;version=2.1 by default", list, 200, mediaType(xml));
  for (const accept of [xml, json])
    add(`Accept: ${accept}`, list, 200, all(mediaType(accept), types({codelist: 1})), {accept});
  add("Accept: application/xml", list, 200, mediaType(xml), {accept: "application/xml"});
  add("Accept: application/json", list, 200, mediaType(json), {accept: "application/json"});
  add("Accept: */*", list, 200, mediaType(xml), {accept: "*/*"});
  add("Accept with q-values: the higher one", list, 200, mediaType(json), {accept: `${xml};q=0.4, ${json};q=0.9`});
  add("Accept of something else: 406", list, 406, errorCode(140), {accept: "image/png"});
  add("Accept of a version that is not offered: 406", list, 406, errorCode(140), {
    accept: `${vendor}structure+xml;version=7.0`
  });
  return cases;
}

function schemas(): Case[] {
  const {cases, add} = section("2.1", "Schema");
  const holds =
    (...texts: readonly string[]): Case["check"] =>
    ({body}) => {
      const missing = texts.find((text) => !body.includes(text));
      return missing && `no ${missing}`;
    };
  const of = "schema/dataflow/CONCORD/DF_REPORTED/1.0.0";
  add(
    "schema of a dataflow",
    of,
    200,
    all(
      mediaType(`${vendor}schema+xml;version=2.1`),
      holds('name="DataSetType"', 'name="SeriesType"', 'name="ObsType"')
    )
  );
  add("schema of a data structure", "schema/datastructure/CONCORD/DSD_FIGURE/1.0.0", 200, holds('name="DataSetType"'));
  add("latest version by default", "schema/dataflow/CONCORD/DF_REPORTED", 200, holds('name="DataSetType"'));
  add("latest version by name", "schema/dataflow/CONCORD/DF_REPORTED/latest", 200, holds('name="DataSetType"'));
  add("time series types beside", of, 200, holds('name="TimeSeriesDataSetType"'));
  add(
    "dimensionAtObservation=TIME_PERIOD",
    `${of}?dimensionAtObservation=TIME_PERIOD`,
    200,
    holds("ObsLevelDim:TIME_PERIOD")
  );
  add("dimensionAtObservation=AllDimensions: no series", `${of}?dimensionAtObservation=AllDimensions`, 200, ({body}) =>
    body.includes('name="SeriesType"') ? "there are series" : undefined
  );
  add(
    "dimensionAtObservation: another dimension",
    `${of}?dimensionAtObservation=ECONOMY`,
    200,
    holds("ObsLevelDim:ECONOMY")
  );
  add(
    "dimensionAtObservation that is no dimension: 403 and error 150",
    `${of}?dimensionAtObservation=NO`,
    403,
    errorCode(150)
  );
  add(
    "constraints of the dataflow count: a code that it does not have is not allowed",
    "schema/dataflow/CONCORD/DF_RECONCILED/1.0.0",
    200,
    ({body}) =>
      /FREQ_CODES[\s\S]*?<\/xs:simpleType>/.exec(body)![0].includes('value="M"') ? "M is allowed" : undefined
  );
  add("explicitMeasure=false", `${of}?explicitMeasure=false`, 200, holds('name="DataSetType"'));
  add(
    "as structures",
    of,
    200,
    types({dataflow: 1, datastructure: 1, codelist: "some", conceptscheme: 1, agencyscheme: 1, dataconstraint: 1}),
    {accept: `${vendor}structure+xml;version=2.1`}
  );
  add("that does not exist: 404", "schema/dataflow/CONCORD/NOT_THERE", 404, errorCode(100));
  add("provision agreements: 501", "schema/provisionagreement/CONCORD/X", 501, errorCode(501));
  add("a context that is none: 400", "schema/codelist/CONCORD/CL_FREQ", 400, errorCode(140));
  return cases;
}

function dataIdentification(): Case[] {
  const {cases, add} = section("2.1", "Data: identification");
  const everything = recordCount(31);
  for (const one of [
    "DF_REPORTED",
    "CONCORD,DF_REPORTED",
    "CONCORD,DF_REPORTED,1.0.0",
    "CONCORD,DF_REPORTED,latest",
    "CONCORD,DF_REPORTED,all",
    "all,DF_REPORTED,latest",
    "CONCORD,DF_REPORTED,1.0"
  ])
    add(`dataflow ${one}`, `data/${one}`, 200, everything);
  add("key all", `data/${flow}/all`, 200, everything);
  add("key all, provider all", `data/${flow}/all/all`, 200, everything);
  add("provider by id", `data/${flow}/all/CONCORD`, 200, everything);
  add("provider by agency and id", `data/${flow}/all/CONCORD,CONCORD`, 200, everything);
  add("several providers", `data/${flow}/all/OTHER+CONCORD`, 200, everything);
  add("a provider that has no data: 404 and error 100", `data/${flow}/all/OTHER`, 404, errorCode(100));
  const wild = ".".repeat(14);
  add("key of wildcards alone", `data/${flow}/${wild}`, 200, everything);
  add(
    "key with one code",
    `data/${flow}/${monthly}`,
    200,
    all(
      recordCount(18),
      everyRecord("FREQ is not M", ({FREQ}) => FREQ === "M")
    )
  );
  add(
    "key with two codes of a dimension",
    `data/${flow}/M+Q..............`,
    200,
    all(
      recordCount(21),
      everyRecord("FREQ is neither", ({FREQ}) => FREQ === "M" || FREQ === "Q")
    )
  );
  add(
    "key with codes of several dimensions",
    `data/${flow}/A.gdp.level.BLR...........`,
    200,
    everyRecord("not gdp of BLR", ({INDICATOR, ECONOMY}) => INDICATOR === "gdp" && ECONOMY === "BLR")
  );
  add("a full key", `data/${flow}/Q.gdp.level.BLR._Z._U._Z._Z._T.current.BYN._Z._Z.Office.1`, 200, recordCount(2));
  add("a code that exists, without data: 404 and error 100", `data/${flow}/D.gdp.............`, 404, errorCode(100));
  add(
    "a code that does not exist beside one that does: what there is",
    `data/${flow}/M+XX..............`,
    200,
    recordCount(18)
  );
  add("a code that does not exist: 404 and error 100", `data/${flow}/XX..............`, 404, errorCode(100));
  add("a key with too few dimensions: 403 and error 150", `data/${flow}/M.gdp`, 403, errorCode(150));
  add("a key with too many dimensions: 403 and error 150", `data/${flow}/${wild}..`, 403, errorCode(150));
  add("a key with characters that codes may not have: 400", `data/${flow}/M%3B${wild}`, 400, errorCode(140));
  add("a dataflow that does not exist: 404 and error 100", "data/NOT_THERE", 404, errorCode(100));
  add("a dataflow of another agency: 404", "data/OTHER,DF_REPORTED,1.0.0", 404, errorCode(100));
  add("a malformed dataflow: 400", "data/A,B,C,D", 400, errorCode(140));
  add("a parameter that is none: 400", `data/${flow}?colour=red`, 400, errorCode(140));
  add("a parameter twice: 400", `data/${flow}?detail=full&detail=full`, 400, errorCode(140));
  add("an address of more than 8,000 characters: 414", `data/${flow}/${"A+".repeat(4100)}A`, 414, errorCode(140));
  return cases;
}

function dataFurther(): Case[] {
  const {cases, add} = section("2.1", "Data: further parameters");
  const of = `data/${flow}/${monthly}`;
  add(
    "startPeriod, inclusive",
    `${of}?startPeriod=2023-03`,
    200,
    all(
      recordCount(4),
      everyRecord("before", ({TIME_PERIOD}) => TIME_PERIOD! >= "2023-03")
    )
  );
  add(
    "endPeriod, inclusive",
    `${of}?endPeriod=2022-03`,
    200,
    all(
      recordCount(3),
      everyRecord("after", ({TIME_PERIOD}) => TIME_PERIOD! <= "2022-03")
    )
  );
  add("startPeriod and endPeriod", `${of}?startPeriod=2022-02&endPeriod=2022-04`, 200, recordCount(3));
  add("periods of another frequency: a year", `${of}?startPeriod=2022&endPeriod=2022`, 200, recordCount(12));
  add("periods of another frequency: a quarter", `${of}?startPeriod=2022-Q2&endPeriod=2022-Q2`, 200, recordCount(3));
  add("periods of another frequency: a half", `${of}?startPeriod=2022-S1&endPeriod=2022-S1`, 200, recordCount(6));
  add("reporting months", `${of}?startPeriod=2022-M02&endPeriod=2022-M03`, 200, recordCount(2));
  add("days and date-times", `${of}?startPeriod=2022-02-01&endPeriod=2022-03-31T23:59:59`, 200, recordCount(2));
  add("a span in which there is nothing: 404", `${of}?startPeriod=1990&endPeriod=1991`, 404, errorCode(100));
  add("a period that is none: 400", `${of}?startPeriod=yesterday`, 400, errorCode(140));
  add(
    "firstNObservations",
    `${of}?firstNObservations=2`,
    200,
    all(
      recordCount(2),
      everyRecord("not first", ({TIME_PERIOD}) => TIME_PERIOD! <= "2022-02")
    )
  );
  add(
    "lastNObservations",
    `${of}?lastNObservations=2`,
    200,
    all(
      recordCount(2),
      everyRecord("not last", ({TIME_PERIOD}) => TIME_PERIOD! >= "2023-05")
    )
  );
  add("first and last together", `${of}?firstNObservations=1&lastNObservations=1`, 200, recordCount(2));
  add(
    "lastNObservations counts within the asked span",
    `${of}?lastNObservations=1&endPeriod=2022-06`,
    200,
    everyRecord("not June", ({TIME_PERIOD}) => TIME_PERIOD === "2022-06")
  );
  add("firstNObservations that is no number: 400", `${of}?firstNObservations=x`, 400, errorCode(140));
  add("firstNObservations of zero: 400", `${of}?firstNObservations=0`, 400, errorCode(140));
  add(
    "detail=full",
    `${of}?detail=full`,
    200,
    everyRecord(
      "incomplete",
      (one) => one.OBS_VALUE !== undefined && one.OBS_STATUS !== undefined && one.UNIT_MULT === "0"
    )
  );
  add(
    "detail=dataonly: no attributes",
    `${of}?detail=dataonly`,
    200,
    everyRecord(
      "attributes",
      (one) => one.OBS_VALUE !== undefined && one.OBS_STATUS === undefined && one.UNIT_MULT === undefined
    )
  );
  const seriesAlone =
    (hasAttributes: boolean): Case["check"] =>
    ({body}) => {
      if (!body.includes("<gen:Series>") || body.includes("<gen:Obs>")) return "no series, or observations";
      return body.includes('"UNIT_MULT"') === hasAttributes ? undefined : "attributes are not as asked";
    };
  add("detail=serieskeysonly", `${of}?detail=serieskeysonly`, 200, seriesAlone(false));
  add("detail=nodata: series with their attributes", `${of}?detail=nodata`, 200, seriesAlone(true));
  add("detail that is none: 400", `${of}?detail=some`, 400, errorCode(140));
  add("dimensionAtObservation=TIME_PERIOD", `${of}?dimensionAtObservation=TIME_PERIOD`, 200, recordCount(18));
  add(
    "dimensionAtObservation=AllDimensions: flat",
    `${of}?dimensionAtObservation=AllDimensions`,
    200,
    all(recordCount(18), ({body}) => (body.includes("Series>") ? "there are series" : undefined))
  );
  add("dimensionAtObservation: another dimension", `data/${flow}?dimensionAtObservation=ECONOMY`, 200, recordCount(31));
  add("dimensionAtObservation that is none: 403 and error 150", `${of}?dimensionAtObservation=NO`, 403, errorCode(150));
  add(
    "updatedAfter",
    `data/${flow}?updatedAfter=2023-11-01T00:00:00`,
    200,
    everyRecord("known before", ({KNOWN}) => KNOWN! >= "2023-11")
  );
  add(
    "updatedAfter with a time zone",
    `data/${flow}?updatedAfter=2023-11-01T00:00:00%2B03:00`,
    200,
    everyRecord("known before", ({KNOWN}) => KNOWN! >= "2023-10-31")
  );
  add("updatedAfter now: 404", `data/${flow}?updatedAfter=2024-06-30T00:00:00Z`, 404, errorCode(100));
  add("updatedAfter that is no moment: 400", `data/${flow}?updatedAfter=soon`, 400, errorCode(140));
  add(
    "includeHistory: a data set for each day of dissemination",
    `data/${flow}/Q..............?includeHistory=true`,
    200,
    async (answer) => {
      const batches = await answer.batches();
      const starts = batches.map(({dataSet}) => dataSet.validFrom ?? "");
      if (batches.some(({dataSet}) => dataSet.action !== "Replace")) return "an action that is not Replace";
      return batches.length === 4 && starts.join() === [...starts].sort().join()
        ? undefined
        : `${batches.length} data sets, ${starts.join(", ")}`;
    }
  );
  add(
    "includeHistory with updatedAfter",
    `data/${flow}/Q..............?includeHistory=true&updatedAfter=2023-11-01`,
    200,
    recordCount(1)
  );
  return cases;
}

function dataRepresentations(): Case[] {
  const {cases, add} = section("2.1", "Data: representations");
  const of = `data/${flow}/${monthly}`;
  const generic = `${vendor}genericdata+xml;version=2.1`;
  const json = `${vendor}data+json;version=1.0.0`;
  const csv = `${vendor}data+csv;version=1.0.0`;
  add("genericdata+xml;version=2.1 by default", of, 200, mediaType(generic));
  for (const accept of [
    generic,
    `${vendor}structurespecificdata+xml;version=2.1`,
    `${vendor}generictimeseriesdata+xml;version=2.1`,
    `${vendor}structurespecifictimeseriesdata+xml;version=2.1`,
    json,
    csv
  ])
    add(`Accept: ${accept}`, of, 200, all(mediaType(accept), recordCount(18)), {accept});
  add("Accept: text/csv", of, 200, mediaType(csv), {accept: "text/csv"});
  add("Accept: application/json", of, 200, mediaType(json), {accept: "application/json"});
  add("without a version: the latest", of, 200, mediaType(json), {accept: `${vendor}data+json`});
  add("q-values", of, 200, mediaType(csv), {accept: `${generic};q=0.1,${csv};q=0.8,*/*;q=0.2`});
  add("q=0 refuses", of, 200, mediaType(json), {accept: `${generic};q=0,application/xml;q=0,application/json`});
  add("Accept of something else: 406", of, 406, errorCode(140), {accept: "application/pdf"});
  add(
    "labels=both in CSV",
    of,
    200,
    ({body}) => (body.includes("FREQ: Frequency") && body.includes(",M: Monthly,") ? undefined : body.slice(0, 200)),
    {accept: `${csv};labels=both`}
  );
  add(
    "labels follow Accept-Language",
    of,
    200,
    all(
      ({body}) => (body.includes(",M: Ежемесячно,") ? undefined : body.slice(0, 200)),
      (answer) => (answer.header("content-language") === "ru" ? undefined : "content-language")
    ),
    {accept: `${csv};labels=both`, "accept-language": "fr, ru;q=0.8, en;q=0.5"}
  );
  add(
    "timeFormat=normalized in CSV",
    of,
    200,
    everyRecord("not a day", ({TIME_PERIOD}) => /^\d{4}-\d{2}-01$/.test(TIME_PERIOD!)),
    {accept: `${csv};timeFormat=normalized`}
  );
  add(
    "time series messages want time at the observation: 406",
    `data/${flow}?dimensionAtObservation=ECONOMY`,
    406,
    errorCode(140),
    {accept: `${vendor}generictimeseriesdata+xml;version=2.1`}
  );
  add("format=csv, an extension", `${of}?format=csv`, 200, mediaType(csv));
  add("format that is none: 406", `${of}?format=parquet`, 406, errorCode(140));
  return cases;
}

function http(): Case[] {
  const {cases, add} = section("2.1", "HTTP");
  const of = `data/${flow}/${monthly}`;
  add("gzip", of, 200, (answer) => (answer.header("content-encoding") === "gzip" ? undefined : "not compressed"), {
    "accept-encoding": "gzip"
  });
  add("Brotli", of, 200, (answer) => (answer.header("content-encoding") === "br" ? undefined : "not compressed"), {
    "accept-encoding": "br, gzip;q=0.5"
  });
  add("no compression unasked", of, 200, (answer) =>
    answer.header("content-encoding") === "" ? undefined : "compressed"
  );
  add("ETag, Last-Modified and Vary", of, 200, (answer) =>
    answer.header("etag") &&
    answer.header("last-modified") &&
    answer.header("vary") === "Accept, Accept-Encoding, Accept-Language"
      ? undefined
      : "a header is missing"
  );
  add("If-Modified-Since later than the data: 304", of, 304, undefined, {
    "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"
  });
  add("If-Modified-Since earlier than the data: 200", of, 200, recordCount(18), {
    "if-modified-since": "Sat, 01 Jan 2000 00:00:00 GMT"
  });
  add("If-Modified-Since that is no date: 200", of, 200, recordCount(18), {"if-modified-since": "yesterday"});
  add("If-None-Match *: 304", of, 304, undefined, {"if-none-match": "*"});
  add("If-None-Match of another answer: 200, whatever If-Modified-Since says", of, 200, recordCount(18), {
    "if-none-match": 'W/"x"',
    "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"
  });
  add("any page may read answers", of, 200, (answer) =>
    answer.header("access-control-allow-origin") === "*" ? undefined : "no CORS header"
  );
  add("any page may read errors", "data/NOT_THERE", 404, (answer) =>
    answer.header("access-control-allow-origin") === "*" ? undefined : "no CORS header"
  );
  return cases;
}

function availability(): Case[] {
  const {cases, add} = section("2.1", "Data: availability");
  const region =
    (check: (values: ReadonlyMap<string, readonly string[]>) => boolean): Case["check"] =>
    async (answer) => {
      const constraint = (await answer.structures()).find(({type}) => type === "dataconstraint");
      if (constraint?.type !== "dataconstraint") return "no constraint";
      const values = new Map(constraint.region.map((one) => [one.component, one.values]));
      return check(values) ? undefined : JSON.stringify([...values]).slice(0, 300);
    };
  const of = `availableconstraint/${flow}`;
  add(
    "of everything",
    of,
    200,
    region((values) => values.get("FREQ")!.join() === "A,D,M,Q,S,_O" && values.size === 16)
  );
  add(
    "of a key",
    `${of}/${monthly}`,
    200,
    region((values) => values.get("FREQ")!.join() === "M")
  );
  add(
    "of one dimension",
    `${of}/all/all/FREQ`,
    200,
    region((values) => values.size === 1 && values.has("FREQ"))
  );
  add(
    "of two dimensions",
    `${of}/all/all/FREQ+ECONOMY`,
    200,
    region((values) => values.size === 2)
  );
  add(
    "of a span",
    `${of}/all/all/FREQ?startPeriod=2022-02&endPeriod=2022-03`,
    200,
    region((values) => values.get("FREQ")!.join() === "M")
  );
  add(
    "mode=exact",
    `${of}/${monthly}?mode=exact`,
    200,
    region((values) => values.get("FREQ")!.join() === "M")
  );
  add(
    "mode=available: what else may be chosen of a dimension",
    `${of}/${monthly}?mode=available`,
    200,
    region((values) => values.get("FREQ")!.length === 6)
  );
  add("numbers of series and observations as annotations", `${of}/${monthly}`, 200, ({body}) =>
    /id="series_count"><com:AnnotationTitle>1</.test(body) && /id="obs_count"><com:AnnotationTitle>18</.test(body)
      ? undefined
      : "no counts"
  );
  add(
    "references=codelist: with the codes that there are",
    `${of}/${monthly}?references=codelist`,
    200,
    async (answer) => {
      const list = (await answer.structures()).find(({id}) => id === "CL_FREQ");
      return list?.type === "codelist" && list.items.length === 1 ? undefined : "CL_FREQ is not limited";
    }
  );
  add("references=datastructure", `${of}?references=datastructure`, 200, types({dataconstraint: 1, datastructure: 1}));
  add(
    "references=all",
    `${of}?references=all`,
    200,
    types({dataconstraint: 1, dataflow: 1, datastructure: 1, codelist: "some", conceptscheme: 1})
  );
  add("nothing: 404 and error 100", `${of}/D.gdp.............`, 404, errorCode(100));
  add("a dimension that is none: 403 and error 150", `${of}/all/all/NO`, 403, errorCode(150));
  add("a mode that is none: 400", `${of}?mode=maybe`, 400, errorCode(140));
  return cases;
}

/** All requirements of the 2.1 service. */
export const cases21: readonly Case[] = [
  ...identification(),
  ...items(),
  ...furtherStructure(),
  ...structureRepresentations(),
  ...schemas(),
  ...dataIdentification(),
  ...dataFurther(),
  ...dataRepresentations(),
  ...availability(),
  ...http()
];
