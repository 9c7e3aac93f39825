import { onlySlot } from '../../expression/template.ts';
import type { Value } from '../../model/value.ts';
import { isRecord } from '../spellings.ts';
import { readJson } from './readJson.ts';

/** What a body takes its values from. */
export interface BodyValues {
  fill(template: string): string;
  known(variable: string): Value;
}

/** A text of JSON in pieces: a literal in quotes, or a slot where a value stands. */
const PIECE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|\{\{[^{}]*\}\}/gu;
/** Far above what a form or an order takes. */
const LONGEST = 256_000;

/** `undefined` = no body; null = what was written is no JSON, or grew beyond all bounds. */
export function requestBody(body: unknown, values: BodyValues): string | null | undefined {
  if (isNoBody(body)) return undefined;
  const text = typeof body === 'string' ? fillText(body, values) : JSON.stringify(fillIn(body, values));
  return text.length > LONGEST || (typeof body === 'string' && readJson(text) === undefined) ? null : text;
}

/** Would it be JSON, whatever the values? */
export function isJsonBody(body: unknown): boolean {
  if (typeof body !== 'string' || isNoBody(body)) return true;
  return readJson(fillText(body, { fill: () => 'x', known: () => null })) !== undefined;
}

/** Every text with variables in it. */
export function bodyTexts(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (Array.isArray(body)) return body.flatMap(bodyTexts);
  return isRecord(body) ? Object.values(body).flatMap(bodyTexts) : [];
}

function isNoBody(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'string' && body.trim() === '');
}

/** What the author wrote stays as it is written; only pieces with variables are written anew, as JSON. */
function fillText(text: string, values: BodyValues): string {
  return text.replaceAll(PIECE, (piece) => {
    if (piece.startsWith('{')) return JSON.stringify(slotValue(piece, values));
    if (!piece.includes('{{')) return piece;
    const read = readJson(piece);
    return typeof read === 'string' ? JSON.stringify(values.fill(read)) : piece;
  });
}

function fillIn(part: unknown, values: BodyValues): unknown {
  if (typeof part === 'string') return onlySlot(part) === null ? values.fill(part) : slotValue(part, values);
  if (Array.isArray(part)) return part.map((each) => fillIn(each, values));
  if (!isRecord(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, field]) => [name, fillIn(field, values)]));
}

/** A slot that stands for a whole value keeps the type of what it holds: 3 stays a number. */
function slotValue(piece: string, values: BodyValues): unknown {
  const slot = onlySlot(piece);
  if (slot === null) return values.fill(piece);
  const value = values.known(slot.name);
  if (value !== null && value !== '') return value;
  if (slot.fallback === '') return value;
  const fallback = readJson(slot.fallback);
  return fallback === undefined || isRecord(fallback) || Array.isArray(fallback) ? slot.fallback : fallback;
}
