import {lazily} from "../../base/lazily.ts";

/** A document without a window on a screen, in which charts are drawn; made when the first one is. */
export const serverDocument: () => Promise<Document> = lazily(async () => {
  const {Window} = await import("happy-dom");
  return new Window().document as unknown as Document;
});
