/** Formats of texts that `concord check` reads. */
export const formats = ["text", "markdown", "html"] as const;
