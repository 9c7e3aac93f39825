import { z } from 'zod';

/** One piece of what the bot says: a text, a picture or a file (URL or a path inside the project). */
export const partSchema = z.looseObject({
  text: z.string().optional(),
  image: z.string().optional(),
  file: z.string().optional(),
});
export type Part = z.infer<typeof partSchema>;

export function partMedia(part: Part): { kind: 'image' | 'file'; url: string } | undefined {
  if (part.image !== undefined && part.image !== '') return { kind: 'image', url: part.image };
  if (part.file !== undefined && part.file !== '') return { kind: 'file', url: part.file };
  return undefined;
}

export function isEmptyPart(part: Part): boolean {
  return (part.text ?? '').trim() === '' && partMedia(part) === undefined;
}
