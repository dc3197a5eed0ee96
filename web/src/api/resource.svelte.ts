import {ApiError} from "./client.ts";

/** An answer on its way: the last value stays until the next one comes. */
export class Resource<T> {
  value: T | undefined = $state.raw();
  error: ApiError | undefined = $state.raw();
  isLoading: boolean = $state(false);
  #turn = 0;

  /** Waits for an answer; one that a later question has overtaken is dropped. */
  async load(answer: Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.isLoading = true;
    try {
      const value = await answer;
      if (turn === this.#turn) [this.value, this.error] = [value, undefined];
    } catch (error) {
      if (turn === this.#turn) this.error = error instanceof ApiError ? error : new ApiError(undefined);
    } finally {
      if (turn === this.#turn) this.isLoading = false;
    }
  }
}
