import { z } from 'zod';

export const goalSchema = z.looseObject({});
export type GoalData = z.infer<typeof goalSchema>;
