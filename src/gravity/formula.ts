import {type Expression, expressionText, functions} from "./expression.ts";
import {formulaError, type Token, tokenize} from "./tokens.ts";

/** A regressor, or a family of them, as a formula names it. */
export type Term =
  | {readonly kind: "expression"; readonly name: string; readonly of: Expression}
  | {
      readonly kind: "levels";
      readonly name: string;
      readonly column: Column;
      readonly times?: Expression;
      readonly reference?: string;
    };

/** A column of the data and where the formula names it, from 0. */
export interface Column {
  readonly name: string;
  readonly at: number;
}

/** One set of fixed effects: levels of columns taken together, and slopes that vary by level. */
export interface EffectTerm {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Whether each level has an effect of its own beside its slopes. */
  readonly hasLevels: boolean;
  readonly slopes: readonly Expression[];
}

/** A formula that was read. */
export interface Formula {
  readonly text: string;
  readonly response: Expression;
  readonly terms: readonly Term[];
  readonly effects: readonly EffectTerm[];
  readonly offsets: readonly Expression[];
  /** Whether a model without fixed effects has a constant. */
  readonly hasConstant: boolean;
}

/**
 * Reads `y ~ terms | effects`. Terms are columns, expressions in functions or `I(…)`, products `a:b` and `a*b`, levels
 * `i(year)` or `i(year, border, ref = 2006)`, and `offset(…)`; effects are columns, joined by `^`, with slopes
 * `fe[x]` beside their levels and `fe[[x]]` alone. Throws a ConcordError that shows the place of a mistake.
 */
export function parseFormula(text: string): Formula {
  return new FormulaReader(text).read();
}

/** A recursive-descent reader; precedence as in R. */
class FormulaReader {
  private readonly tokens: Token[];
  private position = 0;
  private readonly terms: Term[] = [];
  private readonly offsets: Expression[] = [];
  private hasConstant = true;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  read(): Formula {
    const response = this.expression();
    this.expect("~", "~ between what is explained and what explains it");
    if (this.peek("|")) this.hasConstant = false;
    else this.readTerms();
    const effects = this.take("|") ? this.readEffects() : [];
    if (this.peek("|"))
      throw this.error("a second |", "the end of the formula", "clusters are given by --cluster, not in the formula");
    if (this.token.kind !== "end") throw this.error(this.found(), "+, | or the end of the formula");
    const {terms, offsets, hasConstant} = this;
    return {
      text: this.text,
      response,
      terms,
      effects,
      offsets,
      hasConstant: hasConstant && !effects.some(({hasLevels}) => hasLevels)
    };
  }

  private readTerms(): void {
    let sign = this.take("-") ? "-" : "+";
    for (;;) {
      this.readTerm(sign);
      if (this.take("+")) sign = "+";
      else if (this.take("-")) sign = "-";
      else return;
    }
  }

  private readTerm(sign: string): void {
    const {token} = this;
    if (token.kind === "number" && (token.text === "0" || token.text === "1")) {
      this.position++;
      this.hasConstant = (token.text === "1") === (sign === "+");
      return;
    }
    if (sign === "-") throw this.error("- before a term", "- 1, or + and a term");
    if (token.text === "offset" && this.next.text === "(") {
      this.position++;
      this.offsets.push(this.bracketed());
      return;
    }
    for (const term of this.product()) if (!this.terms.some(({name}) => name === term.name)) this.terms.push(term);
  }

  /** `a`, `a:b`, `a*b`. */
  private product(): Term[] {
    let found: Term[] = [this.factor()];
    while (this.peek(":") || this.peek("*")) {
      const isFull = this.take("*");
      if (!isFull) this.position++;
      const at = this.token.at;
      const right = this.factor();
      const crossed = found.map((left) => this.cross(left, right, at));
      found = isFull ? [...found, right, ...crossed] : crossed;
    }
    return found;
  }

  private cross(left: Term, right: Term, at: number): Term {
    const name = `${left.name}:${right.name}`;
    if (left.kind === "expression" && right.kind === "expression")
      return {kind: "expression", name, of: {kind: "binary", operator: "*", left: left.of, right: right.of}};
    const [levels, other] = left.kind === "levels" ? [left, right] : [right as Extract<Term, {kind: "levels"}>, left];
    if (other.kind === "levels" || levels.times)
      throw formulaError(this.text, at, "levels times levels", "levels times a number", "join columns in SQL by --let");
    return {...levels, name, times: other.of};
  }

  private factor(): Term {
    const {token} = this;
    if (token.kind === "name" && this.next.text === "(") {
      if (["i", "factor", "as.factor"].includes(token.text)) return this.levels();
      if (token.text === "I") {
        this.position++;
        const of = this.bracketed();
        return {kind: "expression", name: `I(${expressionText(of)})`, of};
      }
      const of = this.call();
      return {kind: "expression", name: expressionText(of), of};
    }
    if (token.kind === "name") {
      this.position++;
      return {kind: "expression", name: token.text, of: {kind: "column", name: token.text, at: token.at}};
    }
    throw this.error(this.found(), "a column or a function", this.hintOfSign());
  }

  private hintOfSign(): string | undefined {
    return this.token.text === "(" || this.token.kind === "number" ? "arithmetic stands in I(…), as I(x^2)" : undefined;
  }

