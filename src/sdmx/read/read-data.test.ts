import {describe, expect, it} from "vitest";
import {readDataXml} from "./data-xml.ts";
import {readData} from "./read-data.ts";
import {readStructures} from "./read-structures.ts";

async function read(text: string) {
  const all = [];
  for await (const batch of readData([text])) all.push(batch);
  return all;
}

const generic = `<m:GenericData xmlns:m="m" xmlns:g="g" xmlns:c="c"><m:Header><m:ID>X</m:ID><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:Structure><Ref agencyID="ECB" id="DSD" version="1.0"/></c:Structure></m:Structure></m:Header>
<m:DataSet structureRef="S" action="Append">
<g:Group type="Sibling"><g:GroupKey><g:Value id="CUR" value="USD"/></g:GroupKey><g:Attributes><g:Value id="TITLE" value="Dollar"/></g:Attributes></g:Group>
<g:Series><g:SeriesKey><g:Value id="FREQ" value="M"/><g:Value id="CUR" value="USD"/></g:SeriesKey><g:Attributes><g:Value id="UNIT" value="X"/></g:Attributes>
<g:Obs><g:ObsDimension value="2020-01"/><g:ObsValue value="1.1"/><g:Attributes><g:Value id="STATUS" value="A"/></g:Attributes></g:Obs>
<g:Obs><g:ObsDimension value="2020-02"/></g:Obs></g:Series>
<g:Series><g:SeriesKey><g:Value id="FREQ" value="M"/><g:Value id="CUR" value="GBP"/></g:SeriesKey></g:Series>
</m:DataSet></m:GenericData>`;

const specific = `<m:StructureSpecificData xmlns:m="m" xmlns:ss="ss" xmlns:x="x"><m:Header><m:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><c:StructureUsage>urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=ECB:EXR(1.0.0)</c:StructureUsage></m:Structure></m:Header>
<m:DataSet ss:structureRef="S" ss:action="Replace" x:type="n:DataSetType" ss:validFromDate="2020-01-01T00:00:00Z" SOURCE="ECB">
<Group x:type="n:Sibling" CUR="USD" TITLE="Dollar"/>
<Series FREQ="M" CUR="USD"><Obs TIME_PERIOD="2020-01" OBS_VALUE="1.1"><Comp id="TAGS" x:type="n:TAGS"><Value>a</Value><Value>b</Value></Comp></Obs></Series>
</m:DataSet></m:StructureSpecificData>`;

