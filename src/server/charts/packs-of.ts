import type {Catalogue} from "../catalogue.ts";
import type {ChartContent} from "./kind.ts";

/** A pack as it is named with a chart. */
export interface NamedPack {
  readonly name: string;
  readonly title: string;
  readonly version: string;
  readonly licence: string;
}

/** The packs that what is shown comes from, by the sources that carry it; all packs where nothing has a source. */
export function packsOf({sources, language}: ChartContent, catalogue: Catalogue): NamedPack[] {
  const found = new Set(sources.flatMap((id) => catalogue.packOf(id) ?? []));
  const packs = found.size > 0 ? [...found] : catalogue.packs;
  return packs.map(({name, title, profile, version, licence}) => ({
    name,
    title: profile.titles?.[language] ?? title,
    version,
    licence
  }));
}
