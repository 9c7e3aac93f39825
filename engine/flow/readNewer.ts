import { type Bot, FORMAT } from './botSchema.ts';
import { readBot } from './parseBot.ts';

/** A bot file of a newer format, as far as this version can read it: to be looked at and copied, never written back. */
export interface NewerBot {
  readonly bot: Bot;
  readonly format: number;
  /** All of the file, also what is not understood here. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** Null = not of a newer format, or too different to be shown. */
export function readNewer(text: string): NewerBot | null {
  // Asked at every save: a large bot is not parsed to hear that it is as it always was.
  if (![...text.matchAll(/"format"\s*:\s*(\d+)/gu)].some(([, format]) => Number(format) > FORMAT)) return null;
  let raw: unknown;
  try {
    raw = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null || !('format' in raw)) return null;
  const { format } = raw;
  if (typeof format !== 'number' || !Number.isInteger(format) || format <= FORMAT) return null;
  const read = readBot({ ...raw, format: FORMAT });
  return read.ok ? { bot: read.value, format, raw: raw } : null;
}
