import { readPattern } from './pattern.ts';

const DEEPEST = 40;
const LONGEST = 600;
const CLASSES: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', D: 'a', W: '-', S: 'a', h: ' ' };
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f', v: '\v', a: '\u0007' };
/** Tried as the first sign of a negated class and for Unicode properties. */
const TRIED = ['а', 'a', '1', 'A', 'А', ' ', '-', '.', '_', '@', '#', '€'];

/** One text that fits the author's expression, the shortest choices taken; null when none is found. Checked before it is given. */
export function patternSample(pattern: string): string | null {
  const rules = { pattern, now: 0, timeZone: 'UTC', language: 'en', attachments: [] };
  const reader: Reader = { pattern, at: 0, depth: 0 };
  for (const text of [alternatives(reader), '10482', 'а', 'a', '1', 'anna@example.com']) {
    const trimmed = text?.trim() ?? '';
    if (trimmed !== '' && readPattern(trimmed, rules).ok) return trimmed;
  }
  return null;
}

interface Reader {
  readonly pattern: string;
  at: number;
  depth: number;
}

/** Text for `a|b|c` up to the end or a closing bracket: the first alternative that can be made. */
function alternatives(reader: Reader): string | null {
  const made: (string | null)[] = [sequence(reader)];
  while (reader.pattern[reader.at] === '|') {
    reader.at += 1;
    made.push(sequence(reader));
  }
  return made.find((text) => text !== null && text !== '') ?? (made.includes('') ? '' : null);
}

function sequence(reader: Reader): string | null {
  let text: string | null = '';
  while (reader.at < reader.pattern.length && !/[|)]/u.test(reader.pattern[reader.at] ?? '')) {
    const atom = piece(reader);
    const times = quantity(reader);
    text = atom === null || text === null || text.length > LONGEST ? null : text + atom.repeat(times);
  }
  return text;
}

function piece(reader: Reader): string | null {
  const { pattern } = reader;
  const sign = String.fromCodePoint(pattern.codePointAt(reader.at) ?? 0);
  reader.at += sign.length;
  if (sign === '(') return group(reader);
  if (sign === '[') return oneOf(reader);
  if (sign === '\\') return escape(reader);
  if (sign === '.') return 'а';
  return sign === '^' || sign === '$' ? '' : sign;
}

function group(reader: Reader): string | null {
  const head = /^\?(?:P?<\w+>|[imsU-]*:|[imsU-]+\))/u.exec(reader.pattern.slice(reader.at))?.[0];
  reader.at += head?.length ?? 0;
  if (head?.endsWith(')') === true) return '';
  reader.depth += 1;
  if (reader.depth > DEEPEST) {
    reader.at = reader.pattern.length;
    return null;
  }
  const text = alternatives(reader);
  reader.depth -= 1;
  reader.at += 1;
  return text;
}

/** How often at least; one rather than none, so that there is something to say. */
function quantity(reader: Reader): number {
  const found = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/u.exec(reader.pattern.slice(reader.at));
  if (found === null) return 1;
  reader.at += found[0].length;
  return found[1] === undefined ? 1 : Math.min(Number(found[1]), LONGEST);
}

function oneOf(reader: Reader): string | null {
  const { pattern } = reader;
  const from = reader.at;
  if (pattern[reader.at] === '^') reader.at += 1;
  if (pattern[reader.at] === ']') reader.at += 1;
  while (reader.at < pattern.length && pattern[reader.at] !== ']') {
    // `[:alpha:]` has a bracket of its own.
    const named = /^\[:\^?\w+:\]/u.exec(pattern.slice(reader.at))?.[0].length;
    reader.at += named ?? (pattern[reader.at] === '\\' ? 2 : 1);
  }
  reader.at += 1;
  return fits(`[${pattern.slice(from, reader.at)}`, [...pattern.slice(from, reader.at - 1)]);
}

function escape(reader: Reader): string | null {
  const { pattern } = reader;
  const property = /^[pP](?:\{\^?\w+\}|\w)/u.exec(pattern.slice(reader.at))?.[0];
  if (property !== undefined) {
    reader.at += property.length;
    return fits(`\\${property}`, []);
  }
  const quoted = /^Q([\s\S]*?)(?:\\E|$)/u.exec(pattern.slice(reader.at));
  if (quoted !== null) {
    reader.at += quoted[0].length;
    return quoted[1] ?? '';
  }
  const code = /^x(?:\{([0-9a-f]{1,6})\}|([0-9a-f]{2}))/iu.exec(pattern.slice(reader.at));
  if (code !== null) {
    reader.at += code[0].length;
    const point = Number.parseInt(code[1] ?? code[2] ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : null;
  }
  const sign = pattern[reader.at] ?? '';
  reader.at += 1;
  return /[bBAz]/u.test(sign) ? '' : (CLASSES[sign] ?? ESCAPED[sign] ?? sign);
}

/** The first sign of the class, its own before common ones. */
function fits(expression: string, own: readonly string[]): string | null {
  const rules = { pattern: expression, now: 0, timeZone: 'UTC', language: 'en', attachments: [] };
  return [...own, ...TRIED].find((sign) => readPattern(sign, rules).ok) ?? null;
}
