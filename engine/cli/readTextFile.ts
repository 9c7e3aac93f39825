import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';

/** A file's text. Faults: `fileUnreadable` with the system's reason, `fileTooBig` before it is read, `fileInvalid` if it is not UTF-8. */
export function readTextFile(path: string): Result<string> {
  try {
    if (statSync(path).size > LIMITS.botFileBytes) return fail({ code: 'fileTooBig', limit: LIMITS.botFileBytes });
    const bytes = readFileSync(path);
    // Read all the same, every letter of another encoding would be lost at the next save.
    if (!isUtf8(bytes)) return fail({ code: 'fileInvalid', at: '', problem: 'not UTF-8 text', more: 0 });
    // What Windows puts before a text is none of it.
    return ok(bytes.toString().replace(/^\uFEFF/u, ''));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return fail({ code: 'fileUnreadable', path, reason });
  }
}
