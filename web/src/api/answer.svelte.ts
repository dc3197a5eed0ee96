import {type AnswerError, getAnswer} from "./client.ts";

/** An answer on its way, arrived, or failed. */
type State<Answer> =
  | {readonly status: "waiting"}
  | {readonly status: "ready"; readonly value: Answer}
  | {readonly status: "failed"; readonly error: AnswerError};

const kept = new Map<string, unknown>();
/** Answers kept so that going back shows the page at once. */
const mostKept = 40;

/**
 * Follows an address: asks anew whenever it changes, and shows the earlier answer until the next one is there. Call it
 * while a component is set up.
 */
export class Answer<Value> {
  #state = $state.raw<State<Value>>({status: "waiting"});
  #attempt = $state(0);

  constructor(address: () => string | undefined) {
    $effect(() => {
      const asked = address();
      void this.#attempt;
      if (asked === undefined) return;
      if (kept.has(asked)) {
        this.#state = {status: "ready", value: kept.get(asked) as Value};
        return;
      }
      const abort = new AbortController();
      this.#ask(asked, abort.signal);
      return () => abort.abort();
    });
  }

  get status() {
    return this.#state.status;
  }
  get value(): Value | undefined {
    return this.#state.status === "ready" ? this.#state.value : undefined;
  }
  get error(): AnswerError | undefined {
    return this.#state.status === "failed" ? this.#state.error : undefined;
  }

  again(): void {
    this.#state = {status: "waiting"};
    ++this.#attempt;
  }

  async #ask(asked: string, signal: AbortSignal): Promise<void> {
    try {
      const value = await getAnswer<Value>(asked, signal);
      if (signal.aborted) return;
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      kept.set(asked, value);
      this.#state = {status: "ready", value};
    } catch (error) {
      if (!signal.aborted) this.#state = {status: "failed", error: error as AnswerError};
    }
  }
}
