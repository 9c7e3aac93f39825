import { z } from 'zod';

export const splitSchema = z.looseObject({});
export type SplitData = z.infer<typeof splitSchema>;
