import { z } from 'zod';

export const assignSchema = z.looseObject({});
export type AssignData = z.infer<typeof assignSchema>;
