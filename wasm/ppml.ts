// The rows of Poisson models in WebAssembly; twin of the plain TypeScript in src/kernels/ppml, which calls it.

export {countCodes, countRuns, dropEmpty, firstOutOfRange, firstUnsound, foldDummy, isDummy, keepMarked, layOut, listKept, markPositive, numberMarked, sortByCodes, sortTies} from "./ppml/prepare";
export {diagonal, evaluate, multiply, pairLevels} from "./ppml/passes";
export {outcome, partial, scores, setFactors, sumOfSquares} from "./ppml/moments";
