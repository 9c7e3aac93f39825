import { z } from 'zod';

export const pauseSchema = z.looseObject({});
export type PauseData = z.infer<typeof pauseSchema>;
