/**
 * `{{secret.NAME}}` in the value of a header: an access key that is kept with the engine, not in the bot. A flow, a session, the
 * outbox and a trace hold the name alone; the value is put in as the request leaves, and only towards the hosts the key is for
 * (reliability.md, 4.8 and T-S2).
 */
export const SECRET_PREFIX = 'secret.';
const SLOT = /\{\{\s{0,20}secret\.([\p{L}\p{N}_-]{1,40})\s{0,20}\}\}/gu;
export const SECRET_NAME = /^[\p{L}\p{N}_-]{1,40}$/u;

/** A value in the order of its parts: what is known already, and names of keys. */
export type SealedPart = string | { readonly secret: string };

/**
 * A template whose other parts are filled; null = it asks for no key. A value that was put in is never read as a template
 * again: a customer's «{{secret.shop}}» stays text.
 */
export function sealedParts(template: string, fill: (template: string) => string): SealedPart[] | null {
  const parts: SealedPart[] = [];
  let after = 0;
  for (const match of template.matchAll(SLOT)) {
    if (match.index > after) parts.push(fill(template.slice(after, match.index)));
    parts.push({ secret: match[1] ?? '' });
    after = match.index + match[0].length;
  }
  if (parts.length === 0) return null;
  if (after < template.length) parts.push(fill(template.slice(after)));
  return parts;
}

/** The template without its keys: what of it may be shown, looked up and checked as any other text. */
export function withoutSecrets(template: string): string {
  return template.replaceAll(SLOT, '');
}

export function secretNames(template: string): string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] ?? '');
}
