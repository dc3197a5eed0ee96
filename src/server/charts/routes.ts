import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {paper} from "../../charts/data/palette.ts";
import type {Catalogue} from "../catalogue.ts";
import {csvResponse, csvSchema} from "../http/csv.ts";
import {makeRouter, responses} from "../http/router.ts";
import {balanceKind, growthKind} from "./changes-kind.ts";
import {serverDocument} from "./document.ts";
import type {ChartContent, ChartKind} from "./kind.ts";
import {captionOf, readmeOf, zipOf} from "./package.ts";
import {timelineKind} from "./timeline-kind.ts";
import {turnoverKind} from "./turnover-kind.ts";

/** Every chart that can be taken away. */
const chartKinds: readonly ChartKind[] = [
  turnoverKind,
  growthKind,
  balanceKind,
  timelineKind
] as unknown as readonly ChartKind[];

const forms = {
  svg: {
    words: "as a picture",
    content: {"image/svg+xml": {schema: z.string().openapi({type: "string", description: "SVG"})}}
  },
  csv: {words: "as a table", content: {"text/csv": {schema: csvSchema}}},
  zip: {
    words: "as a zip of picture, table and README with citation, licence and caveats",
    content: {"application/zip": {schema: z.string().openapi({type: "string", format: "binary"})}}
  }
} as const;
type Form = keyof typeof forms;

/** `/charts/{kind}.{svg|csv|zip}`. */
export function chartRoutes(catalogue: Catalogue): OpenAPIHono {
  const router = makeRouter();
  for (const kind of chartKinds)
    for (const form of Object.keys(forms) as Form[]) addChart(router, kind, form, catalogue);
  return router;
}

function addChart(router: OpenAPIHono, kind: ChartKind, form: Form, catalogue: Catalogue): void {
  const {words, content} = forms[form];
  const route = createRoute({
    method: "get",
    path: `/charts/${kind.name}.${form}`,
    tags: ["Charts"],
    summary: `${kind.summary}, ${words}`,
    request: {query: kind.parameters as z.ZodObject},
    responses: responses(`The chart ${words}`, content)
  });
  // Bodies that are no JSON have no type to hold them against: the library wants to be told so.
  router.openapi(route, async (c): Promise<never> => {
    const chart = kind.make(c.req.valid("query"), catalogue);
    return (await answers[form](chart, catalogue, addressAsOf(c.req.url, chart.knowledge.asOf))) as never;
  });
}

/** The address of a chart on the day it was made, whatever day it is called again. */
function addressAsOf(url: string, asOf: string): string {
  const {pathname, searchParams} = new URL(url);
  searchParams.set("asOf", asOf);
  return `${pathname}?${searchParams}`;
}

const answers: Readonly<
  Record<Form, (chart: ChartContent, catalogue: Catalogue, address: string) => Response | Promise<Response>>
> = {
  csv: (chart) => csvResponse(chart.csv(), `${fileName(chart)}.csv`),
  svg: async (chart, catalogue) =>
    download(await picture(chart, catalogue), "image/svg+xml; charset=utf-8", chart, "svg"),
  zip: async (chart, catalogue, address) => {
    const {name, knowledge} = chart;
    const files = {
      [`${name}.svg`]: await picture(chart, catalogue),
      [`${name}.csv`]: chart.csv(),
      "README.md": readmeOf(chart, catalogue, address)
    };
    return download(zipOf(files, knowledge.asOf) as Uint8Array<ArrayBuffer>, "application/zip", chart, "zip");
  }
};

/** The chart on paper of its own: it must be readable on the dark page of a viewer. */
async function picture(chart: ChartContent, catalogue: Catalogue): Promise<string> {
  const document = await serverDocument();
  const svg = chart.draw(document, captionOf(chart, catalogue));
  const sheet = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({width: "100%", height: "100%", fill: paper}))
    sheet.setAttribute(name, value);
  svg.querySelector("desc")!.after(sheet);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svg.outerHTML}\n`;
}

function fileName({name, knowledge}: ChartContent): string {
  return `${name}-${knowledge.asOf}`;
}

function download(body: string | Uint8Array<ArrayBuffer>, type: string, chart: ChartContent, ending: string): Response {
  const disposition = ending === "svg" ? "inline" : "attachment";
  const name = `${fileName(chart)}.${ending}`.replaceAll(/[^\w.-]/g, "-");
  return new Response(body, {
    headers: {"content-type": type, "content-disposition": `${disposition}; filename="${name}"`}
  });
}
