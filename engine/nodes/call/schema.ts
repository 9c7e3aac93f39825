import { z } from 'zod';

export const callSchema = z.looseObject({});
export type CallData = z.infer<typeof callSchema>;
