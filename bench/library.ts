/** A module of the built library, with the types of its source. */
async function built<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../dist/${path}`, import.meta.url).href)) as Module;
}

/** The parts of the built library that are measured by themselves. */
export async function loadLibrary() {
  const {readerFor} = await built<typeof import("../src/claims/read/reader.ts")>("claims/read/reader.js");
  const {readDocument} = await built<typeof import("../src/claims/text/documents.ts")>("claims/text/documents.js");
  const {extractClaims} = await built<typeof import("../src/claims/extract/extract.ts")>("claims/extract/extract.js");
  const {tokenize} = await built<typeof import("../src/claims/text/words.ts")>("claims/text/words.js");
  const {checkText} = await built<typeof import("../src/claims/check.ts")>("claims/check.js");
  const {loadHighs} = await built<typeof import("../src/runtime/highs-solver.ts")>("runtime/highs-solver.js");
  const {solveMarket} = await built<typeof import("../src/kernels/energy/solve-market.ts")>(
    "kernels/energy/solve-market.js"
  );
  const {drawMarket} = await built<typeof import("../src/kernels/energy/draw.ts")>("kernels/energy/draw.js");
  const {applyScenario} = await built<typeof import("../src/kernels/energy/apply-scenario.ts")>(
    "kernels/energy/apply-scenario.js"
  );
  const energy = {loadHighs, solveMarket, drawMarket, applyScenario};
  return {energy, reader: readerFor(), readDocument, extractClaims, tokenize, checkText};
}

export type Library = Awaited<ReturnType<typeof loadLibrary>>;
