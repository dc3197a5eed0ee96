/** Marks text for a terminal, or leaves it as it is. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warn: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly good: (text: string) => string;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => (text === "" ? "" : `\u001B[${on}m${text}\u001B[${off}m`);
}

const colours: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  accent: sgr(36, 39),
  warn: sgr(33, 39),
  bad: sgr(31, 39),
  good: sgr(32, 39)
};

const same = (text: string) => text;
const plain: Style = {bold: same, dim: same, accent: same, warn: same, bad: same, good: same};

/** When colours are used: "auto" in a terminal, unless NO_COLOR is set. */
export const colorModes = ["auto", "always", "never"] as const;
export type ColorMode = (typeof colorModes)[number];

/** What decides about colours in mode "auto". */
export interface ColorSettings {
  readonly isTTY?: boolean | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** The style for a stream. */
export function makeStyle(mode: ColorMode, {isTTY, env}: ColorSettings = {}): Style {
  const isOn = mode === "always" || (mode === "auto" && isTTY === true && !env?.NO_COLOR && env?.TERM !== "dumb");
  return isOn ? colours : plain;
}
