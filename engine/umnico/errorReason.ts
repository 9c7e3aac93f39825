const LONGEST = 300;

/**
 * The reason inside a refusal's body, in the order of umnico-api.md 1.6: `message`, `error`, `errors` (texts, texts
 * that hold JSON, objects), a bare array, plain text. Empty when there is none or when it is a web page.
 */
export function errorReason(body: string): string {
  const text = body.trim();
  const parsed = parseJson(text);
  const reason = parsed === undefined ? (text.startsWith('<') ? '' : text) : speak(parsed, 0);
  return reason.length > LONGEST ? `${reason.slice(0, LONGEST - 1)}…` : reason;
}

function speak(value: unknown, depth: number): string {
  if (depth > 6) return '';
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
    return inner === undefined ? value.trim() : speak(inner, depth + 1);
  }
  if (Array.isArray(value)) {
    const parts = value.slice(0, 10).map((entry) => speak(entry, depth + 1));
    return parts.filter((part) => part !== '').join('; ');
  }
  if (typeof value !== 'object' || value === null) return '';
  const { message, error, errors } = value as { message?: unknown; error?: unknown; errors?: unknown };
  for (const part of [message, error, errors]) {
    const reason = speak(part, depth + 1);
    if (reason !== '') return reason;
  }
  return '';
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
