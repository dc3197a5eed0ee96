import type {CheckAnswer} from "../../../src/server/check/output.ts";
import type {DocumentAnswer} from "../../../src/server/packs/output.ts";
import {AnswerError, apiAddress, getAnswer, postAnswer} from "../api/client.ts";
import {address} from "../app/address.svelte.ts";
import {settings} from "../app/settings.svelte.ts";
import {longestFragment, readFragment, writeFragment} from "./permalink.ts";

/** Most characters that the server reads at once. */
export const longestText = 4_000_000;

/** State of the check: the text, the answer, the claim whose evidence is shown. */
export class CheckState {
  text: string = $state("");
  posted: string = $state("");
  answer: CheckAnswer | undefined = $state.raw();
  error: AnswerError | undefined = $state.raw();
  isRunning: boolean = $state(false);
  isLinkBroken: boolean = $state(false);
  /** The text does not fit into a link. */
  isTooLong: boolean = $state(false);
  chosen: number | undefined = $state();
  /** What was offered last was longer than what is read at once, and was not taken. */
  isTooLarge: boolean = $state(false);
  readonly claims = $derived(this.answer?.result.claims ?? []);
  readonly claim = $derived(this.chosen === undefined ? undefined : this.claims[this.chosen]);
  #shown = "";

  /** Takes a text unless it is too long: a browser that lays it out would stand still. */
  offer(text: string): boolean {
    this.isTooLarge = text.length > longestText;
    if (!this.isTooLarge) this.text = text;
    return !this.isTooLarge;
  }

  /** Shows what the fragment of the address holds, unless it is what is shown already. */
  async follow(hash: string): Promise<void> {
    if (hash === "" || hash === this.#shown) return;
    try {
      const linked = await readFragment(hash);
      if (!linked) return;
      this.isLinkBroken = false;
      this.text = linked.text;
      this.posted = linked.posted ?? "";
      this.#shown = hash;
      await this.run();
    } catch {
      this.isLinkBroken = true;
    }
  }

  async take(pack: string, id: string): Promise<void> {
    try {
      const document = await getAnswer<DocumentAnswer>(
        apiAddress(`packs/${encodeURIComponent(pack)}/documents/${encodeURIComponent(id)}`)
      );
      this.text = document.text;
      this.posted = document.posted ?? "";
      await this.run();
    } catch (error) {
      this.error = error as AnswerError;
    }
  }

  async run(): Promise<void> {
    this.error = undefined;
    if (this.text.trim() === "") return;
    this.isRunning = true;
    const {text, posted} = this;
    try {
      const language = settings.language;
      const answer = await postAnswer<CheckAnswer>("/api/check", {text, language, ...(posted && {posted})});
      this.answer = answer;
      this.chosen = undefined;
      await this.#link();
    } catch (error) {
      this.error = error instanceof AnswerError ? error : new AnswerError(String(error));
    } finally {
      this.isRunning = false;
    }
  }

  async #link(): Promise<void> {
    const fragment = await writeFragment({text: this.text, posted: this.posted || undefined});
    this.isTooLong = fragment.length > longestFragment;
    address.setHash(this.isTooLong ? "" : fragment);
    this.#shown = address.hash;
  }

  /** Back to the text, to change it. */
  edit(): void {
    this.answer = undefined;
    this.error = undefined;
    this.#shown = "";
    address.setHash("");
  }

  /** The next or previous claim, in the order of the text. */
  step(by: number): void {
    const count = this.claims.length;
    if (count > 0) this.chosen = ((this.chosen ?? (by > 0 ? -1 : 0)) + by + count) % count;
  }
}
