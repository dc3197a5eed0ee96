/** A function that makes its value when first called and gives the same one ever after. */
export function lazily<T>(make: () => T): () => T {
  let made: {readonly value: T} | undefined;
  return () => {
    made ??= {value: make()};
    return made.value;
  };
}
