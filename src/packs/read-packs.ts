import {ConcordError} from "../base/errors.ts";
import type {Pack} from "../base/pack.ts";
import {contentHash} from "./content-hash.ts";
import {readPack} from "./read-pack.ts";
import {list} from "./report.ts";

/** Packs that are loaded together, and the checksum of what they were read from. */
export interface ReadPacks {
  readonly packs: readonly Pack[];
  readonly content: string;
}

const attempts = 3;

/** Reads several packs whose ids do not clash; packs that change meanwhile are read again. */
export async function readPacks(folders: readonly string[]): Promise<ReadPacks> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const packs: Pack[] = [];
    for (const folder of folders) packs.push(await readPack(folder));
    const content = contentHash(folders);
    refuseClashes(packs);
    if (content === contentHash(folders)) return {packs, content};
  }
  throw new ConcordError("unavailable", `Packs ${list(folders)} change while they are read; try again later`, {
    details: {folders}
  });
}

/** An id must name one record in the store: where two packs use it for different ones, neither can be told apart. */
function refuseClashes(packs: readonly Pack[]): void {
  const clashes = [
    ...clashesOf(packs, "pack", (pack) => [pack.name]),
    ...clashesOf(packs, "figure", ({figures}) => figures.map(({id}) => id)),
    ...clashesOf(packs, "source", ({sources}) => sources.map(({id}) => id)),
    ...clashesOf(packs, "entity", ({register}) => register.entities.map(({id}) => id)),
    ...clashesOf(packs, "item", ({register}) => register.items.map(({id}) => id)),
    ...clashesOf(packs, "assertion", ({register}) => register.assertions.map(({id}) => id))
  ];
  if (clashes.length > 0)
    throw new ConcordError("bad_pack", `Packs loaded together share ids, wanted each once: ${clashes.join("; ")}`, {
      details: {clashes}
    });
}

function clashesOf(packs: readonly Pack[], what: string, idsOf: (pack: Pack) => readonly string[]): string[] {
  const owners = new Map<string, string>();
  return packs.flatMap((pack) =>
    idsOf(pack).flatMap((id) => {
      const owner = owners.get(id);
      owners.set(id, pack.name);
      return owner === undefined ? [] : [`${what} "${id}" in "${owner}" and "${pack.name}"`];
    })
  );
}
