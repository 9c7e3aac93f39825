import { z } from 'zod';

export const waitSchema = z.looseObject({});
export type WaitData = z.infer<typeof waitSchema>;
