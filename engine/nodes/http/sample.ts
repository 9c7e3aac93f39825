import { isVariableName, type Value } from '../../model/value.ts';
import { isRecord } from '../spellings.ts';
import { partAt, readPath, replyValue } from './replyPath.ts';
import type { HttpData } from './schema.ts';

/** What previews and checks get for a reply: the body alone, or `{ status, body }` as the author wrote it in full. */
export function sampleReply({ sample }: HttpData): unknown {
  if (sample === undefined || sample === '') return undefined;
  return isFull(sample) ? sample : { status: 200, body: sample };
}

/** The sample as saved values are read from it; `undefined` = there is none. */
export function sampleValue({ sample }: HttpData): unknown {
  if (sample === undefined || sample === '') return undefined;
  const body = isFull(sample) ? sample.body : sample;
  return typeof body === 'string' ? replyValue({ body }) : body;
}

/** Replies that differ from the sample in one saved value, for what later blocks tell apart. */
export function otherReplies(data: HttpData, values: ReadonlyMap<string, readonly Value[]>): unknown[] {
  const sample = sampleValue(data);
  return (data.save ?? []).flatMap(({ path = '', variable = '' }) => {
    const steps = isVariableName(variable) ? readPath(path) : null;
    if (steps === null) return [];
    return (values.get(variable) ?? []).map((value) => ({ status: 200, body: withPart(sample, steps, value) }));
  });
}

function isFull(sample: unknown): sample is { readonly status: number; readonly body: unknown } {
  return isRecord(sample) && typeof sample.status === 'number' && 'body' in sample;
}

/** A copy with another value at the end of the way, which is made where it is missing. */
function withPart(value: unknown, [first, ...rest]: readonly (string | number)[], part: Value): unknown {
  if (first === undefined) return part;
  const inner = withPart(partAt(value, [first]), rest, part);
  if (typeof first === 'number' || Array.isArray(value)) {
    const list: unknown[] = Array.isArray(value) ? [...(value as unknown[])] : [];
    const at = Math.min(Number(first), list.length);
    return Number.isInteger(at) ? list.with(at < list.length ? at : list.push(null) - 1, inner) : list;
  }
  return Object.fromEntries([...Object.entries(isRecord(value) ? value : {}), [first, inner]]);
}
