import { z } from 'zod';

export const leadSchema = z.looseObject({});
export type LeadData = z.infer<typeof leadSchema>;
