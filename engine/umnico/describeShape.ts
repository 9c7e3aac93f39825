const DEEPEST = 6;
const MOST_KEYS = 40;
const LONGEST = 2_000;

/**
 * The shape of a body for the log: keys and types, never contents (reliability.md, 4.8). Only `type` is shown, because
 * an unknown event is what one looks for. Keys that are not plain words (a phone used as a key) are hidden as well.
 */
export function describeShape(body: unknown): string {
  const shape = describe(body, 0);
  return shape.length > LONGEST ? `${shape.slice(0, LONGEST - 1)}…` : shape;
}

function describe(value: unknown, depth: number): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.length} × ${inner(value[0], depth)}]`;
  if (typeof value !== 'object') return typeof value;
  if (depth >= DEEPEST) return '{…}';
  const entries = Object.entries(value);
  const parts = entries.slice(0, MOST_KEYS).map(([key, part]) => `${safeKey(key)}: ${describeField(key, part, depth)}`);
  if (entries.length > MOST_KEYS) parts.push('…');
  return `{${parts.join(', ')}}`;
}

function inner(value: unknown, depth: number): string {
  return depth >= DEEPEST ? '…' : describe(value, depth + 1);
}

function describeField(key: string, value: unknown, depth: number): string {
  const isEventType =
    depth === 0 && key === 'type' && typeof value === 'string' && /^[a-z]+(\.[a-z]+){0,3}$/.test(value);
  return isEventType && value.length <= 40 ? `"${value}"` : describe(value, depth + 1);
}

function safeKey(key: string): string {
  return /^[A-Za-z_]\w{0,39}$/.test(key) ? key : '•';
}
