import type {Basis} from "../../base/figure.ts";
import {basisShortLabel} from "../../base/label.ts";
import type {Knowledge} from "../../base/pack.ts";
import {bilateral} from "../extract/economies.ts";

/** Short name of a basis for people: "BLR goods" for trade, "GDP, RUS" or the item counted for anything else. */
export function labelOf(basis: Basis, knowledge?: Knowledge): string {
  if (bilateral.has(basis.indicator)) return basisShortLabel({...basis, unit: "USD"}) + currencyOf(basis);
  const name =
    knowledge?.profile.indicators?.find(({id}) => id === basis.indicator)?.names.en ??
    basis.indicator.replaceAll("_", " ");
  const item = basis.about === undefined ? undefined : knowledge?.register.items.find(({id}) => id === basis.about);
  const what = item ? (item.title.en ?? item.id) : name;
  return [
    what,
    ...(item ? [] : [basis.economy]),
    ...(basis.reporter && basis.reporter !== basis.economy ? [`${basis.reporter} books`] : [])
  ]
    .filter(Boolean)
    .join(", ");
}

function currencyOf({unit}: Basis): string {
  return /^[A-Z]{3}$/.test(unit) && unit !== "USD" ? `, ${unit}` : "";
}
