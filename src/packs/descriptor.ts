import {z} from "zod";
import {packProfileSchema} from "../base/pack.ts";
import {slugSchema} from "../base/source.ts";

/** A resource of a Data Package: one file, or several with the same columns. */
export const resourceSchema = z.looseObject({
  name: slugSchema,
  path: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  format: z.string().exactOptional(),
  mediatype: z.string().exactOptional(),
  encoding: z
    .string()
    .regex(/^utf-?8$/i, {error: '"utf-8"'})
    .exactOptional(),
  /** Size of the file; checked when it is given. */
  bytes: z.int().exactOptional(),
  /** Checksum of the file; checked when it is given. */
  hash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, {error: '"sha256:" and 64 hexadecimal digits'})
    .exactOptional(),
  /** Table Schema, or a path to one. */
  schema: z
    .union([z.string(), z.looseObject({fields: z.array(z.looseObject({name: z.string()})).exactOptional()})])
    .exactOptional()
});

/** One resource of a descriptor. */
export type Resource = z.infer<typeof resourceSchema>;

/** `datapackage.json`: a Frictionless Data Package v1 descriptor with the member `concord`; other members are free. */
export const descriptorSchema = z.looseObject({
  name: slugSchema,
  title: z.string().min(1),
  version: z.string().min(1),
  profile: z.literal("data-package"),
  licenses: z
    .array(
      z.looseObject({name: z.string().min(1), path: z.string().exactOptional(), title: z.string().exactOptional()})
    )
    .min(1),
  resources: z.array(resourceSchema),
  concord: packProfileSchema
});

/** The descriptor of a pack. */
export type Descriptor = z.infer<typeof descriptorSchema>;

/** What a file of a pack holds. */
export type Role =
  | "figures"
  | "sources"
  | "entities"
  | "items"
  | "assertions"
  | "links"
  | "energy"
  | "documents"
  | "other";

const roles: readonly [RegExp, Role][] = [
  [/^figures(\.csv|\.parquet|\/.+\.(csv|parquet))$/, "figures"],
  [/^sources\.csv$/, "sources"],
  [/^register\/entities\.jsonl$/, "entities"],
  [/^register\/items\.jsonl$/, "items"],
  [/^register\/assertions\.jsonl$/, "assertions"],
  [/^register\/links\.jsonl$/, "links"],
  [/^energy\/.+\.json$/, "energy"],
  [/^documents\/.+\.md$/, "documents"]
];

/** What a file of a pack holds, by its path below the pack's folder. */
export function roleOf(path: string): Role {
  return roles.find(([pattern]) => pattern.test(path))?.[1] ?? "other";
}

/** The paths of a resource. */
export function pathsOf({path}: Pick<Resource, "path">): readonly string[] {
  return typeof path === "string" ? [path] : path;
}
