import { z } from 'zod';

export const httpSchema = z.looseObject({});
export type HttpData = z.infer<typeof httpSchema>;
