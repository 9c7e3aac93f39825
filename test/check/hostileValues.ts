import { Buffer } from 'node:buffer';

/** A file somebody made to break the program, or broke without meaning to. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export type Random = () => number;
export type Json = Record<string, unknown>;

export const EVIL_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  '\0',
  '\u202Eтук\u2066',
  '\u001B[2J\u001B]0;x\u0007',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE bots; --",
  '{{name}}',
  '{{{{name}}}}',
  '\uD800',
  '𝕫'.repeat(200),
  'я'.repeat(100_000),
  'a\nb\r\nc',
];
export const EVIL_PATTERNS = [
  '(a+)+$',
  '(a|aa)+$',
  '((a{1,100}){1,100}){1,100}',
  '(?=(a+))\\1b',
  '[',
  '(?<x>a)\\k<x>',
  '('.repeat(5_000),
  'a'.repeat(100_000),
  '(.*)*'.repeat(100),
  '\\p{Nonsense}',
];
export const EVIL_TEXTS = [
  '{{'.repeat(50_000),
  `{{${' '.repeat(100_000)}x`,
  '{{name|'.repeat(20_000),
  `{{${'a '.repeat(50_000)}}}`,
  'a'.repeat(1_000_000),
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
];
export const EVIL_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  -0,
  1e308,
  -1e308,
  5e-324,
  0.1,
  2 ** 53,
  '',
  'NaN',
  'Infinity',
  '1e999',
  '-5',
  [],
  {},
  [[]],
  [null],
  { text: null },
  { length: 1e9 },
  { toString: 'x', valueOf: 1, toJSON: {} },
  ['constructor', 1, {}],
  ...EVIL_NAMES,
];

export const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;

export const file = (name: string, content: unknown): HostileFile => ({
  name,
  bytes: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

export const EMPTY: Json = {
  format: 1,
  id: 'bot_bad',
  name: 'Плохой',
  language: 'ru',
  statuses: [{ id: 'st_human', name: 'Оператор', role: 'operator' }],
  variables: [{ id: 'name', type: 'text' }],
};
export const begin = { id: 'start', kind: 'start', exits: { next: 'n0' } };
export const withNodes = (nodes: readonly unknown[], more: Json = {}): Json => ({
  ...EMPTY,
  ...more,
  flows: [{ id: 'main', name: 'Главный', main: true, nodes: [begin, ...nodes] }],
});
export const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
/** The bot as text, with `"@"` replaced by what could not be made as a value. */
export const around = (bot: Json, text: string): string => JSON.stringify(bot).replace('"@"', () => text);
