import {ConcordError} from "../../base/errors.ts";
import type {Chunks} from "../records.ts";
import type {StructureMessage} from "../structures.ts";
import {peek} from "./read-data.ts";
import {readStructureJson} from "./structure-json.ts";
import {readStructureXml} from "./structure-xml.ts";

/** Reads a structure message in SDMX-ML or SDMX-JSON. */
export async function readStructures(chunks: Chunks): Promise<StructureMessage> {
  const {head, all} = await peek(chunks);
  if (head === "<") return readStructureXml(all);
  if (head === "{") return readStructureJson(all);
  throw new ConcordError("bad_data", `Message begins with "${head}", wanted an SDMX structure message in XML or JSON`);
}
