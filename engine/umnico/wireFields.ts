import { z } from 'zod';

/**
 * Readers of single fields that never fail: what is missing, null or of a strange type is `undefined`. No field of
 * Umnico's is promised in writing, so one odd field must not cost the whole message (umnico-api.md, 7).
 */

/** Ids come as numbers or as text; for us they are text. */
export const idField = z
  .union([z.string().trim().min(1), z.number()])
  .transform(String)
  .optional()
  .catch(undefined);

export const textField = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined);

export const booleanField = z.boolean().optional().catch(undefined);
export const numberField = z.number().optional().catch(undefined);
export const listField = z.array(z.unknown()).optional().catch(undefined);

/** An object whose fields are all readers of this kind; anything but an object is `undefined`. */
export function objectField<S extends z.ZodRawShape>(shape: S) {
  return z.object(shape).optional().catch(undefined);
}
