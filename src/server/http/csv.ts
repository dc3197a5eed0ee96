import {z} from "@hono/zod-openapi";

/** A table as CSV by RFC 4180. */
export const csvSchema = z.string().openapi({type: "string", description: "CSV by RFC 4180, in UTF-8"});

/** A table to download. */
export function csvResponse(csv: string | Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name.replaceAll(/[^\w.-]/g, "-")}"`
    }
  });
}
