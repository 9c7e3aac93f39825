import { z } from 'zod';

export const tagsSchema = z.looseObject({});
export type TagsData = z.infer<typeof tagsSchema>;
