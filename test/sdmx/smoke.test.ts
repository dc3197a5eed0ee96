import {expect, it} from "vitest";
import {fixtureServices} from "./fixture.ts";
import {makeValidator} from "./validate.ts";

const services = await fixtureServices();
const validate = await makeValidator(services);
it.each([
  ["2.1", "data/DF_REPORTED", undefined],
  ["2.1", "data/DF_REPORTED", "application/vnd.sdmx.data+json;version=1.0.0"],
  ["2.1", "data/DF_REPORTED?dimensionAtObservation=AllDimensions", "application/vnd.sdmx.data+json;version=1.0.0"],
  ["2.1", "data/DF_REPORTED", "application/vnd.sdmx.structurespecifictimeseriesdata+xml;version=2.1"],
  ["3.0", "data/dataflow/CONCORD/DF_REPORTED", undefined],
  ["3.0", "data/dataflow/CONCORD/DF_RECONCILED?includeHistory=true", undefined],
  ["3.0", "data/dataflow/CONCORD/DF_REPORTED?dimensionAtObservation=AllDimensions", undefined],
  ["3.0", "data/dataflow/CONCORD/DF_REPORTED?format=csv", undefined],
  ["3.0", "structure/*/*/*/*", undefined],
  ["3.0", "structure/*/*/*/*?detail=allstubs", undefined],
  ["3.0", "structure/*/*/*/*", "application/vnd.sdmx.structure+xml;version=3.0.0"],
  ["2.1", "structure/all/all/all", "application/vnd.sdmx.structure+json;version=1.0.0"],
  ["2.1", "structure/all/all/all?detail=allstubs", "application/vnd.sdmx.structure+json;version=1.0.0"],
  ["2.1", "availableconstraint/DF_REPORTED/all/all?references=all", undefined],
  ["3.0", "availability/dataflow/CONCORD/DF_REPORTED/1.0.0?references=all", undefined],
  ["3.0", "data/dataflow/CONCORD/NOPE", undefined],
  ["2.1", "data/NOPE", undefined]
] as const)("%s %s %s", async (v, path, accept) => {
  const r = await services.ask(v, path, accept ? {accept} : {});
  const body = await r.text();
  console.log(v, path, r.status, r.headers.get("content-type"), body.length);
  expect(await validate(r, body, `${v}/${path}`)).toEqual([]);
});
