import { readFileSync, statSync } from 'node:fs';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** A file's text. Faults: `fileUnreadable` with the system's reason, `fileTooBig` before it is read. */
export function readTextFile(path: string): Result<string> {
  try {
    if (statSync(path).size > LIMITS.botFileBytes) return fail({ code: 'fileTooBig', limit: LIMITS.botFileBytes });
    return ok(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail({ code: 'fileUnreadable', path, reason });
  }
}
