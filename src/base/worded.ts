/**
 * The type of a table of words, whatever the language: texts stay texts, functions of a count or a name stay functions
 * of it, and tables have the same members.
 */
export type Worded<T> = T extends string
  ? string
  : T extends (...values: infer Values) => string
    ? (...values: Values) => string
    : {readonly [Key in keyof T]: Worded<T[Key]>};
