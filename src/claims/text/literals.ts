/** A number written in figures. */
export interface Literal {
  /** Offset after its last character. */
  readonly end: number;
  readonly value: number;
  /** Worth of its last digit: 0.1 for 33.3, 1 for 40. */
  readonly step: number;
  /** The figures and marks make no number: 1,2,3 or 12.34.5. */
  readonly garbled?: boolean;
}

/**
 * Reads the number that starts at `start`: thousands apart by comma, point, apostrophe, or a (thin, no-break) space;
 * decimals after a comma or a point. Where both readings are possible (1,234) a Cyrillic text means decimals and a
 * Latin one thousands, as their style books have it; a point is always a decimal mark when it stands alone.
 */
export function readLiteral(text: string, start: number, to: number, cyrillic: boolean): Literal {
  const groups: string[] = [];
  const marks: string[] = [];
  let i = readDigits(text, start, to);
  groups.push(text.slice(start, i));
  while (i + 1 < to) {
    const mark = text[i]!;
    if (!isSeparator(mark) || !isFigure(text.charCodeAt(i + 1))) break;
    const end = readDigits(text, i + 1, to);
    const group = text.slice(i + 1, end);
    if (isBlank(mark) && !joinsThousands(groups, marks, group, mark, cyrillic)) break;
    marks.push(mark);
    groups.push(group);
    i = end;
  }
  return interpret(groups, marks, i, cyrillic);
}

function interpret(groups: readonly string[], marks: readonly string[], end: number, cyrillic: boolean): Literal {
  if (marks.length === 0) return integer(groups, end);
  const last = marks[marks.length - 1]!;
  const head = marks.slice(0, -1);
  const uniform = head.every((mark) => mark === head[0]);
  if (head.length > 0 && uniform && head[0] !== last && !isBlank(last) && isGrouped(groups.slice(0, -1)))
    return decimal(groups, end); // 1,234,567.89 · 1 234,5
  if (
    head.every((mark) => mark === last) &&
    isGrouped(groups) &&
    (head.length > 0 || isThousands(groups, last, cyrillic))
  )
    return integer(groups, end); // 1,234,567 · 1 234
  if (head.length === 0 && (last === "." || last === ",")) return decimal(groups, end);
  return {end, value: Number.NaN, step: 1, garbled: true};
}

/** Whether one mark between two groups of figures stands for thousands. */
function isThousands(groups: readonly string[], mark: string, cyrillic: boolean): boolean {
  if (isBlank(mark) || mark === "'" || mark === "’") return true;
  return mark === "," && !cyrillic && groups[0] !== "0";
}

function isGrouped(groups: readonly string[]): boolean {
  return groups[0]!.length <= 3 && groups.slice(1).every((group) => group.length === 3);
}

/** A plain space joins figures only where a reader would join them: "1 234", never "in 2019 100" or "28 100". */
function joinsThousands(
  groups: readonly string[],
  marks: readonly string[],
  group: string,
  mark: string,
  cyrillic: boolean
): boolean {
  if (groups[0]!.length > 3 || group.length !== 3 || marks.some((m) => m === "." || m === ",")) return false;
  return mark !== " " || cyrillic || marks.length > 0 || groups[0]!.length < 3;
}

function integer(groups: readonly string[], end: number): Literal {
  return {end, value: Number(groups.join("")), step: 1};
}

function decimal(groups: readonly string[], end: number): Literal {
  const fraction = groups[groups.length - 1]!;
  return {end, value: Number(`${groups.slice(0, -1).join("")}.${fraction}`), step: 10 ** -fraction.length};
}

function readDigits(text: string, from: number, to: number): number {
  let i = from;
  while (i < to && isFigure(text.charCodeAt(i))) ++i;
  return i;
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isSeparator(mark: string): boolean {
  return mark === "." || mark === "," || mark === "'" || mark === "’" || isBlank(mark);
}

function isBlank(mark: string): boolean {
  return mark === " " || mark === "\u00a0" || mark === "\u202f" || mark === "\u2009";
}
