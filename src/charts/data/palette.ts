/** Okabe and Ito's colour-blind-safe set without its yellow, which is too pale for lines on paper. */
export const positionColours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"] as const;
/** Numbers in nobody's stated books. */
export const neutralColour = "#5f5b55";
export const ink = "#1c1b19";
export const quiet = "#6b665e";
export const hairline = "#d8d3c8";
/** The page's background, which fills hollow points. */
export const paper = "#fdfcf9";
/** One hue from light to dark: the eight stages of the ladder, each printed with its number too. */
export const stageColours = [
  "#e6eef4",
  "#cfdfea",
  "#b0cadd",
  "#8bb1cf",
  "#6496bd",
  "#3f7aa8",
  "#235d8a",
  "#0f3f66"
] as const;
