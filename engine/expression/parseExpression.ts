import { LIMITS } from '../model/limits.ts';
import { type ArithmeticSign, type Expression, mistake, type Outcome } from './expression.ts';
import { FUNCTIONS } from './functions.ts';
import { type Operator, operatorOf } from './operators.ts';
import { readTokens, type Token } from './tokens.ts';

/** Brackets, functions and signs inside one another; people need three. */
const DEPTH = 40;
/** How tightly a sign holds on to its left side. */
const STRENGTH: ReadonlyMap<string, number> = new Map([
  ['or', 1],
  ['||', 1],
  ['and', 2],
  ['&&', 2],
  ...['=', '==', '===', '!=', '!==', '<>', '≠', '<', '<=', '≤', '>', '>=', '≥'].map((sign) => [sign, 4] as const),
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
]);
const NOT = 3;
const COMPARISON = 4;
const MINUS = 7;

const CACHED = 500;
const cache = new Map<string, Outcome<Expression>>();

/** Reads an expression; the newest few hundred are remembered, as a bot asks the same few again and again. */
export function parseExpression(text: string): Outcome<Expression> {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (text.length > LIMITS.expressionCharacters) return mistake('tooLong', LIMITS.expressionCharacters);
  const read = parse(text);
  if (cache.size >= CACHED) cache.delete(cache.keys().next().value ?? '');
  cache.set(text, read);
  return read;
}

function parse(text: string): Outcome<Expression> {
  const tokens = readTokens(text);
  if (!tokens.ok) return tokens;
  if (tokens.value.length === 1) return mistake('empty', 0);
  const reader: Reader = { tokens: tokens.value, next: 0 };
  const whole = readFrom(reader, 0, 0);
  if (!whole.ok) return whole;
  const rest = peek(reader);
  if (rest.kind === 'end') return whole;
  return mistake(rest.text === ',' && rest.kind === 'sign' ? 'comma' : 'rest', rest.at, rest.text);
}

/** The place in the tokens moves on as they are read. */
interface Reader {
  readonly tokens: readonly Token[];
  next: number;
}

function peek({ tokens, next }: Reader): Token {
  return tokens[next] ?? { kind: 'end', text: '', at: 0 };
}

function take(reader: Reader): Token {
  const token = peek(reader);
  reader.next += 1;
  return token;
}

/** Pratt's way: a value, then signs for as long as they hold tighter than `least`. */
function readFrom(reader: Reader, least: number, depth: number): Outcome<Expression> {
  if (depth > DEPTH) return mistake('tooDeep', peek(reader).at);
  let left = readValue(reader, depth);
  for (let compared = false; left.ok;) {
    const token = peek(reader);
    const strength = (token.kind === 'sign' || token.kind === 'word' ? STRENGTH.get(token.text) : undefined) ?? 0;
    if (strength <= least) return left;
    // 1 < x < 5 would compare a yes or no with 5.
    if (strength === COMPARISON && compared) return mistake('chained', token.at, token.text);
    compared = strength === COMPARISON;
    take(reader);
    const right = readFrom(reader, strength, depth + 1);
    if (!right.ok) return right;
    left = { ok: true, value: join(token, left.value, right.value) };
  }
  return left;
}

function join({ text, at }: Token, left: Expression, right: Expression): Expression {
  if (text === 'or' || text === '||') return { kind: 'or', left, right, at };
  if (text === 'and' || text === '&&') return { kind: 'and', left, right, at };
  const operator: Operator | null = operatorOf(text);
  if (operator !== null) return { kind: 'compare', operator, left, right, at };
  return { kind: 'arithmetic', sign: text as ArithmeticSign, left, right, at };
}

function readValue(reader: Reader, depth: number): Outcome<Expression> {
  const token = take(reader);
  const { text, at } = token;
  switch (token.kind) {
    case 'number':
      return { ok: true, value: { kind: 'literal', value: Number(text), at } };
    case 'text':
      return { ok: true, value: { kind: 'literal', value: text, at } };
    case 'name':
      return peek(reader).text === '(' && peek(reader).kind === 'sign'
        ? readCall(reader, token, depth)
        : { ok: true, value: { kind: 'variable', name: text, at } };
    case 'word':
      if (text === 'not') return prefixed(reader, 'not', NOT, at, depth);
      if (text === 'and' || text === 'or') return mistake('value', at, text);
      return { ok: true, value: { kind: 'literal', value: text === 'null' ? null : text === 'true', at } };
    case 'sign':
      if (text === '!') return prefixed(reader, 'not', MINUS, at, depth);
      if (text === '-') return prefixed(reader, 'minus', MINUS, at, depth);
      if (text === '(') return readGroup(reader, at, depth);
      return mistake('value', at, text);
    case 'end':
      return mistake('value', at);
  }
}

function prefixed(
  reader: Reader,
  kind: 'not' | 'minus',
  strength: number,
  at: number,
  depth: number,
): Outcome<Expression> {
  const of = readFrom(reader, strength, depth + 1);
  return of.ok ? { ok: true, value: { kind, of: of.value, at } } : of;
}

function readGroup(reader: Reader, at: number, depth: number): Outcome<Expression> {
  const inside = readFrom(reader, 0, depth + 1);
  if (!inside.ok) return inside;
  const close = take(reader);
  if (close.kind === 'sign' && close.text === ')') return inside;
  return close.kind === 'end' ? mistake('open', at, '(') : mistake('rest', close.at, close.text);
}

function readCall(reader: Reader, name: Token, depth: number): Outcome<Expression> {
  const known = FUNCTIONS.get(name.text);
  if (known === undefined) return mistake('function', name.at, name.text);
  take(reader);
  const args: Expression[] = [];
  for (let close = ''; close !== ')';) {
    if (args.length === 0 && peek(reader).text === ')' && peek(reader).kind === 'sign') take(reader);
    else {
      const read = readFrom(reader, 0, depth + 1);
      if (!read.ok) return read;
      args.push(read.value);
      const sign = take(reader);
      if (sign.kind === 'end') return mistake('open', name.at, `${name.text}(`);
      if (sign.kind !== 'sign' || (sign.text !== ',' && sign.text !== ')')) return mistake('rest', sign.at, sign.text);
      close = sign.text;
      continue;
    }
    close = ')';
  }
  const [least, most] = known.takes;
  if (args.length < least || args.length > most) return mistake('arguments', name.at, name.text);
  return { ok: true, value: { kind: 'call', name: name.text, args, at: name.at } };
}
