import {type ColorMode, makeStyle, type Style} from "./style.ts";

/** A stream that text is written to; a terminal says how wide it is. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly getColorDepth?: (env?: Readonly<Partial<Record<string, string>>>) => number;
}

/** How text is shown on a stream. */
export interface Screen {
  readonly width: number;
  readonly style: Style;
}

/** Columns where a stream does not say, as pipes and files do not. */
const usualWidth = 120;
const leastWidth = 40;

/** Width and style of a stream: the terminal's own, else COLUMNS, else 120 columns. */
export function screenOf(
  output: Output,
  {env, color}: {env?: Readonly<Record<string, string | undefined>> | undefined; color: ColorMode}
): Screen {
  const asked = Number(env?.COLUMNS);
  const width = output.columns ?? (Number.isInteger(asked) && asked > 0 ? asked : usualWidth);
  return {width: Math.max(leastWidth, width), style: makeStyle(color, {isTTY: output.isTTY, env})};
}
