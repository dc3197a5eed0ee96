import type {EnergyMarket} from "../../../src/base/energy.ts";
import type {EnergyOutput} from "../../../src/base/energy-result.ts";

/** Whether some demand takes a fixed quantity: its consumers' account is then minus what they pay. */
export function hasFixedDemand({demands}: Pick<EnergyMarket, "demands">): boolean {
  return demands.some(({quantity}) => quantity !== undefined);
}

/** Prices of which several support the same quantities, with their span: "tax B crude 489…495". */
export function looselyPriced(
  {scenarios}: Pick<EnergyOutput, "scenarios">,
  format: (value: number) => string
): string[] {
  return scenarios.flatMap(({scenario, nodes}) =>
    nodes.flatMap(({node, commodity, range}) => {
      if (!range) return [];
      const [low, high] = range;
      const span = `${low === null ? "−∞" : format(low)}…${high === null ? "+∞" : format(high)}`;
      return [`${scenario} ${node} ${commodity} ${span}`];
    })
  );
}
