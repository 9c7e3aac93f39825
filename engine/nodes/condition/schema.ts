import { z } from 'zod';

export const conditionSchema = z.looseObject({});
export type ConditionData = z.infer<typeof conditionSchema>;