describe("readData()", () => {
  it("reads generic data: series, groups, observations without value; series without observations yield nothing", async () => {
    const [batch, ...others] = await read(generic);
    expect(others).toEqual([]);
    expect(batch!.dataSet).toEqual({
      structure: {type: "datastructure", agency: "ECB", id: "DSD", version: "1.0"},
      action: "Append"
    });
    expect(batch!.records).toEqual([
      {CUR: "USD", TITLE: "Dollar", FREQ: "M", UNIT: "X", TIME_PERIOD: "2020-01", OBS_VALUE: "1.1", STATUS: "A"},
      {CUR: "USD", TITLE: "Dollar", FREQ: "M", UNIT: "X", TIME_PERIOD: "2020-02"}
    ]);
  });

  it("reads structure-specific data of 2.1 and 3.0: groups, attributes of the data set, several values of one component", async () => {
    const [batch] = await read(specific);
    expect(batch!.dataSet).toEqual({
      structure: {type: "dataflow", agency: "ECB", id: "EXR", version: "1.0.0"},
      action: "Replace",
      validFrom: "2020-01-01T00:00:00Z"
    });
    expect(batch!.records).toEqual([
      {SOURCE: "ECB", CUR: "USD", TITLE: "Dollar", FREQ: "M", TIME_PERIOD: "2020-01", OBS_VALUE: "1.1", TAGS: "a,b"}
    ]);
  });

  it("reads SDMX-JSON whose group attributes hang on some dimensions, and whose values stand in place", async () => {
    const values = (...ids: string[]) => ids.map((id) => ({id, name: id}));
    const message = {
      data: {
        dataSets: [
          {
            structure: 0,
            dimensionGroupAttributes: {":1:": ["pound"]},
            series: {"0:0": {observations: {"0": [1, null, 0]}}, "0:1": {observations: {"0": [2, "x", null], "1": [3]}}}
          }
        ],
        structures: [
          {
            dimensions: {
              series: [
                {id: "FREQ", keyPosition: 0, values: values("M")},
                {id: "CUR", keyPosition: 1, values: values("USD", "GBP")}
              ],
              observation: [
                {id: "TIME_PERIOD", keyPosition: 2, values: [{id: "2020", name: "2020"}, {value: "2021-01-01/P9M"}]}
              ]
            },
            measures: {observation: [{id: "OBS_VALUE"}, {id: "NOTE"}]},
            attributes: {dimensionGroup: [{id: "TITLE"}], observation: [{id: "STATUS", values: values("A")}]}
          }
        ]
      }
    };
    const [batch] = await read(JSON.stringify(message));
    expect(batch!.records).toEqual([
      {FREQ: "M", CUR: "USD", TIME_PERIOD: "2020", OBS_VALUE: "1", STATUS: "A"},
      {TITLE: "pound", FREQ: "M", CUR: "GBP", TIME_PERIOD: "2020", OBS_VALUE: "2", NOTE: "x"},
      {TITLE: "pound", FREQ: "M", CUR: "GBP", TIME_PERIOD: "2021-01-01/P9M", OBS_VALUE: "3"}
    ]);
  });

  it.each([
    ["truncated XML", generic.slice(0, 900), /ends (before|in the middle)/],
    ["truncated JSON", '{"data":{"dataSets":[{"series":', /SDMX-JSON is malformed/],
    ["a page instead of data", "<!DOCTYPE html><html><body>Busy</body></html>", /document type definition/],
    ["a page without a document type", "<html><body>Busy</body></html>", /root "html", wanted GenericData/],
    ["structures instead of data", "<m:Structure/>", /root "Structure"/],
    ["JSON of something else", '{"hello":1}', /has no "dataSets", found the fields hello/],
    ["a JSON array", "[]", /JSON array/],
    [
      "an index that leads nowhere",
      '{"dataSets":[{"series":{"5":{"observations":{"0":[1]}}}}],"structure":{"dimensions":{"series":[{"id":"A","values":[{"id":"a"}]}],"observation":[{"id":"T","values":[{"id":"1"}]}]}}}',
      /points to value 5 of "A"/
    ],
    [
      "an expanding entity",
      '<!DOCTYPE d [<!ENTITY a "b">]><m:GenericData>&a;</m:GenericData>',
      /document type definition/
    ],
    [
      "an SDMX error",
      '<m:Error><m:ErrorMessage code="100"><c:Text>No results</c:Text></m:ErrorMessage></m:Error>',
      /error 100: No results/
    ],
    ["an SDMX-JSON error", '{"errors":[{"code":150,"title":"Semantic"}]}', /error 150: Semantic/],
    ["nothing", "", /is empty/]
  ])("says what is wrong with %s", async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  it("tells the messages of a footer", async () => {
    const footer =
      '<m:GenericData><m:DataSet/><f:Footer><f:Message code="413" severity="Information"><c:Text>Later</c:Text></f:Message></f:Footer></m:GenericData>';
    const told: unknown[] = [];
    for await (const _ of readDataXml([footer], {onFooter: (message) => told.push(message)}))
      throw new Error("no data are there");
    expect(told).toEqual([{code: "413", severity: "Information", texts: ["Later"]}]);
  });
});

describe("readStructures()", () => {
  it.each([
    ["data instead of structures", generic, /root "GenericData", wanted Structure/],
    ["text", "hello", /begins with "h"/],
    [
      "an SDMX error",
      '<m:Error><m:ErrorMessage code="140"><c:Text>Syntax</c:Text></m:ErrorMessage></m:Error>',
      /error 140: Syntax/
    ],
    ["JSON of something else", '{"hello":1}', /has no "data"/]
  ])("says what is wrong with %s", async (_, text, message) => {
    await expect(readStructures([text])).rejects.toThrow(message);
  });
});
