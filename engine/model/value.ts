import { z } from 'zod';

/** What a variable holds. A list is a list of texts; null is «not known yet». */
export const valueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
export type Value = z.infer<typeof valueSchema>;

/** Names that would reach an object's prototype are refused wherever a variable is named (reliability.md, 4.2). */
const REFUSED = new Set(['__proto__', 'prototype', 'constructor']);

export function isVariableName(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]{0,39}$/u.test(name) && !REFUSED.has(name);
}
