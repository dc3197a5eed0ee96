import {createRoute, type OpenAPIHono, z} from "@hono/zod-openapi";
import {ConcordError} from "../../base/errors.ts";
import type {Pack, PackDocument} from "../../base/pack.ts";
import {readDocument} from "../../claims/text/documents.ts";
import type {Catalogue} from "../catalogue.ts";
import {makeRouter, responses} from "../http/router.ts";
import {type DocumentAnswer, documentTextSchema, type PacksAnswer, packsSchema} from "./output.ts";

const packsRoute = createRoute({
  method: "get",
  path: "/packs",
  tags: ["Packs"],
  summary: "What is loaded",
  description:
    "The loaded packs with their licences and documents, and the packs that did not load with all violations.",
  request: {query: z.strictObject({})},
  responses: responses("The packs", {"application/json": {schema: packsSchema}})
});

const documentRoute = createRoute({
  method: "get",
  path: "/packs/{pack}/documents/{id}",
  tags: ["Packs"],
  summary: "A document of a pack",
  request: {
    params: z.object({
      pack: z.string().openapi({description: "Name of a loaded pack", example: "union-state"}),
      id: z.string().openapi({description: "Id of a document, from /api/packs", example: "avdonin-2024-02-23.en"})
    }),
    query: z.strictObject({})
  },
  responses: responses("The document with its text", {"application/json": {schema: documentTextSchema}})
});

/** `/packs` and the documents below it. */
export function packsRoutes(catalogue: Catalogue, version: string): OpenAPIHono {
  const router = makeRouter();
  router.openapi(packsRoute, (c) => c.json(packsAnswer(catalogue, version), 200));
  router.openapi(documentRoute, (c) => {
    const {pack, id} = c.req.valid("param");
    return c.json(documentAnswer(catalogue, pack, id), 200);
  });
  return router;
}

function packsAnswer({packs, failures, today}: Catalogue, version: string): PacksAnswer {
  return {
    version,
    today: today(),
    packs: packs.map(packAnswer),
    failures: failures.map(({folder, message, violations}) => ({
      folder,
      message,
      violations: violations.map((one) => ({...one}))
    }))
  };
}

function packAnswer(pack: Pack): PacksAnswer["packs"][number] {
  const {name, title, version, licence, profile, figures, sources, register, documents} = pack;
  const [first, second] = profile.economies;
  return {
    name,
    titles: {en: title, ...profile.titles},
    version,
    licence,
    economies: [...profile.economies],
    pairs: first !== undefined && second !== undefined ? [[first, second]] : [],
    recordedTo: profile.recordedTo ?? null,
    counts: {
      figures: figures.length,
      sources: sources.length,
      items: register.items.length,
      assertions: register.assertions.length
    },
    documents: documents.map((document) => describe(document, pack))
  };
}

function describe(document: PackDocument, {profile}: Pack): PacksAnswer["packs"][number]["documents"][number] {
  const {title, publisher, speaker, source, language, posted, format} = readDocument(document.text);
  return {
    id: documentId(document),
    title: title ?? null,
    publisher: publisher ?? null,
    speaker: speaker ?? null,
    source: source ?? null,
    language,
    posted: posted ?? null,
    format,
    first: document.path === profile.document
  };
}

/** The path below documents/ without its last ending; slashes become dots, so that it is one step of an address. */
function documentId({path}: PackDocument): string {
  return path
    .replace(/^documents\//, "")
    .replace(/\.\w+$/, "")
    .replaceAll("/", ".");
}

function documentAnswer({packs}: Catalogue, name: string, id: string): DocumentAnswer {
  const pack = packs.find((one) => one.name === name);
  if (!pack)
    throw notFound(
      `Pack "${name}" is not loaded`,
      packs.map((one) => one.name)
    );
  const document = pack.documents.find((one) => documentId(one) === id);
  if (!document) throw notFound(`Pack "${name}" has no document "${id}"`, pack.documents.map(documentId));
  return {...describe(document, pack), pack: name, text: document.text};
}

function notFound(message: string, known: readonly string[]): ConcordError {
  const hint = known.length > 0 ? `there is ${known.map((one) => `"${one}"`).join(", ")}` : "there are none";
  return new ConcordError("not_found", message, {details: {hint}});
}
