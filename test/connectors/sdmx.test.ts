import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pull} from "../../src/connectors/pull/pull.ts";
import {comextFlows, euCodes, movedAddress, sdmxPeriod} from "../../src/connectors/sdmx/fixes.ts";
import {sdmxServices, serviceOf} from "../../src/connectors/sdmx/services.ts";
import {sourceNamed} from "../../src/connectors/sources.ts";
import {checkPack} from "../../src/packs/check-pack.ts";
import {readPack} from "../../src/packs/read-pack.ts";
import {type Answering, loopback, send, surroundings} from "../support/loopback.ts";
import {testFolder} from "../support/sample-pack.ts";

const sdmx = sourceNamed("sdmx");

const head = `<mes:Header><mes:ID>X</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2024-12-01T00:00:00</mes:Prepared><mes:Sender id="ESTAT"/></mes:Header>`;
const namespaces = `xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:str="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"`;

function dimension(id: string, position: number): string {
  return `<str:Dimension id="${id}" position="${position}"><str:ConceptIdentity><Ref maintainableParentID="C" maintainableParentVersion="1.0" agencyID="ESTAT" id="${id}"/></str:ConceptIdentity></str:Dimension>`;
}

/** A structure message of SDMX-ML 2.1, by its schemas. */
function structure(dimensions: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><mes:Structure ${namespaces}>${head}<mes:Structures>
<str:Dataflows><str:Dataflow id="FLOW" agencyID="ESTAT" version="1.0"><com:Name xml:lang="en">Accounts</com:Name><str:Structure><Ref id="DSD" agencyID="ESTAT" version="1.0"/></str:Structure></str:Dataflow></str:Dataflows>
<str:Codelists><str:Codelist id="GEO" agencyID="ESTAT" version="1.0"><com:Name xml:lang="en">Areas</com:Name><str:Code id="XZ9"><com:Name xml:lang="en">Area of an example</com:Name></str:Code></str:Codelist></str:Codelists>
<str:DataStructures><str:DataStructure id="DSD" agencyID="ESTAT" version="1.0"><com:Name xml:lang="en">Accounts</com:Name><str:DataStructureComponents>
<str:DimensionList id="DimensionDescriptor">${dimensions.map((id, at) => dimension(id, at + 1)).join("")}
<str:TimeDimension id="TIME_PERIOD" position="${dimensions.length + 1}"><str:ConceptIdentity><Ref maintainableParentID="C" maintainableParentVersion="1.0" agencyID="ESTAT" id="TIME_PERIOD"/></str:ConceptIdentity><str:LocalRepresentation><str:TextFormat textType="ObservationalTimePeriod"/></str:LocalRepresentation></str:TimeDimension></str:DimensionList>
<str:MeasureList id="MeasureDescriptor"><str:PrimaryMeasure id="OBS_VALUE"><str:ConceptIdentity><Ref maintainableParentID="C" maintainableParentVersion="1.0" agencyID="ESTAT" id="OBS_VALUE"/></str:ConceptIdentity></str:PrimaryMeasure></str:MeasureList>
</str:DataStructureComponents></str:DataStructure></str:DataStructures></mes:Structures></mes:Structure>`;
}

const generic = `<?xml version="1.0"?><mes:GenericData xmlns:mes="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:gen="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:com="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
<mes:Header><mes:ID>X</mes:ID><mes:Test>false</mes:Test><mes:Prepared>2024-12-01T00:00:00</mes:Prepared><mes:Sender id="ESTAT"/><mes:Structure structureID="S" dimensionAtObservation="TIME_PERIOD"><com:Structure><Ref agencyID="ESTAT" id="DSD" version="1.0"/></com:Structure></mes:Structure></mes:Header>
<mes:DataSet structureRef="S" action="Replace"><gen:Series><gen:SeriesKey><gen:Value id="freq" value="A"/><gen:Value id="unit" value="EUR"/><gen:Value id="na_item" value="B1GQ"/><gen:Value id="geo" value="EL"/></gen:SeriesKey>
<gen:Obs><gen:ObsDimension value="2022"/><gen:ObsValue value="207.9"/><gen:Attributes><gen:Value id="OBS_FLAG" value="p"/></gen:Attributes></gen:Obs>
<gen:Obs><gen:ObsDimension value="2023-B1"/><gen:ObsValue value="110"/></gen:Obs></gen:Series></mes:DataSet></mes:GenericData>`;

const csv = `DATAFLOW,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT
ESTAT:FLOW(1.0),A,EUR,B1GQ,BE,2022,554.2,A,9
ESTAT:FLOW(1.0),A,EUR,B1GQ,BE,2023,596.3,F,9
ESTAT:FLOW(1.0),A,EUR,B1GQ,XZ9,2023,,Q,9
ESTAT:FLOW(1.0),A,EUR,B1GQ,BE,2023-W07,1,A,9
`;

function serving(data: string, type: string, dimensions = ["freq", "unit", "na_item", "geo"]): Answering {
  return (url, response) =>
    url.pathname.includes("/dataflow/") && url.searchParams.has("references")
      ? send(response, structure(dimensions), {"content-type": "application/vnd.sdmx.structure+xml; version=2.1"})
      : send(response, data, {"content-type": type, "last-modified": "Mon, 02 Dec 2024 09:00:00 GMT"});
}

const query = {service: ["eurostat"], flow: ["FLOW"], key: ["A.EUR.B1GQ."], period: ["2022/2023"]};

async function pulled(answering: Answering, changes: Record<string, string[]> = {}) {
  const server = await loopback(answering);
  const into = join(testFolder(), "sdmx");
  const result = await pull(sdmx, {query: {...query, ...changes}, into, surroundings: surroundings(server.fetch)});
  expect((await checkPack(into)).violations).toEqual([]);
  return {...(await readPack(into)), result, asked: server.asked.map(({url}) => url)};
}

describe("pull() from an SDMX service", () => {
  it("reads generic data of SDMX-ML 2.1 with its structure", async () => {
    const {figures, sources, asked} = await pulled(
      serving(generic, "application/vnd.sdmx.genericdata+xml; version=2.1")
    );
    expect(asked).toEqual([
      "/eurostat/api/dissemination/sdmx/2.1/dataflow/ESTAT/FLOW/latest?references=descendants",
      "/eurostat/api/dissemination/sdmx/2.1/data/ESTAT,FLOW,latest/A.EUR.B1GQ.?startPeriod=2022&endPeriod=2023"
    ]);
    expect(figures).toMatchObject([
      {
        basis: {indicator: "flow.b1gq", economy: "GRC", unit: "EUR", prices: "current"},
        period: "2022",
        value: 207.9,
        known: "2024-12-02",
        note: "The service marks it as provisional."
      },
      {period: "2023-S1", value: 110}
    ]);
    expect(sources[0]).toMatchObject({publisher: "Eurostat", title: "Eurostat: Accounts"});
  });

  it("reads SDMX-CSV: multiples, forecasts, closed values, areas of its own", async () => {
    const {figures, register, result} = await pulled(serving(csv, "application/vnd.sdmx.data+csv; version=1.0.0"));
    expect(figures.map(({basis, value, status}) => [basis.economy, value, status])).toEqual([
      ["BEL", 554.2e9, "reported"],
      ["BEL", 596.3e9, "forecast"],
      ["eurostat-XZ9", null, "closed"]
    ]);
    expect(register.entities).toEqual([{id: "eurostat-XZ9", kind: "region", names: {en: "Area of an example"}}]);
    expect(result.notices).toMatchObject([{code: "unknown-period", examples: ["2023-W07"]}]);
  });

  it("reads trade by a mapping whose columns are the components", async () => {
    const dimensions = ["freq", "reporter", "partner", "flow"];
    const data =
      "DATAFLOW,freq,reporter,partner,flow,TIME_PERIOD,OBS_VALUE\nESTAT:FLOW(1.0),A,DE,BY,2,2021,1500\nESTAT:FLOW(1.0),A,DE,BY,1,2021,900\n";
    const map = join(testFolder(), "comext.yaml");
    writeFileSync(
      map,
      `reporter: {column: reporter, codes: iso2}
partner: {column: partner, codes: iso2}
flow: {column: flow, values: {"1": imports, "2": exports}}
period: {column: TIME_PERIOD}
value: {column: OBS_VALUE, unit: EUR}
coverage: goods
`
    );
    const {figures, asked} = await pulled(serving(data, "text/csv", dimensions), {flow: ["DS-059341"], map: [map]});
    expect(asked[0]).toContain("/eurostat/api/comext/dissemination/sdmx/2.1/dataflow/ESTAT/DS-059341/");
    expect(
      figures.map(({basis, value}) => [basis.indicator, basis.economy, basis.partner, basis.reporter, value])
    ).toEqual([
      ["exports", "DEU", "BLR", "DEU", 1500],
      ["imports", "DEU", "BLR", "DEU", 900]
    ]);
  });

  it("asks a service of SDMX 3.0 in its own way", async () => {
    const data =
      "STRUCTURE,STRUCTURE_ID,ACTION,freq,unit,na_item,geo,TIME_PERIOD,OBS_VALUE\ndataflow,BIS:FLOW(1.0),R,A,USD,X,US,2022,7\n";
    const server = serving(data, "application/vnd.sdmx.data+csv; version=2.0.0");
    const {figures, asked} = await pulled(server, {service: ["bis"], key: ["*"]});
    expect(asked).toEqual([
      "/api/v2/structure/dataflow/BIS/FLOW/~?references=descendants",
      "/api/v2/data/dataflow/BIS/FLOW/~/*?c[TIME_PERIOD]=ge:2022+le:2023"
    ]);
    expect(figures).toMatchObject([{value: 7, basis: {economy: "USA", unit: "USD"}}]);
  });

  it.each([
    ["a message that breaks off", generic.slice(0, 900), "application/xml", /cannot be read: XML/],
    [
      "entities that expand",
      generic.replace(
        '<?xml version="1.0"?>',
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
      ),
      "application/xml",
      /cannot be read: XML/
    ],
    ["a page", "<html><body>Maintenance</body></html>", "text/html", /sent "text\/html".*Maintenance/],
    ["a row that is too short", `${csv}ESTAT:FLOW(1.0),A,EUR\n`, "text/csv", /cannot be read/],
    [
      "a footer that says that there is more",
      generic.replace(
        "</mes:GenericData>",
        '<foo:Footer xmlns:foo="f"><foo:Message code="413" severity="Information"><com:Text>Due to the size, the answer is delivered later</com:Text></foo:Message></foo:Footer></mes:GenericData>'
      ),
      "application/xml",
      /says 413: Due to the size/
    ]
  ])("refuses %s", async (_, data, type, words) => {
    await expect(pulled(serving(data, type))).rejects.toThrow(words);
  });

  it("says what is wrong with a query before it asks", async () => {
    const never: Answering = () => expect.fail("was asked");
    await expect(pulled(never, {service: ["nowhere"]})).rejects.toThrow('Service "nowhere" is not known');
    await expect(pulled(never, {flow: ["A,B"]})).rejects.toThrow(
      'Dataflow "A,B" is not one as ID or AGENCY,ID,VERSION'
    );
  });
});

describe("fixes of SDMX services", () => {
  it("know where services have moved", () => {
    expect(movedAddress.apply("https://sdw-wsrest.ecb.europa.eu/service/data/EXR")).toBe(
      "https://data-api.ecb.europa.eu/service/data/EXR"
    );
    expect(serviceOf("https://sdw-wsrest.ecb.europa.eu/service/").base).toBe("https://data-api.ecb.europa.eu/service");
    expect(movedAddress.apply("https://example.org")).toBe("https://example.org");
  });

  it("know which service has detailed trade", () => {
    expect(comextFlows.apply({service: "eurostat", flow: "DS-645593"})).toBe("comext");
    expect(comextFlows.apply({service: "eurostat", flow: "nama_10_gdp"})).toBe("eurostat");
    expect(comextFlows.apply({service: "ecb", flow: "DS-1"})).toBe("ecb");
  });

  it("read codes and periods", () => {
    expect(["EL", "UK", "DE"].map(euCodes.apply)).toEqual(["GR", "GB", "DE"]);
    expect(["2023-A1", "2023-B2", "2023-D032", "2023-M01"].map(sdmxPeriod.apply)).toEqual([
      "2023",
      "2023-S2",
      "2023-02-01",
      "2023-M01"
    ]);
  });
});

it("sdmxServices have an address of https, a licence and a flow each", () => {
  expect(sdmxServices.map(({id}) => id)).toEqual(["eurostat", "comext", "ecb", "imf", "oecd", "bis", "ilo", "wits"]);
  for (const {base, licence, flow} of sdmxServices) {
    expect(base).toMatch(/^https:\/\//);
    expect(licence.url).toMatch(/^https:\/\//);
    expect(flow).not.toBe("");
  }
});
