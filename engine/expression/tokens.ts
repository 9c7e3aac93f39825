import { isVariableName } from '../model/value.ts';
import { mistake, type Outcome } from './expression.ts';
import { BUILT_IN_VARIABLES } from './template.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'word' | 'sign' | 'end';
  /** Of a text: what it says, without its quotes. */
  readonly text: string;
  readonly at: number;
}

const BLANK = /[\s\u00A0]+/uy;
const NUMBER = /\d+(?:\.\d+)?/uy;
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
/** A name as templates write it; read here too, it means the same. */
const SLOT = /\{\{\s{0,20}([^\s{}|](?:[^{}|]{0,78}[^\s{}|])?)\s{0,20}\}\}/uy;
const SIGN = /&&|\|\||===|!==|==|!=|<>|<=|>=|[<>=!+\-*/(),≤≥≠]/uy;
const QUOTES: ReadonlyMap<string, string> = new Map([
  ["'", "'"],
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
]);
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['n', '\n'],
  ...[...QUOTES].flat().map((quote) => [quote, quote] as const),
]);
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'true', 'false', 'null']);
const BUILT_IN: ReadonlySet<string> = new Set(BUILT_IN_VARIABLES);

/** An expression cut into its words and signs; nothing that is not on the lists above gets past here. */
export function readTokens(text: string): Outcome<readonly Token[]> {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const blank = taken(BLANK, text, at);
    if (blank !== null) {
      at += blank.length;
      continue;
    }
    const read = readToken(text, at);
    if (!read.ok) return read;
    tokens.push(read.value.token);
    at = read.value.next;
  }
  return { ok: true, value: [...tokens, { kind: 'end', text: '', at: text.length }] };
}

type Read = Outcome<{ readonly token: Token; readonly next: number }>;

function readToken(text: string, at: number): Read {
  const close = QUOTES.get(text.charAt(at));
  if (close !== undefined) return readText(text, at, close);
  const slot = taken(SLOT, text, at);
  if (slot !== null) return readName(slot.slice(2, -2).trim(), at, slot.length);
  const name = taken(NAME, text, at);
  if (name !== null) {
    const word = name.toLowerCase();
    if (WORDS.has(word)) return token('word', word, at, name.length);
    return readName(name, at, name.length);
  }
  const number = taken(NUMBER, text, at);
  if (number !== null) return token('number', number, at, number.length);
  const sign = taken(SIGN, text, at);
  return sign === null ? mistake('sign', at, String.fromCodePoint(text.codePointAt(at) ?? 0)) : token('sign', sign, at);
}

/** Names with dots are those of the list; a dot after any other would be a walk into a value. */
function readName(name: string, at: number, length: number): Read {
  if (BUILT_IN.has(name)) return token('name', name, at, length);
  if (name.includes('.')) return mistake('property', at, name);
  return isVariableName(name) ? token('name', name, at, length) : mistake('name', at, name);
}

function readText(text: string, from: number, close: string): Read {
  let said = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === close) return token('text', said, from, at + 1 - from);
    if (letter !== '\\') {
      said += letter;
      continue;
    }
    at += 1;
    const meant = ESCAPED.get(text.charAt(at));
    if (meant === undefined) return mistake('escape', at - 1, text.slice(at - 1, at + 1));
    said += meant;
  }
  return mistake('openText', from, text.charAt(from));
}

function token(kind: Token['kind'], text: string, at: number, length = text.length): Read {
  return { ok: true, value: { token: { kind, text, at }, next: at + length } };
}

function taken(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