  /** `i(f)`, `i(f, x)`, `i(f, x, ref = level)`. */
  private levels(): Term {
    const word = this.token.text;
    this.position += 2;
    const column = this.column();
    let times: Expression | undefined;
    let reference: string | undefined;
    while (this.take(",")) {
      if (this.token.text === "ref" && this.next.text.startsWith("=")) {
        this.position += 2;
        const negative = this.take("-") ? "-" : "";
        reference = negative + this.token.text;
        this.position++;
      } else times = this.expression();
    }
    this.expect(")", `) after ${word}(…`);
    const parts = [column.name, ...(times ? [expressionText(times)] : [])];
    return {
      kind: "levels",
      name: `i(${parts.join(", ")})`,
      column,
      ...(times && {times}),
      ...(reference !== undefined && {reference})
    };
  }

  private readEffects(): EffectTerm[] {
    if (this.token.text === "0" && this.token.kind === "number") {
      this.position++;
      return [];
    }
    const effects: EffectTerm[] = [];
    do {
      const effect = this.effect();
      if (!effects.some(({name}) => name === effect.name)) effects.push(effect);
    } while (this.take("+"));
    return effects;
  }

  private effect(): EffectTerm {
    const columns = [this.column()];
    while (this.take("^")) columns.push(this.column());
    const base = columns.map(({name}) => name).join("^");
    const close = this.take("[[") ? "]]" : this.take("[") ? "]" : undefined;
    if (!close) return {name: base, columns, hasLevels: true, slopes: []};
    const slopes = [this.expression()];
    while (this.take(",")) slopes.push(this.expression());
    this.expect(close, `${close} after the slopes`);
    const open = close === "]" ? "[" : "[[";
    return {
      name: `${base}${open}${slopes.map(expressionText).join(", ")}${close}`,
      columns,
      hasLevels: open === "[",
      slopes
    };
  }

  private column(): Column {
    const {token} = this;
    if (token.kind !== "name") throw this.error(this.found(), "a column");
    this.position++;
    return {name: token.text, at: token.at};
  }

  private bracketed(): Expression {
    this.expect("(", "(");
    const of = this.expression();
    this.expect(")", ")");
    return of;
  }

  /** Comparison, sum, product, sign, power, atom: in this order of binding. */
  private expression(level = 0): Expression {
    const levels = [
      ["|", "&"],
      ["==", "!=", "<", ">", "<=", ">="],
      ["+", "-"],
      ["*", "/"]
    ];
    const signs = level === 0 && this.depth === 0 ? [] : levels[level];
    if (signs === undefined) return this.signed();
    let left = this.expression(level + 1);
    while (this.token.kind === "sign" && signs.includes(this.token.text)) {
      const operator = this.token.text;
      this.position++;
      left = {kind: "binary", operator, left, right: this.expression(level + 1)};
    }
    return left;
  }

  /** Open brackets: | and & are operators only inside them. */
  private get depth(): number {
    let open = 0;
    for (let at = 0; at < this.position; at++) {
      if (this.tokens[at]!.text === "(") open++;
      if (this.tokens[at]!.text === ")") open--;
    }
    return open;
  }

  private signed(): Expression {
    if (this.take("-")) return {kind: "unary", operator: "-", of: this.signed()};
    if (this.take("!")) return {kind: "unary", operator: "!", of: this.signed()};
    const base = this.atom();
    return this.take("^") ? {kind: "binary", operator: "^", left: base, right: this.signed()} : base;
  }

  private atom(): Expression {
    const {token} = this;
    if (token.kind === "name" && this.next.text === "(") return this.call();
    if (token.text === "(" && token.kind === "sign") return this.bracketed();
    if (token.kind === "end" || token.kind === "sign") throw this.error(this.found(), "a column, a number or (");
    this.position++;
    if (token.kind === "number") return {kind: "number", value: Number(token.text)};
    if (token.kind === "text") return {kind: "text", value: token.text};
    return {kind: "column", name: token.text, at: token.at};
  }

  private call(): Expression {
    const {token} = this;
    if (!Object.hasOwn(functions, token.text))
      throw this.error(
        `function "${token.text}"`,
        `one of ${Object.keys(functions).join(", ")}, i, offset`,
        'any other is SQL: --let "name = expression"'
      );
    this.position++;
    const of = this.bracketed();
    return {kind: "call", name: token.text, args: [of]};
  }

  private get token(): Token {
    return this.tokens[this.position]!;
  }

  private get next(): Token {
    return this.tokens[Math.min(this.position + 1, this.tokens.length - 1)]!;
  }

  private peek(sign: string): boolean {
    return this.token.kind === "sign" && this.token.text === sign;
  }

  private take(sign: string): boolean {
    if (!this.peek(sign)) return false;
    this.position++;
    return true;
  }

  private expect(sign: string, wanted: string): void {
    if (!this.take(sign)) throw this.error(this.found(), wanted);
  }

  private found(): string {
    return this.token.kind === "end" ? "the end" : `"${this.token.text}"`;
  }

  private error(found: string, wanted: string, hint?: string) {
    return formulaError(this.text, this.token.at, found.startsWith("found") ? found : `found ${found}`, wanted, hint);
  }
}
