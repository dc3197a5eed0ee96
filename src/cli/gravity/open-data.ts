import {statSync} from "node:fs";
import {packFrame} from "../../gravity/pack-frame.ts";
import {type Frame, openFrame} from "../../store/frame.ts";
import {type CliContext, openKnowledge} from "../context.ts";
import type {RowFlags} from "./flags.ts";

/** Opens what the user named: a table, or the exports in the figures of a pack. */
export async function openData(context: CliContext, path: string, {asOf, store}: RowFlags): Promise<Frame> {
  if (!statSync(path, {throwIfNoEntry: false})?.isDirectory()) return openFrame(path);
  const {knowledge} = await openKnowledge(context, [path], asOf, store === undefined ? {} : {store});
  return packFrame(knowledge, path);
}
