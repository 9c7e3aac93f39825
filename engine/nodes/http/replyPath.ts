import type { HttpAnswer } from '../../model/event.ts';
import { LIMITS } from '../../model/limits.ts';
import type { Value } from '../../model/value.ts';
import { isRecord } from '../spellings.ts';
import { readJson } from './readJson.ts';

type Step = string | number;
/** `.name`, `[0]`, `["a name"]`, `['a name']`. */
const STEP = /\.?([^.[\]"']+)|\[\s*(\d{1,9})\s*\]|\[\s*"([^"]*)"\s*\]|\[\s*'([^']*)'\s*\]/uy;

/**
 * The way to a part of a reply: `order.items[0].name`, with or without `$.` before it; empty or `$` = the whole reply.
 * Null = it cannot be read.
 */
export function readPath(path: string): readonly Step[] | null {
  const text = path.trim().replace(/^\$(?=$|[.[])/u, '');
  const steps: Step[] = [];
  STEP.lastIndex = 0;
  for (let at = 0; at < text.length; at = STEP.lastIndex) {
    STEP.lastIndex = at;
    const match = STEP.exec(text);
    // A name after a bracket needs its dot, and none stands at the very beginning.
    if (match === null || (match[1] !== undefined && at > 0 && text[at] !== '.')) return null;
    const [, name, index, quoted, single] = match;
    steps.push(index === undefined ? (name?.trim() ?? quoted ?? single ?? '') : Number(index));
  }
  return steps;
}

/** The same the other way round; null = a name that no path can spell. */
export function writePath(steps: readonly Step[]): string | null {
  let path = '';
  for (const step of steps) {
    const isPlain = typeof step === 'string' && step === step.trim() && /^[^.[\]"'$]+$/u.test(step);
    if (typeof step === 'number') path += `[${String(step)}]`;
    else if (isPlain) path += path === '' ? step : `.${step}`;
    else if (!step.includes('"')) path += `["${step}"]`;
    else if (!step.includes("'")) path += `['${step}']`;
    else return null;
  }
  return path;
}

/** What stands there, by own keys alone; `undefined` = nothing does. */
export function partAt(value: unknown, steps: readonly Step[]): unknown {
  let part = value;
  for (const step of steps) {
    if (Array.isArray(part)) part = /^\d+$/u.test(String(step)) ? (part[Number(step)] as unknown) : undefined;
    else if (isRecord(part)) part = Object.hasOwn(part, step) ? part[step] : undefined;
    else return undefined;
  }
  return part;
}

/** The body as JSON where it is JSON, else as the text it is. */
export function replyValue(reply: Pick<HttpAnswer, 'body'>): unknown {
  const read = readJson(reply.body);
  return read === undefined ? reply.body : read;
}

/** A part as a variable holds it: a list of simple values as a list of texts, anything with fields as its JSON. */
export function savedValue(part: unknown): Value {
  if (part === undefined || part === null) return null;
  if (typeof part === 'string') return cut(part);
  if (typeof part === 'boolean') return part;
  // «1e999» is no number one can go on with.
  if (typeof part === 'number') return Number.isFinite(part) ? part + 0 : null;
  if (Array.isArray(part) && part.every(isSimple))
    return texts(part.map((each) => (each === null ? '' : String(each))));
  return cut(JSON.stringify(part));
}

function isSimple(part: unknown): part is string | number | boolean | null {
  return part === null || ['string', 'number', 'boolean'].includes(typeof part);
}

/** All of them together are no longer than one text may be. */
function texts(items: readonly string[]): string[] {
  let room: number = LIMITS.valueCharacters;
  return items.flatMap((item) => {
    if (room <= 0) return [];
    const kept = item.slice(0, room);
    room -= kept.length + 1;
    return [kept];
  });
}

function cut(text: string): string {
  return text.slice(0, LIMITS.valueCharacters);
}
