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

/** So many texts of a column are kept with what was read from them; a row is read several times on its way. */
const KEPT = 1_000;

/**
 * The same for a column whose rows never change and are read again and again while they are on their way: a text that was
 * read lately is not read anew. What comes back is shared, and not to be changed.
 */
export function storedReader<T>(schema: z.ZodType<T>): (text: string) => Result<T, string> {
  const kept = new Map<string, Result<T, string>>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const read = readStored(schema, text);
    // All at once and not one by one: the oldest of a map costs more to find than a text costs to read again.
    if (kept.size >= KEPT) kept.clear();
    kept.set(text, read);
    return read;
  };
}

export const threadSchema: z.ZodType<Thread> = z
  .object({ lead: z.string(), source: z.string(), integration: z.string().optional() })
  .transform(({ lead, source, integration }) => ({ lead, source, integration }));

const storedThread = storedReader(threadSchema);

export function readThread(text: string | null): Result<Thread | null, string> {
  return text === null ? ok(null) : storedThread(text);
}

/** A figure for an INTEGER column of a STRICT table, which takes no fractions. Up: a due time is never made earlier. */
export function whole(figure: number): number {
  return Math.ceil(figure);
}
