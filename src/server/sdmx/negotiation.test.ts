import {describe, expect, it} from "vitest";
import {negotiate, negotiateFormat, negotiateLanguage} from "./negotiation.ts";
import {dataOffers21, dataOffers30} from "./offers.ts";

const type = (accept: string | undefined, offers = dataOffers30) =>
  negotiate(accept, offers)?.offer.type.replace("application/vnd.sdmx.", "");

describe("negotiate()", () => {
  it.each([
    [undefined, "data+json;version=2.0.0"],
    ["", "data+json;version=2.0.0"],
    ["*/*", "data+json;version=2.0.0"],
    ["application/*", "data+json;version=2.0.0"],
    ["text/csv", "data+csv;version=2.0.0"],
    ["application/vnd.sdmx.data+csv", "data+csv;version=2.0.0"],
    ["application/vnd.sdmx.data+csv; version=1.0.0", "data+csv;version=1.0.0"],
    ['application/vnd.sdmx.data+csv;version="1.0"', "data+csv;version=1.0.0"],
    ["application/vnd.sdmx.data+json;version=2.0+.0", "data+json;version=2.0.0"],
    ["application/vnd.sdmx.data+json;version=1+.0.0", "data+json;version=2.0.0"],
    ["application/vnd.sdmx.data+json;version=3.0.0", undefined],
    ["application/vnd.sdmx.data+json;version=2.1+.0", undefined],
    ["image/png", undefined],
    ["text/csv;q=0.5, application/xml;q=0.9", "data+xml;version=3.0.0"],
    ["text/csv;q=0, */*;q=0.1", "data+json;version=2.0.0"],
    ["application/vnd.sdmx.data+json;version=2.0.0;q=0, application/*", "data+csv;version=2.0.0"],
    ["text/csv, application/json", "data+csv;version=2.0.0"]
  ])("%s", (accept, wanted) => {
    expect(type(accept)).toBe(wanted);
  });

  it("gives the parameters of the range that was met", () => {
    const found = negotiate(
      "application/vnd.sdmx.data+csv;version=2.0.0;labels=both;timeFormat=normalized",
      dataOffers30
    );
    expect([...found!.parameters]).toEqual([
      ["labels", "both"],
      ["timeformat", "normalized"]
    ]);
  });

  it("sends generic data where 2.1 is asked for nothing", () => {
    expect(type(undefined, dataOffers21)).toBe("genericdata+xml;version=2.1");
    expect(negotiateFormat("csv", dataOffers21)!.offer.type).toMatch(/csv;version=1.0.0$/);
    expect(negotiateFormat("parquet", dataOffers21)).toBeUndefined();
  });
});

describe("negotiateLanguage()", () => {
  it("takes the best of the languages that there are, else the first", () => {
    expect(negotiateLanguage("fr, ru;q=0.8, en;q=0.9", ["en", "ru"])).toBe("en");
    expect(negotiateLanguage("ru-BY", ["en", "ru"])).toBe("ru");
    expect(negotiateLanguage("ru;q=0, fr", ["en", "ru"])).toBe("en");
    expect(negotiateLanguage(undefined, ["en", "ru"])).toBe("en");
  });
});
