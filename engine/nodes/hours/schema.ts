import { z } from 'zod';

export const hoursSchema = z.looseObject({});
export type HoursData = z.infer<typeof hoursSchema>;
