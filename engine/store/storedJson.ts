import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { Thread } from '../ports/thread.ts';

/** A JSON column read back through its schema. The fault is the place of the first problem, without what stands there. */
export function readStored<T>(schema: z.ZodType<T>, text: string): Result<T, string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail('notJson');
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(parsed.error.issues[0]?.path.join('.') ?? '');
}

export const threadSchema: z.ZodType<Thread> = z
  .object({ lead: z.string(), source: z.string(), integration: z.string().optional() })
  .transform(({ lead, source, integration }) => ({ lead, source, integration }));

export function readThread(text: string | null): Result<Thread | null, string> {
  return text === null ? ok(null) : readStored(threadSchema, text);
}

/** A figure for an INTEGER column of a STRICT table, which takes no fractions. Up: a due time is never made earlier. */
export function whole(figure: number): number {
  return Math.ceil(figure);
}
