/** Ends a text with one full stop: a date in Russian ends with that of its "г." already. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
