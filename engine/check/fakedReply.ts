import { isRecord } from '../nodes/spellings.ts';

/** What a faked server says; `status` 0 = it cannot be reached. */
export interface FakedReply {
  readonly status: number;
  readonly body: string;
}

/**
 * A reply as authors write it in a check or a sample: `{ status, body }` in full, `"error"` or a bare status for a
 * failure, anything else is the body of a reply that went well.
 */
export function readFakedReply(written: unknown): FakedReply {
  if (written === 'error' || written === 'timeout' || written === null) return { status: 0, body: '' };
  if (typeof written === 'number') return { status: written, body: '' };
  if (isRecord(written) && written.error === true) return { status: 0, body: '' };
  if (isRecord(written) && typeof written.status === 'number' && ('body' in written || keysOf(written) === 1))
    return { status: written.status, body: textOf(written.body) };
  return { status: 200, body: textOf(written) };
}

function keysOf(value: Readonly<Record<string, unknown>>): number {
  return Object.keys(value).length;
}

/** A text is sent as it stands: it may be JSON already. */
function textOf(body: unknown): string {
  return body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
}
