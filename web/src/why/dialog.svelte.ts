/** The figure that a reader asked about; the app shows one dialog over whatever page it is on. */
class WhyDialog {
  id = $state<string>();

  ask(id: string): void {
    this.id = id;
  }

  close(): void {
    this.id = undefined;
  }
}

export const whyDialog = new WhyDialog();
