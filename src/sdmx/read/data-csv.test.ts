import {describe, expect, it} from "vitest";
import {readDataCsv} from "./data-csv.ts";

async function read(text: string, size = text.length || 1) {
  const chunks = [];
  for (let i = 0; i < text.length; i += size) chunks.push(text.slice(i, i + size));
  const batches = [];
  for await (const batch of readDataCsv(chunks)) batches.push(batch);
  return batches;
}

const v1 =
  'DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE,NOTE\r\nECB:EXR(1.0),M,2020-01,1.5,"a ""b"", c\r\nd"\r\nECB:EXR(1.0),M,2020-02,,\r\n';

describe("readDataCsv()", () => {
  it("reads 1.0 with quoted cells, however it is cut", async () => {
    for (let size = 1; size < 40; size++) {
      const records = (await read(v1, size)).flatMap((batch) => batch.records);
      expect(records).toEqual([
        {FREQ: "M", TIME_PERIOD: "2020-01", OBS_VALUE: "1.5", NOTE: 'a "b", c\r\nd'},
        {FREQ: "M", TIME_PERIOD: "2020-02"}
      ]);
    }
  });

  it("reads 2.0: structures, actions and separators", async () => {
    const batches = await read(
      "STRUCTURE;STRUCTURE_ID;ACTION;FREQ;OBS_VALUE\ndataflow;ECB:EXR(1.0);I;A;1,5\ndatastructure;ECB:DSD(2.1);D;A;\n"
    );
    expect(batches.map(({dataSet}) => dataSet)).toEqual([
      {structure: {type: "dataflow", agency: "ECB", id: "EXR", version: "1.0"}, action: "Information"},
      {structure: {type: "datastructure", agency: "ECB", id: "DSD", version: "2.1"}, action: "Delete"}
    ]);
    expect(batches[0]!.records).toEqual([{FREQ: "A", OBS_VALUE: "1,5"}]);
  });

  it("takes labels off codes, and leaves the colons of date-times alone", async () => {
    const [batch] = await read(
      "DATAFLOW,FREQ: Frequency,TIME_PERIOD: Time\nECB:EXR(1.0): Exchange: rates,A: Annual: yearly,2020-01-01T10:20:30\n"
    );
    expect(batch!.records).toEqual([{FREQ: "A", TIME_PERIOD: "2020-01-01T10:20:30"}]);
  });

  it("reads labels=name, where names stand in columns of their own", async () => {
    const [batch] = await read(
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,FREQ,Frequency,OBS_VALUE,Value\ndataflow,ECB:EXR(1.0),Rates,I,A,Annual,1.5,\n"
    );
    expect(batch!.records).toEqual([{FREQ: "A", OBS_VALUE: "1.5"}]);
  });

  it("tells empty, NaN and #N/A apart", async () => {
    const [batch] = await read("DATAFLOW,FREQ,OBS_VALUE\nA:B(1),A,\nA:B(1),B,NaN\nA:B(1),C,#N/A\n");
    expect(batch!.records).toEqual([{FREQ: "A"}, {FREQ: "B", OBS_VALUE: "NaN"}, {FREQ: "C", OBS_VALUE: "#N/A"}]);
  });

  it.each([
    ["", /is empty/],
    ["<html><body>Busy</body></html>", /begins with the column "<html>/],
    ["DATAFLOW,FREQ,FREQ\n", /column "FREQ" twice/],
    ["DATAFLOW,FREQ,OBS_VALUE\nA:B(1),A\n", /record 2 has 2 cells, wanted 3/],
    ["DATAFLOW,FREQ\nnothing,A\n", /record 2 is of "nothing", wanted AGENCY:ID\(VERSION\)/],
    ['DATAFLOW,FREQ\nA:B(1),"A', /quoted cell that is not closed/],
    ['DATAFLOW,FREQ\nA:B(1),"A"x\n', /text after a closing quote/]
  ])("says what is wrong with %j", async (text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
