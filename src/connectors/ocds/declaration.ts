import type {SourceDeclaration} from "../connector.ts";

/** Open Contracting: release packages of public procurement. */
export const ocds: SourceDeclaration = {
  id: "ocds",
  title: "Open Contracting (OCDS) release packages: how much procurement crosses borders",
  publisher: "as the package states",
  language: "en",
  licence: {name: "as the package states", url: "https://standard.open-contracting.org"},
  endpoint: "the address of the package",
  cadence: "as the publisher states",
  citation: "the publisher of the package and the day of the pull",
  limits: {gap: 1000, timeout: 60_000, bytes: 400e6, attempts: 5},
  parameters: [
    {name: "url", about: "Address of a release package; further pages are followed", placeholder: "address"},
    {name: "file", about: "A release package that you have", placeholder: "path"},
    {name: "economy", about: "Economy of buyers that state none", placeholder: "economy"}
  ],
  examples: ["concord pull ocds --file releases.json --economy KEN --into my-pack"],
  probes: []
};
