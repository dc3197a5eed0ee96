import type {PullNotice} from "../connector.ts";

/** Counts what is left aside or doubtful, by kind, with the first five examples. */
export class Notices {
  readonly #all = new Map<string, {text: string; count: number; examples: Set<string>}>();

  /** Notes one case. */
  note(code: string, text: string, example: string): void {
    let notice = this.#all.get(code);
    if (!notice) {
      notice = {text, count: 0, examples: new Set()};
      this.#all.set(code, notice);
    }
    notice.count++;
    if (notice.examples.size < 5) notice.examples.add(example);
  }

  /** All notices, in the order in which their kinds first appeared. */
  list(): PullNotice[] {
    return [...this.#all].map(([code, {text, count, examples}]) => ({code, text, count, examples: [...examples]}));
  }
}
