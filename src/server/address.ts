/** Stands here until the layer is written. */
export const placeholder = true;
