import type {Progress} from "../../connectors/connector.ts";
import type {CliContext} from "../context.ts";

/** A line on stderr that shows how far a pull has come. */
export interface ProgressBar {
  readonly show: (state: Progress) => void;
  /** Says a line above the bar. */
  readonly say: (line: string) => void;
  readonly clear: () => void;
}

const width = 20;

/** Makes the bar of a terminal; where stderr is none, only lines are said. Time is counted from now. */
export function progressBar({process}: CliContext, now: () => number = Date.now): ProgressBar {
  const {stderr} = process;
  const began = now();
  let drawn = 0;
  const clear = () => {
    if (drawn > 0) stderr.write(`\r${" ".repeat(drawn)}\r`);
    drawn = 0;
  };
  let last = 0;
  return {
    show: (state) => {
      if (!stderr.isTTY || (now() - last < 100 && state.done < state.planned)) return;
      last = now();
      const line = progressLine(state, now() - began).slice(0, (stderr.columns ?? 80) - 1);
      stderr.write(`\r${line.padEnd(drawn)}`);
      drawn = line.length;
    },
    say: (line) => {
      clear();
      stderr.write(`note: ${line}\n`);
    },
    clear
  };
}

/** The bar as text, after so many milliseconds: how much is done, how fast, and how long it may take. */
export function progressLine({done, planned, bytes, doing}: Progress, milliseconds: number): string {
  const share = planned === 0 ? 0 : done / planned;
  const bar = "█".repeat(Math.round(share * width)).padEnd(width, "░");
  const seconds = milliseconds / 1000;
  const rate = seconds > 0 ? bytes / seconds : 0;
  const left = done > 0 ? `, ${duration((seconds / done) * (planned - done))} left` : "";
  return `${bar} ${done}/${planned} answers, ${size(bytes)} at ${size(rate)}/s${left}  ${doing}`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1e3)} kB`;
}

function duration(seconds: number): string {
  if (seconds >= 90) return `${Math.round(seconds / 60)} min`;
  return `${Math.ceil(seconds)} s`;
}
