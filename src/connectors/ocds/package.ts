import {z} from "zod";
import type {Fix} from "../connector.ts";
import {maybeEconomyId} from "../shared/economies.ts";
import {otherShape} from "../shared/json.ts";

const partySchema = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish(),
  roles: z.array(z.string()).nullish(),
  address: z.looseObject({countryName: z.string().nullish(), country: z.string().nullish()}).nullish(),
  identifier: z.looseObject({scheme: z.string().nullish()}).nullish()
});
const referenceSchema = z.looseObject({id: z.union([z.string(), z.number()]).nullish()});
const awardSchema = z.looseObject({
  id: z.union([z.string(), z.number()]),
  status: z.string().nullish(),
  date: z.string().nullish(),
  value: z.looseObject({amount: z.number().nullish(), currency: z.string().nullish()}).nullish(),
  suppliers: z.array(referenceSchema).nullish()
});
const releaseSchema = z.looseObject({
  ocid: z.string(),
  date: z.string(),
  buyer: referenceSchema.nullish(),
  parties: z.array(partySchema).nullish(),
  awards: z.array(awardSchema).nullish()
});
const packageSchema = z.looseObject({
  publishedDate: z.string().nullish(),
  publisher: z.looseObject({name: z.string()}).nullish(),
  license: z.string().nullish(),
  links: z.looseObject({next: z.string().nullish()}).nullish(),
  releases: z.array(releaseSchema)
});

/** A release package of OCDS 1.1. */
export type ReleasePackage = z.infer<typeof packageSchema>;
type Release = ReleasePackage["releases"][number];
type Party = z.infer<typeof partySchema>;

/** Takes a package apart; says which member is not as the standard has it. */
export function parsePackage(value: unknown, url: string): ReleasePackage {
  const result = packageSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw otherShape(url, `"${issue!.path.join(".") || "the whole"}" that is not as OCDS has it`, issue!.message);
}

/** The economy of a party, if it states one that is known. */
export const partyEconomy: Fix<Party, string | undefined> = {
  id: "ocds-country-names",
  since: "1.0",
  cause:
    "The standard asks for the name of the country in any language; many publishers give a code, only the extension's code, or none but the register that an identifier is of, as in BY-UNP",
  apply: ({address, identifier}) => {
    const words = [address?.country, address?.countryName, /^([A-Z]{2})-/.exec(identifier?.scheme ?? "")?.[1]];
    return words.map((word) => (word ? maybeEconomyId(word) : undefined)).find((id) => id !== undefined);
  }
};

/** An award with who bought and who sold. */
export interface Award {
  readonly year: string;
  readonly buyer: string | undefined;
  /** Economies of its suppliers, each once; undefined where one of them states none. */
  readonly suppliers: readonly string[] | undefined;
  readonly amount: number | undefined;
  readonly currency: string | undefined;
}

/** Awards that are in force, each as the newest release of its process has it. */
export function awardsOf(releases: readonly Release[], defaultBuyer: string | undefined): Award[] {
  const newest = new Map<string, {date: string; award: Award | undefined}>();
  for (const release of releases)
    for (const award of release.awards ?? []) {
      const key = `${release.ocid}\t${award.id}`;
      const before = newest.get(key);
      if (before && before.date > release.date) continue;
      const isActive = award.status === undefined || award.status === null || award.status === "active";
      newest.set(key, {date: release.date, award: isActive ? awardOf(release, award, defaultBuyer) : undefined});
    }
  return [...newest.values()].flatMap(({award}) => award ?? []);
}

function awardOf(release: Release, award: z.infer<typeof awardSchema>, defaultBuyer: string | undefined): Award {
  const parties = release.parties ?? [];
  const economyOf = (id: unknown) => {
    const party = parties.find((one) => one.id !== undefined && one.id !== null && one.id === id);
    return party && partyEconomy.apply(party);
  };
  const sellers = (award.suppliers ?? []).map(({id}) => economyOf(id));
  const isWhole = sellers.length > 0 && sellers.every((id) => id !== undefined);
  const buyerParty = parties.find(({roles}) => roles?.includes("buyer"));
  return {
    year: (award.date ?? release.date).slice(0, 4),
    buyer: economyOf(release.buyer?.id) ?? (buyerParty && partyEconomy.apply(buyerParty)) ?? defaultBuyer,
    suppliers: isWhole ? ([...new Set(sellers)] as string[]) : undefined,
    amount: award.value?.amount ?? undefined,
    currency: award.value?.currency ?? undefined
  };
}
