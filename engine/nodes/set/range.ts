import { readFigure } from '../../expression/readFigure.ts';

/** What `random` draws from: the numbers between two ends, both included, or one of some texts. */
type Range =
  | { readonly kind: 'numbers'; readonly min: number; readonly max: number }
  | { readonly kind: 'texts'; readonly texts: readonly string[] };

type Given =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly min?: string | number | undefined; readonly max?: string | number | undefined };

const ENDS = /^\s*(-?\d+(?:[.,]\d+)?)\s*(?:-|–|—|\.\.+|…|:)\s*(-?\d+(?:[.,]\d+)?)\s*$/u;

/** «1-6», `{ min, max }`, «орёл, решка»; one number counts from 1. Null = nothing to draw from. */
export function readRange(given: Given | null): Range | null {
  if (given === null || typeof given === 'boolean') return null;
  if (typeof given === 'number') return between(1, given);
  if (typeof given === 'string') return readText(given);
  if (!('length' in given)) return between(figure(given.min ?? 1), figure(given.max));
  const [first, last] = given;
  const ends = given.length === 2 ? between(figure(first), figure(last)) : null;
  return ends ?? (given.length === 0 ? null : { kind: 'texts', texts: given });
}

function readText(text: string): Range | null {
  const ends = ENDS.exec(text);
  if (ends !== null) return between(figure(ends[1]), figure(ends[2]));
  const single = readFigure(text);
  if (single !== null) return between(1, single);
  const texts = text.split(/[,;\n]/u).flatMap((each) => (each.trim() === '' ? [] : [each.trim()]));
  return texts.length > 1 ? { kind: 'texts', texts } : null;
}

function between(a: number | null, b: number | null): Range | null {
  return a === null || b === null ? null : { kind: 'numbers', min: Math.min(a, b), max: Math.max(a, b) };
}

function figure(end: string | number | undefined): number | null {
  return typeof end === 'number' ? end : end === undefined ? null : readFigure(end);
}

const HUNDREDTHS = 100;

/** `chance`: a number in [0, 1). Between whole ends a whole number, otherwise to the hundredth. */
export function drawFrom(range: Range, chance: number): string | number {
  if (range.kind === 'texts') return range.texts[Math.floor(chance * range.texts.length)] ?? '';
  const { min, max } = range;
  if (Number.isInteger(min) && Number.isInteger(max)) return min + Math.floor(chance * (max - min + 1));
  return Math.round((min + chance * (max - min)) * HUNDREDTHS) / HUNDREDTHS;
}
