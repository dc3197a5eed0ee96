import type {Attribute, Component, DataStructure, Structure, StructureType} from "../structures.ts";

/** Measures and attributes as SDMX 2.1 knows them: one primary measure, the others as attributes of the observation. */
export function as21({measures, attributes}: DataStructure): {primary: Component | undefined; attributes: Attribute[]} {
  const [primary, ...others] = measures;
  const further = others.map(({mandatory: _, ...one}) => ({
    ...one,
    attachment: "observation" as const,
    mandatory: false
  }));
  return {primary, attributes: [...further, ...attributes]};
}

/** Whether components and items are left out, because the structure is a stub. */
export function isStub({isExternalReference}: Structure): boolean {
  return isExternalReference === true;
}

/** Structures by type, in the order that a message wants. */
export function inOrder(
  structures: readonly Structure[],
  order: readonly StructureType[]
): [StructureType, readonly Structure[]][] {
  return order
    .map((type): [StructureType, readonly Structure[]] => [type, structures.filter((one) => one.type === type)])
    .filter(([, all]) => all.length > 0);
}
