/** Attributes of a named part that scrolls, so that it can be reached and scrolled by keyboard too. */
export function reachable(label: string) {
  return {role: "region", tabindex: 0, "aria-label": label} as const;
}
