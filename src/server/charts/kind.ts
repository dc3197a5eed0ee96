import type {z} from "@hono/zod-openapi";
import type {Language} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import type {Catalogue} from "../catalogue.ts";
import type {Columns} from "./columns.ts";

/** A chart as it can be taken away: its picture, its table, and what must be said with them. */
export interface ChartContent {
  readonly knowledge: Knowledge;
  readonly language: Language;
  /** Name of files: "turnover-BLR-RUS". */
  readonly name: string;
  readonly title: string;
  /** Ids of the sources that carry what is shown. */
  readonly sources: readonly string[];
  /** What a reader must know before using it, a sentence or two each. */
  readonly caveats: readonly string[];
  /** Draws it with elements of a document; the caption names source and vintage. */
  readonly draw: (document: Document, caption: string) => SVGSVGElement;
  readonly csv: () => string;
  /** What the columns of the table mean. */
  readonly columns: Columns;
}

/** A kind of chart: its parameters, and how they become a chart. A further kind is a further row of `chartKinds`. */
export interface ChartKind<Parameters extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly summary: string;
  readonly parameters: Parameters;
  readonly make: (parameters: z.infer<Parameters>, catalogue: Catalogue) => ChartContent;
}
