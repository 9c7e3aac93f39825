import { z } from 'zod';
import { isRecord } from './spellings.ts';

const address = z.preprocess((value) => (isRecord(value) ? (value.url ?? value.path ?? value) : value), z.string());

/** One piece of what the bot says: a text, a picture or a file (URL or a path inside the project). */
const part = z.looseObject({
  text: z.string().optional(),
  /** The text by channel type or language, where it differs. */
  texts: z.record(z.string(), z.string()).optional(),
  image: address.optional(),
  file: address.optional(),
});
export type Part = z.infer<typeof part>;

/** A text per channel or language may stand in `text` itself: its `default`, or else the first, is the text of the rest. */
export const partSchema = z.preprocess((value) => {
  if (!isRecord(value) || !isRecord(value.text)) return value;
  const { text } = value;
  return { ...value, text: text.default ?? Object.values(text)[0], texts: text };
}, part);

/** What is said in this channel and language. */
export function partText({ text, texts }: Part, channel: string, language: string): string {
  const own = texts === undefined ? undefined : [channel, language].find((name) => Object.hasOwn(texts, name));
  return (own === undefined ? undefined : texts?.[own]) ?? text ?? '';
}

export function partMedia(part: Part): { kind: 'image' | 'file'; url: string } | undefined {
  if (part.image !== undefined && part.image !== '') return { kind: 'image', url: part.image };
  if (part.file !== undefined && part.file !== '') return { kind: 'file', url: part.file };
  return undefined;
}

export function isEmptyPart(part: Part): boolean {
  return (part.text ?? '').trim() === '' && partMedia(part) === undefined;
}
