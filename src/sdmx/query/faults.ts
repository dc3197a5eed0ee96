/** Why a request cannot be answered; each version of SDMX REST has statuses and codes of its own for them. */
export type FaultKind =
  | "no-results"
  | "syntax"
  | "semantic"
  | "not-acceptable"
  | "not-implemented"
  | "too-large"
  | "uri-too-long"
  | "internal"
  | "unavailable";

/** What went wrong with a request, before it is put into the words of a version. */
export class SdmxFault extends Error {
  override readonly name = "SdmxFault";
  readonly kind: FaultKind;

  constructor(kind: FaultKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

export function syntaxFault(message: string): SdmxFault {
  return new SdmxFault("syntax", message);
}

export function semanticFault(message: string): SdmxFault {
  return new SdmxFault("semantic", message);
}
