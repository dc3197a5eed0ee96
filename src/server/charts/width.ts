import {z} from "@hono/zod-openapi";

const wanted = {error: "a whole number of pixels from 320 to 1600"};

/** Width of a picture. */
export const widthParameter = z.coerce
  .number(wanted)
  .int(wanted)
  .min(320, wanted)
  .max(1600, wanted)
  .default(760)
  .openapi({
    type: "integer",
    description: "Width of the picture in pixels, 320 to 1600; defaults to 760",
    example: 760
  });
