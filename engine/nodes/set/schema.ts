import { z } from 'zod';

export const setSchema = z.looseObject({});
export type SetData = z.infer<typeof setSchema>;
