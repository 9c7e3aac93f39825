import { z } from 'zod';
import { textsSchema, withTexts } from './ownText.ts';
import { isRecord } from './spellings.ts';

const address = z.preprocess((value) => (isRecord(value) ? (value.url ?? value.path ?? value) : value), z.string());

/** One piece of what the bot says: a text, a picture or a file (URL or a path inside the project). */
export const partSchema = withTexts(
  { text: 'texts' },
  z.looseObject({
    text: z.string().optional(),
    texts: textsSchema.optional(),
    image: address.optional(),
    file: address.optional(),
  }),
);
export type Part = z.infer<typeof partSchema>;

export function partMedia(part: Part): { kind: 'image' | 'file'; url: string } | undefined {
  if (part.image !== undefined && part.image !== '') return { kind: 'image', url: part.image };
  if (part.file !== undefined && part.file !== '') return { kind: 'file', url: part.file };
  return undefined;
}

/** Every wording of a part, the main one first. */
export function partTexts({ text, texts }: Part): string[] {
  return [text ?? '', ...Object.values(texts ?? {})];
}

export function isEmptyPart(part: Part): boolean {
  return partTexts(part).every((text) => text.trim() === '') && partMedia(part) === undefined;
}
